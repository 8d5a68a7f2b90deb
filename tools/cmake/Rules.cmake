# rules/ becomes constant tables: compile-rules, made of the loader that also serves --rules, writes them.
set(QUIZLINT_RULES_CC ${CMAKE_CURRENT_BINARY_DIR}/builtin_rules.cc)
file(GLOB_RECURSE QUIZLINT_RULES CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/rules/*.yaml ${PROJECT_SOURCE_DIR}/rules/*.txt)
list(FILTER QUIZLINT_RULES EXCLUDE REGEX "/rules/vocabular")

file(GLOB QUIZLINT_TEXT CONFIGURE_DEPENDS text/*.cc)
add_executable(compile-rules
  knowledge/compile_rules.cc knowledge/loader.cc knowledge/rule_reader.cc knowledge/nearest.cc knowledge/literals.cc
  knowledge/pattern.cc knowledge/pattern_index.cc knowledge/knowledge.cc knowledge/no_rules.cc bank/finding.cc
  ${QUIZLINT_TEXT})
target_include_directories(compile-rules PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(compile-rules PRIVATE quizlint::fmt quizlint::re2 quizlint::yaml quizlint::utf8proc Threads::Threads)

add_custom_command(
  OUTPUT ${QUIZLINT_RULES_CC}
  COMMAND compile-rules ${PROJECT_SOURCE_DIR}/rules ${QUIZLINT_RULES_CC}
  DEPENDS compile-rules ${QUIZLINT_RULES}
  COMMENT "Compiling rules/"
  VERBATIM)
