#include "cli/terminal.h"

#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/progress.h"
#include "io/file.h"
#include "io/path.h"

namespace quizlint {
namespace {

constexpr unsigned kNarrowest = 60;
constexpr unsigned kWidest = 160;

bool is_set(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

bool wants_color(const std::string& when) {
  if (when != "auto") return when == "always";
  const char* terminal = std::getenv("TERM");
  return output_is_terminal() && !is_set("NO_COLOR") && !(terminal != nullptr && std::string_view(terminal) == "dumb");
}

unsigned columns() {
  winsize size{};
  if (!output_is_terminal() || ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
    return Style().columns;
  return std::clamp<unsigned>(size.ws_col, kNarrowest, kWidest);
}

}  // namespace

bool output_is_terminal() {
  return ::isatty(STDOUT_FILENO) != 0;
}

Style style_of(const Arguments& arguments, const Output& output) {
  if (!output.file.empty()) return {arguments.color == "always", !arguments.verbose, !arguments.quiet};
  return {wants_color(arguments.color), !arguments.verbose, !arguments.quiet, columns()};
}

void print(std::string_view text) {
  clear_progress();
  std::fwrite(text.data(), 1, text.size(), stdout);
}

void print_errors(const std::vector<Error>& errors) {
  clear_progress();
  std::fflush(stdout);
  for (const Error& error : errors) {
    std::string place = error.path.empty() ? "" : error.path + ": ";
    if (error.at.line != 0) place = fmt::format("{}:{}:{}: ", error.path, error.at.line, error.at.column);
    const std::string line = fmt::format("quizlint: error: {}{}\n", place, error.message);
    std::fwrite(line.data(), 1, line.size(), stderr);
  }
}

void print_note(std::string_view text) {
  clear_progress();
  std::fflush(stdout);
  const std::string line = fmt::format("quizlint: {}\n", text);
  std::fwrite(line.data(), 1, line.size(), stderr);
}

Delivery::Delivery(const Output& output) : output_(output) {
  if (!output.file.empty()) file_.emplace(absolute_path(output.file));
}

void Delivery::add(std::string_view part) {
  if (file_) {
    file_->append(part);
  } else {
    print(part);
  }
}

bool Delivery::done() {
  if (!file_ || !file_->error()) return true;
  Error error = *file_->error();
  error.path = output_.file;
  print_errors({error});
  return false;
}

bool deliver(const Output& output, std::string_view report) {
  Delivery delivery(output);
  delivery.add(report);
  return delivery.done();
}

}  // namespace quizlint
