#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/error.h"

namespace quizlint {

/// What a program that has ended wrote, and its exit status; 128 and the signal's number where a signal ended it.
struct Ended {
  int status = 0;
  std::string output;
  std::string errors;
};

/// Runs a program in a folder and waits for its end; no shell takes part. `command` is its name, looked for on the
/// PATH, and its arguments; `input` is what it reads. `variables` (NAME=VALUE) are added to our environment. An error
/// where it could not be started.
Result<Ended> run_program(const std::vector<std::string>& command, const std::string& folder, std::string_view input,
                          const std::vector<std::string>& variables);

}  // namespace quizlint
