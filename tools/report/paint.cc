#include "report/paint.h"

namespace quizlint {

std::string_view ink_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "1;31";
    case Severity::warning: return "1;33";
    case Severity::info: return "1;36";
  }
  return ink::kBold;
}

std::string paint(bool color, std::string_view ink, std::string_view text) {
  std::string out;
  if (color) out.append("\x1b[").append(ink).append("m");
  out += text;
  if (color) out += "\x1b[0m";
  return out;
}

}  // namespace quizlint
