# How the program is linked where no shared library needs libstdc++: with an archive of that, too. Most of what the loader
# does at a start is to look up symbols of libstdc++; without it a start takes 1.3 ms rather than 1.6 (median of 100).
# As a position-dependent program it would take 1.0, for the loader had nothing to relocate; but it reads what
# strangers write, and keeps its random addresses.
get_property(QUIZLINT_SHARED GLOBAL PROPERTY QUIZLINT_SHARED)
list(REMOVE_ITEM QUIZLINT_SHARED fmt md4c utf8proc xxhash)  # the first is compiled below, the others are C
if(QUIZLINT_SHARED OR QUIZLINT_SANITIZE OR NOT QUIZLINT_ARCHIVES)
  return()
endif()
try_compile(QUIZLINT_OWN_FMT
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/fmt.cc
  SOURCE_FROM_CONTENT main.cc "#include <fmt/format.h>\nint main() { return fmt::format(\"{} {:>8.2f} {}\", 1, 0.5, \"a\").empty(); }\n"
  CXX_STANDARD 20 CXX_STANDARD_REQUIRED ON)
if(QUIZLINT_OWN_FMT)
  target_sources(quizlint PRIVATE ${CMAKE_CURRENT_LIST_DIR}/fmt.cc)
  target_link_options(quizlint PRIVATE -static-libstdc++ -static-libgcc -Wl,--as-needed)
endif()
