#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bank/finding.h"

namespace quizlint::test {

/// A finding that an annotation demands.
struct Expectation {
  std::string check;
  Offset line = 0;    ///< of the bank without its annotations, from 1
  Offset column = 0;  ///< from 1 in code points; 0 where any will do
  Offset end_column = 0;
  std::optional<std::string> quoted;  ///< the first fix's text, or a part of the message
  Offset written_at = 0;              ///< the annotation's own line in its file
};

/// A bank with the findings it must give written beside their lines. See tests/banks/README.md for the notation.
struct Annotated {
  std::string bytes;  ///< what quizlint sees: the annotations are cut out
  std::map<std::string, std::string> options;
  std::vector<Expectation> expected;
  std::vector<std::string> malformed;  ///< annotations that say nothing we know
  std::vector<Offset> written_at;      ///< for each line of `bytes` its line in the annotated file, from 1
};

Annotated read_annotated(std::string_view file);

/// The findings that were expected and not found, and found and not expected, one line each as
/// `path:line: message` with lines of the annotated file. Empty where all is as it says.
std::vector<std::string> differences(const Annotated& bank, const std::string& path,
                                     const std::vector<Finding>& findings);

/// A finding as an annotation would write it.
std::string described(const Finding& finding);

}  // namespace quizlint::test
