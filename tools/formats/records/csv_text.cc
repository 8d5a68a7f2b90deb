#include "formats/records/csv.h"
#include "formats/records/decoding.h"

namespace quizlint::records {
namespace {

/// Doubled quotation marks are one, CRLF is a line end.
struct CsvEscapes {
  static bool is_pair(std::string_view raw, std::size_t at) {
    const std::string_view pair = raw.substr(at, 2);
    return pair == "\"\"" || pair == "\r\n";
  }
  static std::size_t next(std::string_view raw, std::size_t at) {
    while (at < raw.size() && !is_pair(raw, at)) ++at;
    return at;
  }
  static EscapeAt read(std::string_view raw, std::size_t at) { return {raw[at] == '"' ? "\"" : "\n", 2, {}}; }
};

}  // namespace

Text decode_csv(std::string_view bytes, Span inner) {
  return decode_by<CsvEscapes>(bytes, inner);
}

std::string csv_chars(std::string_view raw) {
  return chars_by<CsvEscapes>(raw);
}

}  // namespace quizlint::records
