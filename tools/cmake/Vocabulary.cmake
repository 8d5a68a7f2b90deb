# rules/vocabulary/ and the English Hunspell dictionary become one table, which vocabulary.cc takes into the program.
set(QUIZLINT_DICTIONARY /usr/share/hunspell/en_US CACHE STRING "The English Hunspell dictionary without .aff and .dic")
set(QUIZLINT_VOCABULARY ${CMAKE_CURRENT_BINARY_DIR}/vocabulary.bin)
file(GLOB QUIZLINT_WORD_LISTS CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/vocabulary/*.txt)

add_executable(compile-vocabulary
  knowledge/compile_vocabulary.cc knowledge/compile_affixes.cc knowledge/compile_dawg.cc text/utf8.cc)
target_include_directories(compile-vocabulary PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(compile-vocabulary PRIVATE quizlint::utf8proc)

add_custom_command(
  OUTPUT ${QUIZLINT_VOCABULARY}
  COMMAND compile-vocabulary ${PROJECT_SOURCE_DIR}/rules/vocabulary ${QUIZLINT_DICTIONARY} ${QUIZLINT_VOCABULARY}
  DEPENDS compile-vocabulary ${QUIZLINT_WORD_LISTS} ${QUIZLINT_DICTIONARY}.aff ${QUIZLINT_DICTIONARY}.dic
  COMMENT "Compiling the vocabulary"
  VERBATIM)
set_source_files_properties(knowledge/vocabulary.cc PROPERTIES
  OBJECT_DEPENDS ${QUIZLINT_VOCABULARY}
  COMPILE_DEFINITIONS "QUIZLINT_VOCABULARY=\"${QUIZLINT_VOCABULARY}\"")
