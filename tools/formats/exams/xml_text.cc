#include "formats/exams/xml_text.h"

#include <algorithm>

#include "formats/markdown/entities.h"
#include "text/utf8.h"

namespace quizlint::exams {
namespace {

constexpr std::size_t kLongestEntity = 12;

Offset offset_of(const pugi::xml_node& node) {
  return static_cast<Offset>(std::max<std::ptrdiff_t>(node.offset_debug(), 0));
}

/// The bytes of a run of text, which ends where markup begins.
Span source_of(std::string_view bytes, const pugi::xml_node& node) {
  const Offset begin = offset_of(node);
  const std::string_view end = node.type() == pugi::node_cdata ? "]]>" : "<";
  return {begin, static_cast<Offset>(std::min(bytes.find(end, begin), bytes.size()))};
}

void append_text(Text& to, std::string_view bytes, Span span, bool entities) {
  Offset done = span.begin;
  const auto replace = [&](Offset begin, Offset end, std::string_view with) {
    to.append(slice(bytes, {done, begin}), {done, begin}, PieceKind::verbatim);
    if (!with.empty()) to.append(with, {begin, end}, PieceKind::escaped);
    done = end;
  };
  for (Offset at = span.begin; at < span.end; ++at) {
    if (bytes[at] == '\r' && at + 1 < span.end && bytes[at + 1] == '\n') {
      replace(at, at + 2, "\n");
    } else if (entities && bytes[at] == '&') {
      const std::size_t end = bytes.substr(at, std::min<std::size_t>(kLongestEntity, span.end - at)).find(';');
      if (end == std::string_view::npos) continue;
      if (const auto decoded = decode_entity(bytes.substr(at, end + 1)))
        replace(at, at + static_cast<Offset>(end) + 1, *decoded);
    }
  }
  replace(span.end, span.end, "");
}

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
    append_text(field.text, bytes, source, entities);
    field.quoting = entities && field.span.empty() ? Quoting::xml : Quoting::bare;
    field.span = field.span.empty() ? source : join(field.span, source);
  }
  return field;
}

}  // namespace quizlint::exams
