#include "bank/finding.h"

namespace quizlint {

std::string_view name_of(Severity severity) {
  static constexpr std::string_view kNames[] = {"info", "warning", "error"};
  return kNames[static_cast<std::size_t>(severity)];
}

std::string_view name_of(Safety safety) {
  static constexpr std::string_view kNames[] = {"safe", "unsafe", "suggestion"};
  return kNames[static_cast<std::size_t>(safety)];
}

}  // namespace quizlint
