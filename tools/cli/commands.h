#pragma once

#include <string>
#include <vector>

#include "cli/arguments.h"
#include "io/error.h"

namespace quizlint {

// One function a command, each in its file; they print and give the exit status.
int run_check(const Arguments& arguments);
int run_parse(const Arguments& arguments);
int run_report(const Arguments& arguments);
int run_words(const Arguments& arguments);
int run_explain(const Arguments& arguments);
int run_init(const Arguments& arguments);
int run_completion(const Arguments& arguments);
int run_manual(const Arguments& arguments);

/// What is wrong with the names in `--select`, `--extend-select` and `--ignore`.
std::vector<Error> faults_of_selection(const Catalog& catalog, const SelectionLists& lists);

/// Prints the settings that hold for the files of a run, those with the same settings together.
int show_config(const RunOptions& options, const Catalog& catalog);

}  // namespace quizlint
