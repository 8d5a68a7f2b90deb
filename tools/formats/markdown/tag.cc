#include "formats/markdown/tag.h"

#include "text/utf8.h"

namespace quizlint::markdown {

std::string tag_name(std::string_view tag) {
  if (tag.starts_with("<!--")) return "!--";
  std::size_t at = 1;
  if (at < tag.size() && tag[at] == '/') ++at;
  while (at < tag.size() && (is_ascii_letter(tag[at]) || is_ascii_digit(tag[at]))) ++at;
  return tag.empty() ? std::string() : ascii_lower(tag.substr(1, at - 1));
}

std::string_view attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = tag.find(name); at != std::string_view::npos; at = tag.find(name, at + 1)) {
    if (at == 0 || !is_ascii_space(tag[at - 1])) continue;
    std::size_t value = at + name.size();
    while (value < tag.size() && is_ascii_space(tag[value])) ++value;
    if (value >= tag.size() || tag[value] != '=') continue;
    ++value;
    while (value < tag.size() && is_ascii_space(tag[value])) ++value;
    if (value >= tag.size()) return {};
    const char quote = tag[value];
    if (quote == '"' || quote == '\'') return tag.substr(value + 1, tag.find(quote, value + 1) - value - 1);
    return tag.substr(value, tag.find_first_of(" \t\r\n>", value) - value);
  }
  return {};
}

}  // namespace quizlint::markdown
