#include "engine/comments.h"

#include <array>
#include <optional>

#include "text/lines.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// How a comment begins and ends; "" ends with its line.
struct Form {
  std::string_view extension;  ///< of the file; "" for all others
  std::string_view open, close;
};

constexpr std::array<Form, 8> kForms = {{{".gift", "//", ""},
                                         {".yaml", "#", ""},
                                         {".yml", "#", ""},
                                         {".csv", "#", ""},
                                         {".tsv", "#", ""},
                                         {".tex", "%", ""},
                                         {".mdx", "{/*", "*/}"},
                                         {"", "<!--", "-->"}}};

/// The block that holds `at`; blocks tile the file.
const Block* block_at(const Bank& bank, Offset at) {
  const auto after = std::upper_bound(bank.blocks.begin(), bank.blocks.end(), at,
                                      [](Offset value, const Block& block) { return value < block.span.end; });
  return after == bank.blocks.end() ? nullptr : &*after;
}

bool is_code(const Bank& bank, Offset at) {
  const Block* block = block_at(bank, at);
  if (block == nullptr) return false;
  if (block->kind == BlockKind::code) return true;
  for (const Inline& run : block->inlines)
    if (run.kind == InlineKind::code && run.source.contains(at)) return true;
  return false;
}

Offset without_blanks_before(std::string_view bytes, Offset at) {
  while (at > 0 && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) --at;
  return at;
}

/// The lines that the span touches, if nothing else stands on them.
Span lone_lines(std::string_view bytes, Span span) {
  const Offset begin = without_blanks_before(bytes, span.begin);
  if (begin > 0 && bytes[begin - 1] != '\n') return span;
  const std::size_t newline = std::min(bytes.find('\n', span.end), bytes.size());
  if (!trimmed(bytes.substr(span.end, newline - span.end)).empty()) return span;
  return {begin, static_cast<Offset>(std::min(newline + 1, bytes.size()))};
}

/// The comment around the text that begins at `at`, if its signs are there.
std::optional<Comment> comment_at(std::string_view bytes, Offset at, const Form& form) {
  Offset begin = at;
  while (begin > 0 && is_ascii_space(bytes[begin - 1])) --begin;
  if (!bytes.substr(0, begin).ends_with(form.open)) return std::nullopt;
  begin -= static_cast<Offset>(form.open.size());
  const std::size_t close =
      form.close.empty() ? std::min(bytes.find('\n', at), bytes.size()) : bytes.find(form.close, at);
  if (close == std::string_view::npos) return std::nullopt;
  const auto text_end = static_cast<Offset>(close);
  const Span span{begin, text_end + static_cast<Offset>(form.close.size())};
  return Comment{span, trimmed(bytes, {at, text_end}), lone_lines(bytes, span)};
}

}  // namespace

std::vector<Comment> comments_with(const Bank& bank, std::string_view prefix) {
  const std::string path = ascii_lower(bank.path);
  std::vector<Comment> comments;
  for (std::size_t at = bank.source.find(prefix); at != std::string_view::npos;
       at = bank.source.find(prefix, at + prefix.size())) {
    for (const Form& form : kForms) {
      if (!form.extension.empty() && !path.ends_with(form.extension)) continue;
      const auto comment = comment_at(bank.source, static_cast<Offset>(at), form);
      if (!comment || is_code(bank, static_cast<Offset>(at))) continue;
      comments.push_back(*comment);
      break;
    }
  }
  return comments;
}

}  // namespace quizlint
