#include "formats/exams/xml_text.h"

#include <algorithm>

#include "formats/records/content.h"
#include "formats/records/decoding.h"

namespace quizlint::exams {
namespace {

Offset offset_of(const pugi::xml_node& node) {
  return static_cast<Offset>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
}

/// The bytes of a run of text, which ends where markup begins.
Span source_of(std::string_view bytes, const pugi::xml_node& node) {
  const Offset begin = offset_of(node);
  const std::string_view end = node.type() == pugi::node_cdata ? "]]>" : "<";
  return {begin, static_cast<Offset>(std::min(bytes.find(end, begin), bytes.size()))};
}

/// CRLF is a line end.
struct LineEnds {
  static std::size_t next(std::string_view raw, std::size_t at) { return std::min(raw.find("\r\n", at), raw.size()); }
  static records::EscapeAt read(std::string_view, std::size_t) { return {"\n", 2, {}}; }
};

bool is_text(const pugi::xml_node& node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

}  // namespace

Span span_of(std::string_view bytes, const pugi::xml_node& element) {
  // pugixml points at the name.
  const Offset name = offset_of(element);
  Span span{name == 0 ? 0 : name - 1, name};
  pugi::xml_node last = element;
  while (last.last_child()) last = last.last_child();
  span.end = is_text(last) ? source_of(bytes, last).end : offset_of(last);
  return {span.begin, std::max(span.begin, std::min(span.end, static_cast<Offset>(bytes.size())))};
}

Field field_of(std::string_view bytes, const pugi::xml_node& element) {
  Field field;
  for (const pugi::xml_node& node : element.children()) {
    if (!is_text(node)) continue;
    const bool entities = node.type() == pugi::node_pcdata;
    const Span source = source_of(bytes, node);
    if (source.empty()) continue;
    Text text = records::decode_by<LineEnds>(bytes, source);
    if (entities) text = records::without_entities(std::move(text));
    field.text.append(text, {0, text.size()});
    field.quoting = entities && field.span.empty() ? Quoting::xml : Quoting::bare;
    field.span = field.span.empty() ? source : join(field.span, source);
  }
  return field;
}

}  // namespace quizlint::exams
