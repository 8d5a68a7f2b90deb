#include "report/xml_text.h"

#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// https://www.w3.org/TR/xml/#charsets
bool is_allowed(char32_t value) {
  return value == '\t' || value == '\n' || value == '\r' || (value >= 0x20 && value < 0xFFFE) ||
         (value >= 0x10000 && value < kInvalid);
}

std::string_view entity_of(char32_t value) {
  switch (value) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\t': return "&#9;";
    case '\n': return "&#10;";
    case '\r': return "&#13;";
    default: return {};
  }
}

}  // namespace

std::string xml_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const std::string_view entity = entity_of(point.value);
    if (!is_allowed(point.value)) {
      out += kReplacement;
    } else {
      out += entity.empty() ? text.substr(at, point.size) : entity;
    }
    at += point.size;
  }
  return out;
}

}  // namespace quizlint
