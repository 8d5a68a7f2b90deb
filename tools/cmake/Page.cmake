# report/html/ becomes one string, kReportPage: the page of `quizlint report` without its data.
set(QUIZLINT_PAGE_CC ${CMAKE_CURRENT_BINARY_DIR}/report_page.cc)
set(QUIZLINT_PAGE_FOLDER ${CMAKE_CURRENT_SOURCE_DIR}/report/html)
# The order of the scripts: what is defined first stands first.
set(QUIZLINT_PAGE_SCRIPTS dom model overview banks findings worklists start)
list(TRANSFORM QUIZLINT_PAGE_SCRIPTS PREPEND ${QUIZLINT_PAGE_FOLDER}/)
list(TRANSFORM QUIZLINT_PAGE_SCRIPTS APPEND .js)

add_custom_command(
  OUTPUT ${QUIZLINT_PAGE_CC}
  COMMAND ${CMAKE_COMMAND} -DFOLDER=${QUIZLINT_PAGE_FOLDER} "-DSCRIPTS=${QUIZLINT_PAGE_SCRIPTS}" -DOUT=${QUIZLINT_PAGE_CC}
          -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/write_page.cmake
  DEPENDS ${QUIZLINT_PAGE_FOLDER}/page.html ${QUIZLINT_PAGE_FOLDER}/page.css ${QUIZLINT_PAGE_SCRIPTS}
          ${CMAKE_CURRENT_SOURCE_DIR}/cmake/write_page.cmake
  COMMENT "Compiling the report's page"
  VERBATIM)
