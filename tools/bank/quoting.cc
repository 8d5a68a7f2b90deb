#include "bank/quoting.h"

#include <algorithm>

namespace quizlint {
namespace {

using Escape = std::string (*)(char c);

std::string json_escape(char c) {
  static constexpr char kHex[] = "0123456789abcdef";
  switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    case '\r': return "\\r";
    case '\t': return "\\t";
    default: break;
  }
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0x20) return {c};
  return {'\\', 'u', '0', '0', kHex[byte >> 4], kHex[byte & 15]};
}

std::string doubled(char c, char mark) {
  return c == mark ? std::string(2, c) : std::string(1, c);
}

std::string csv_escape(char c) {
  return doubled(c, '"');
}

std::string yaml_escape(char c) {
  return doubled(c, '\'');
}

std::string xml_escape(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    default: return {c};
  }
}

std::string escaped(std::string_view text, Escape escape) {
  std::string out;
  for (const char c : text) out += escape(c);
  return out;
}

/// What means the same in every place where text stands without quotation marks, or behind two kinds of them.
bool is_harmless(char c) {
  const auto byte = static_cast<unsigned char>(c);
  const bool word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || byte >= 0x80;
  return word || c == ' ' || c == '.' || c == '-' || c == '?' || c == '!' || c == '(' || c == ')' || c == '/' ||
         c == '_';
}

}  // namespace

std::optional<std::string> quoted(std::string_view text, Quoting quoting) {
  switch (quoting) {
    case Quoting::none: return std::string(text);
    case Quoting::json: return escaped(text, json_escape);
    case Quoting::csv: return escaped(text, csv_escape);
    case Quoting::yaml:
      if (text.find('\n') != std::string_view::npos) return std::nullopt;
      return escaped(text, yaml_escape);
    case Quoting::xml: return escaped(text, xml_escape);
    case Quoting::bare:
      if (!std::ranges::all_of(text, is_harmless)) return std::nullopt;
      return std::string(text);
  }
  return std::nullopt;
}

}  // namespace quizlint
