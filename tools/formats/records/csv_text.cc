#include "formats/records/csv.h"

namespace quizlint::records {
namespace {

bool is_pair(std::string_view raw, std::size_t at) {
  const std::string_view pair = raw.substr(at, 2);
  return pair == "\"\"" || pair == "\r\n";
}

std::size_t next_pair(std::string_view raw, std::size_t at) {
  while (at < raw.size() && !is_pair(raw, at)) ++at;
  return at;
}

}  // namespace

Text decode_csv(std::string_view bytes, Span inner) {
  const std::string_view raw = slice(bytes, inner);
  Text text;
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t end = next_pair(raw, at);
    const Offset begin = inner.begin + static_cast<Offset>(at);
    const Offset stop = inner.begin + static_cast<Offset>(end);
    text.append(raw.substr(at, end - at), {begin, stop}, PieceKind::verbatim);
    if (end < raw.size()) text.append(raw[end] == '"' ? "\"" : "\n", {stop, stop + 2}, PieceKind::escaped);
    at = end + 2;
  }
  return text;
}

std::string csv_chars(std::string_view raw) {
  std::string chars;
  chars.reserve(raw.size());
  for (std::size_t at = 0; at < raw.size(); ++at) {
    if (is_pair(raw, at)) ++at;
    chars += raw[at];
  }
  return chars;
}

}  // namespace quizlint::records
