#include "formats/records/sheet_top.h"

#include <charconv>

#include "text/byte_order_mark.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

std::optional<char> separator_of(std::string_view name) {
  static constexpr std::pair<std::string_view, char> kNames[] = {{"tab", '\t'}, {"comma", ','}, {"semicolon", ';'},
                                                                 {"pipe", '|'}, {"colon", ':'}, {"space", ' '}};
  const std::string lower = ascii_lower(name);
  for (const auto& [known, sign] : kNames)
    if (lower == known) return sign;
  return name.size() == 1 ? std::optional(name.front()) : std::nullopt;
}

std::vector<std::string> split(std::string_view list, char sign) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(sign, at), list.size());
    parts.emplace_back(trimmed(list.substr(at, end - at)));
    at = end + 1;
  }
  return parts;
}

/// One line of Anki's header, without its `#`.
void read_setting(std::string_view line, SheetTop& top) {
  const std::size_t colon = line.find(':');
  const std::string name = ascii_lower(trimmed(line.substr(0, colon)));
  const std::string_view value = trimmed(line.substr(colon + 1));
  static constexpr std::string_view kColumn = " column";
  if (name == "separator") {
    top.delimiter = separator_of(value);
    top.anki = top.delimiter.has_value();
  } else if (name == "columns") {
    top.columns = split(line.substr(colon + 1), top.delimiter.value_or('\t'));
  } else if (name.ends_with(kColumn)) {
    std::size_t column = 0;
    std::from_chars(value.data(), value.data() + value.size(), column);
    if (column > 0) top.meta[column] = name.substr(0, name.size() - kColumn.size());
  }
}

}  // namespace

bool is_remark(std::string_view line) {
  return line.starts_with("sep=") || (line.starts_with('#') && line.find(':') != std::string_view::npos) ||
         line.starts_with("#quizlint") || line.starts_with("# ");
}

SheetTop read_top(std::string_view bytes) {
  SheetTop top;
  Offset at = text_begin(bytes);
  while (at < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = trimmed(bytes.substr(at, end - at));
    if (!line.empty() && !is_remark(line)) break;
    if (line.starts_with('#') && line.find(':') != std::string_view::npos) read_setting(line.substr(1), top);
    if (line.starts_with("sep=") && line.size() == 5) top.delimiter = line.back();
    at = static_cast<Offset>(std::min(end + 1, bytes.size()));
  }
  top.end = at;
  return top;
}

std::vector<std::string> names_of_cards(const SheetTop& top, std::size_t count) {
  std::vector<std::string> names = top.columns;
  std::size_t fields = 0;
  for (std::size_t i = names.size() + 1; i <= count; ++i) {
    const auto meta = top.meta.find(i);
    if (meta != top.meta.end()) {
      names.push_back(meta->second);
      continue;
    }
    ++fields;
    names.push_back(fields == 1 ? "Front" : fields == 2 ? "Back" : "Field " + std::to_string(fields));
  }
  return names;
}

}  // namespace quizlint::records
