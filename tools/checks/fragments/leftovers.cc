#include "checks/fragments/leftovers.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "checks/speller_english.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// The characters around a mark; '\n' at the ends of the text.
struct Around {
  std::string_view chars;
  Span mark;

  char before(std::size_t n = 1) const { return mark.begin >= n ? chars[mark.begin - n] : '\n'; }
  char after(std::size_t n = 0) const { return mark.end + n < chars.size() ? chars[mark.end + n] : '\n'; }
};

bool is_identifier(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_';
}

bool is_sentence_end(char c) {
  return std::string_view(".?!:;,)\"").find(c) != std::string_view::npos;
}

/// The word behind the mark, in lower-case identifiers' letters.
std::string_view word_after(const Around& at) {
  std::size_t end = at.mark.end;
  while (end < at.chars.size() && is_identifier(at.chars[end])) ++end;
  return at.chars.substr(at.mark.end, end - at.mark.end);
}

/// What people unpack: `**options` is code that lost its backticks, `**later` is emphasis that lost its end.
constexpr std::array<std::string_view, 17> kUnpacked = {"args",  "config", "context", "data",     "defaults", "dict",
                                                        "extra", "fields", "items",   "keywords", "kwargs",   "options",
                                                        "other", "params", "props",   "rest",     "settings"};

bool is_plain_word(std::string_view word) {
  return word.size() >= 4 && ascii_lower(word) == word && is_english(word) &&
         std::ranges::find(kUnpacked, word) == kUnpacked.end();
}

/// `**kwargs` and other names that take keyword arguments, a glob, a pointer.
bool is_unpacking(const Around& at) {
  const std::string_view word = word_after(at);
  if (word.empty()) return true;
  const char next = at.mark.end + word.size() < at.chars.size() ? at.chars[at.mark.end + word.size()] : '\n';
  if (is_plain_word(word) && (next == ' ' || next == '.')) return false;
  const bool name = std::ranges::all_of(word, [](char c) { return !is_ascii_letter(c) || ascii_lower(c) == c; });
  return name && next != ':' && (at.before() != '\n' || word.find("kw") != word.npos || word.find("arg") != word.npos);
}

bool opens(const Around& at) {
  if (!is_ascii_space(at.before()) || is_ascii_space(at.after())) return false;
  return !is_unpacking(at);
}

bool closes(const Around& at) {
  if (is_ascii_space(at.before()) || at.before() == '*') return false;
  if (!is_ascii_space(at.after()) && !is_sentence_end(at.after())) return false;
  if (is_sentence_end(at.before()) && at.before() != ')') return true;
  return is_ascii_letter(at.before()) && at.after() == '\n';
}

/// Stars behind the last sentence, after a blank.
bool trails(const Around& at) {
  return at.before() == ' ' && is_sentence_end(at.before(2)) && at.mark.end == at.chars.size();
}

/// The runs of exactly two stars that stand in the text as they are.
std::vector<Span> star_pairs(const Text& text) {
  std::vector<Span> pairs;
  const std::string_view chars = text.chars();
  for (std::size_t at = chars.find("**"); at != std::string_view::npos; at = chars.find("**", at)) {
    std::size_t end = at;
    while (end < chars.size() && chars[end] == '*') ++end;
    const Span span{static_cast<Offset>(at), static_cast<Offset>(end)};
    if (end - at == 2 && !text.has_opaque(span)) pairs.push_back(span);
    at = end;
  }
  return pairs;
}

/// Whether the stars were escaped, and so are meant to be seen.
bool is_meant(const Text& text, Span stars) {
  return text.source(stars).size() != stars.size();
}

void look_for_stars(const Text& text, std::vector<Leftover>& found) {
  const std::vector<Span> pairs = star_pairs(text);
  if (pairs.empty() || pairs.size() > 2) return;
  for (const Span stars : pairs) {
    const Around at{text.chars(), stars};
    if (is_meant(text, stars)) continue;
    if (opens(at)) found.push_back({stars, "'**' shows in the text; the emphasis that it opens is never closed", {}});
    if (!closes(at) && !trails(at)) continue;
    found.push_back({stars, "'**' shows in the text; no emphasis is open that it could close", {}});
    if (pairs.size() == 1 && stars.end == text.size())
      found.back().clutter = {trails(at) ? stars.begin - 1 : stars.begin, stars.end};
  }
}

/// `](address` that made no link: a bracket or a blank is in the way.
void look_for_links(const Text& text, std::vector<Leftover>& found) {
  const std::string_view chars = text.chars();
  for (const std::string_view start : {"](http", "](#", "](./", "](../"}) {
    const std::size_t at = chars.find(start);
    if (at == std::string_view::npos) continue;
    const Span span{static_cast<Offset>(at), static_cast<Offset>(at + 2)};
    if (!text.has_opaque(span)) found.push_back({span, "this link is broken; its marks show in the text", {}});
  }
}

struct Residue {
  std::string_view open;
  std::string_view close;
};

constexpr std::array<Residue, 3> kTemplates = {{{"{{", "}}"}, {"<%", "%>"}, {"{%", "%}"}}};

/// What templates of question banks fill in.
constexpr std::array<std::string_view, 14> kFilledIn = {"answer", "author",      "category", "choice", "content",
                                                        "date",   "explanation", "id",       "name",   "number",
                                                        "option", "question",    "title",    "topic"};

bool is_filled_in(std::string_view expression) {
  std::string_view name = trimmed(expression);
  while (!name.empty() && (name.front() == '=' || name.front() == ' ')) name.remove_prefix(1);
  const std::size_t end = name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");
  return std::ranges::find(kFilledIn, ascii_lower(name.substr(0, end))) != kFilledIn.end();
}

constexpr std::size_t kLabel = 12;  ///< bytes beside a placeholder that may be a label or punctuation

/// A placeholder that makes up most of its paragraph: nobody filled it in.
void look_for_templates(const Text& text, std::vector<Leftover>& found) {
  const std::string_view chars = text.chars();
  for (const Residue& it : kTemplates) {
    const std::size_t begin = chars.find(it.open), end = chars.find(it.close, begin);
    if (begin == std::string_view::npos || end == std::string_view::npos) continue;
    const Span span{static_cast<Offset>(begin), static_cast<Offset>(end + it.close.size())};
    if (!is_filled_in(chars.substr(begin + 2, end - begin - 2)) || text.has_opaque(span)) continue;
    if (trimmed(chars).size() <= span.size() + kLabel)
      found.push_back({span, fmt::format("'{}' was never filled in", slice(chars, span)), {}});
  }
}

const Block* block_at(const Bank& bank, Offset at) {
  const auto after = std::ranges::upper_bound(bank.blocks, at, {}, [](const Block& it) { return it.span.begin; });
  return after == bank.blocks.begin() ? nullptr : &*std::prev(after);
}

bool in_code(const Bank& bank, Offset at) {
  const Block* block = block_at(bank, at);
  if (block == nullptr) return false;
  if (block->kind == BlockKind::code || block->kind == BlockKind::front_matter) return true;
  if (block->kind == BlockKind::markup && slice(bank.source, block->span).starts_with("<!--")) return true;
  if (std::ranges::any_of(block->inlines,
                          [&](const Inline& it) { return it.kind == InlineKind::code && it.source.contains(at); }))
    return true;
  return std::ranges::any_of(block->text.pieces(),
                             [&](const Piece& it) { return it.kind == PieceKind::opaque && it.source.contains(at); });
}

/// A tag at `at`, where one of `names` begins there.
std::optional<LooseTag> tag_at(std::string_view source, std::size_t at) {
  const bool closes = at + 1 < source.size() && source[at + 1] == '/';
  const std::size_t begin = at + (closes ? 2 : 1);
  for (const std::string_view name : {std::string_view("details"), std::string_view("summary")}) {
    if (ascii_lower(source.substr(begin, name.size())) != name) continue;
    const std::size_t end = source.find('>', begin);
    const std::size_t after = begin + name.size();
    if (end == std::string_view::npos || end > at + 200) return std::nullopt;
    if (source[after] != '>' && !is_ascii_space(source[after])) return std::nullopt;
    return LooseTag{name, closes, {static_cast<Offset>(at), static_cast<Offset>(end + 1)}};
  }
  return std::nullopt;
}

}  // namespace

std::vector<Leftover> leftovers_in(const Text& text) {
  std::vector<Leftover> found;
  look_for_stars(text, found);
  look_for_links(text, found);
  look_for_templates(text, found);
  return found;
}

std::vector<Conflict> conflicts_in(const Bank& bank) {
  std::vector<Conflict> found;
  if (bank.source.find("\n<<<<<<< ") == std::string_view::npos && !bank.source.starts_with("<<<<<<< ")) return found;
  std::optional<Span> open;
  const LineIndex lines(bank.source);
  for (std::size_t i = 0; i < lines.count(); ++i) {
    const Span line = lines.content(i);
    const std::string_view text = slice(bank.source, line);
    if (text.starts_with("<<<<<<< ") && !in_code(bank, line.begin)) open = line;
    if (text.starts_with(">>>>>>> ") && open) {
      found.push_back({*open});
      open.reset();
    }
  }
  return found;
}

std::vector<LooseTag> loose_tags_in(const Bank& bank) {
  std::vector<LooseTag> open, shown, loose;  // `shown` stand in code, as an example
  for (std::size_t at = bank.source.find('<'); at != std::string_view::npos; at = bank.source.find('<', at + 1)) {
    const auto tag = tag_at(bank.source, at);
    if (!tag) continue;
    const bool coded = in_code(bank, tag->span.begin);
    // What an example does not open itself, it closes outside: a fence that raw HTML hid made code of the end.
    std::vector<LooseTag>& stack = coded && (!tag->closes || !shown.empty()) ? shown : open;
    if (!tag->closes) {
      stack.push_back(*tag);
    } else if (!stack.empty() && stack.back().name == tag->name) {
      stack.pop_back();
    } else if (!coded) {
      loose.push_back(*tag);
    }
  }
  loose.insert(loose.end(), open.begin(), open.end());
  return loose;
}

}  // namespace quizlint
