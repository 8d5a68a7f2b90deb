#include "formats/records/json_lexis.h"

#include "text/eight.h"
#include "text/utf8.h"

namespace quizlint::records {

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

Offset behind_plain(std::string_view bytes, Offset at, Offset end, char quote) {
  const auto is_plain = [quote](std::uint64_t eight) {
    return (any_below(eight, 0x20) | any_is(eight, quote) | any_is(eight, '\\')) == 0;
  };
  while (at + 8 <= end && is_plain(eight_at(bytes.data() + at))) at += 8;
  while (at < end && static_cast<unsigned char>(bytes[at]) >= 0x20 && bytes[at] != quote && bytes[at] != '\\') ++at;
  return at;
}

Offset behind_comment(std::string_view bytes, Offset at, Offset end) {
  if (bytes[at] != '/') return at;
  const std::string_view open = bytes.substr(at, 2);
  if (open != "//" && open != "/*") return at;
  const std::string_view close = open == "//" ? "\n" : "*/";
  const std::size_t found = bytes.find(close, at + 2);
  return found == std::string_view::npos ? end : std::min(end, static_cast<Offset>(found + close.size()));
}

Offset behind_number(std::string_view bytes, Offset at, Offset end) {
  Offset to = at;
  const auto digits = [&] {
    const Offset from = to;
    while (to < end && is_ascii_digit(bytes[to])) ++to;
    return to > from;
  };
  if (to < end && bytes[to] == '-') ++to;
  const Offset whole = to;
  if (!digits() || (bytes[whole] == '0' && to > whole + 1)) return at;
  if (to < end && bytes[to] == '.' && (++to, !digits())) return at;
  if (to < end && ascii_lower(bytes[to]) == 'e') {
    ++to;
    if (to < end && (bytes[to] == '+' || bytes[to] == '-')) ++to;
    if (!digits()) return at;
  }
  return to;
}

bool looks_like_name(std::string_view bytes, Offset at) {
  if (bytes[at] != '"') return false;
  Offset close = at + 1;
  while (close < bytes.size() && bytes[close] != '"' && bytes[close] != '\n') ++close;
  if (close >= bytes.size() || bytes[close] != '"') return false;
  ++close;
  while (close < bytes.size() && is_blank(bytes[close])) ++close;
  return close < bytes.size() && bytes[close] == ':';
}

bool line_looks_like_json(std::string_view bytes, Offset at) {
  while (at < bytes.size() && is_blank(bytes[at])) ++at;
  if (at >= bytes.size()) return false;
  return bytes[at] == '}' || bytes[at] == ']' || bytes[at] == '{' || looks_like_name(bytes, at);
}

bool ends_well(std::string_view bytes, Offset quote_at) {
  Offset at = quote_at + 1;
  while (at < bytes.size() && is_blank(bytes[at])) ++at;
  if (at >= bytes.size()) return true;
  const char c = bytes[at];
  if (c == '/' && at + 1 < bytes.size() && (bytes[at + 1] == '/' || bytes[at + 1] == '*')) return true;
  if (c == '"' && at > quote_at + 1) return true;  // only a comma is missing
  return c == ',' || c == '}' || c == ']' || line_looks_like_json(bytes, at);
}

std::optional<Offset> later_quote(std::string_view bytes, Offset from) {
  for (Offset at = from; at < bytes.size() && bytes[at] != '\n'; ++at) {
    if (bytes[at] == '\\') ++at;
    if (at >= bytes.size() || bytes[at] != '"') continue;
    Offset next = at + 1;
    while (next < bytes.size() && is_blank(bytes[next])) ++next;
    if (next >= bytes.size() || bytes[next] == '}' || bytes[next] == ']') return at;
    if (bytes[next] != ',') continue;
    ++next;
    while (next < bytes.size() && is_blank(bytes[next])) ++next;
    if (next < bytes.size() && (bytes[next] == '"' || bytes[next] == '{' || bytes[next] == '}')) return at;
  }
  return std::nullopt;
}

}  // namespace quizlint::records
