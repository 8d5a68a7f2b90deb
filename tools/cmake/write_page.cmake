# cmake -DFOLDER=… -DSCRIPTS=… -DOUT=… -P write_page.cmake: puts style and scripts into the page, as C++.
file(READ ${FOLDER}/page.html page)
file(READ ${FOLDER}/page.css style)
foreach(name IN LISTS SCRIPTS)
  file(READ ${name} script)
  string(APPEND scripts "${script}")
endforeach()
string(REPLACE "@STYLE@\n" "${style}" page "${page}")
string(REPLACE "@SCRIPT@\n" "${scripts}" page "${page}")
file(WRITE ${OUT} "// Made of report/html/ by cmake/write_page.cmake.
#include \"report/html_page.h\"

namespace quizlint {

const std::string_view kReportPage = R\"page(${page})page\";

}  // namespace quizlint
")
