#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.h"
#include "io/error.h"
#include "io/file.h"
#include "report/reporter.h"

namespace quizlint {

bool output_is_terminal();
/// How a report for people looks where it goes. Without a terminal nothing depends on where we run.
Style style_of(const Arguments& arguments, const Output& output);

void print(std::string_view text);
/// Tells what could not be done, on standard error.
void print_errors(const std::vector<Error>& errors);
/// A word of advice on standard error.
void print_note(std::string_view text);

/// Writes a report to its place, part by part.
class Delivery {
 public:
  explicit Delivery(const Output& output);
  void add(std::string_view part);
  /// Tells what went wrong. Whether the report was written.
  bool done();

 private:
  const Output& output_;
  std::optional<FileWriter> file_;
};

/// Writes a report to its place; what went wrong is told. Whether it was written.
bool deliver(const Output& output, std::string_view report);

}  // namespace quizlint
