#include "checks/passages.h"

#include <algorithm>

#include "text/words.h"

namespace quizlint {
namespace {

void add(std::vector<PassageAt>& to, std::span<const Slice> slices, Place place, std::uint32_t question,
         std::string_view language) {
  if (!slices.empty()) to.push_back({slices, place, question, language});
}

}  // namespace

std::vector<PassageAt> passages_of(const Bank& bank) {
  std::vector<PassageAt> all;
  for (std::uint32_t i = 0; i < bank.questions.size(); ++i) {
    const Question& question = bank.questions[i];
    const std::string_view language = question.language.empty() ? bank.language : question.language;
    add(all, question.stem, Place::question, i + 1, language);
    for (const Choice& choice : question.choices) add(all, choice.text, Place::choice, i + 1, language);
    const std::span<const Slice> said = without_sources(bank, question.answer);
    add(all, said, Place::answer, i + 1, language);
    add(all, std::span<const Slice>(question.answer).subspan(said.size()), Place::any, i + 1, language);
    add(all, question.explanation, Place::explanation, i + 1, language);
  }
  for (const Passage* passage : {&bank.furniture, &bank.stray})
    for (const Slice& slice : *passage) add(all, {&slice, 1}, Place::any, 0, bank.language);
  return all;
}

std::uint32_t question_at(const Bank& bank, Offset at) {
  const auto after = std::ranges::upper_bound(bank.questions, at, {}, [](const Question& it) { return it.span.begin; });
  if (after == bank.questions.begin() || !std::prev(after)->span.contains(at)) return 0;
  return static_cast<std::uint32_t>(after - bank.questions.begin());
}

Finding finding_in(const Bank& bank, const CheckInfo& check, Span span, std::string message) {
  Finding found = finding(check, span, std::move(message));
  found.question = question_at(bank, span.begin);
  return found;
}

Span passage_span(const Bank& bank, std::span<const Slice> passage) {
  Span span = join(source_of(bank, passage.front()), source_of(bank, passage.back()));
  for (const Slice& slice : passage)
    for (const Inline& it : runs_from(bank.blocks[slice.block], slice.chars.begin, slice.chars.end))
      if (slice.chars.covers(it.chars) && !it.chars.empty()) span = join(span, it.source);
  return span;
}

Span stem_lines(const Bank& bank, const Question& question) {
  Span span = question.stem_span;
  const std::size_t line_end = bank.source.find('\n', passage_span(bank, question.stem).end);
  if (line_end < span.end) span.end = static_cast<Offset>(line_end);
  return trimmed(bank.source, span);
}

bool shows_something(const Bank& bank, const Passage& passage, Span within) {
  return std::ranges::any_of(passage, [&](const Slice& slice) {
    if (!trimmed(chars_of(bank, slice)).empty()) return true;
    return std::ranges::any_of(bank.blocks[slice.block].inlines, [&](const Inline& it) {
      return it.kind == InlineKind::image && within.covers(it.source);
    });
  });
}

namespace {

bool is_link(const Bank& bank, const Slice& slice) {
  const Span shown = trimmed(bank.text(slice).chars(), slice.chars);
  Offset linked = 0;
  for (const Inline& run : runs_from(bank.blocks[slice.block], shown.begin, shown.end))
    if (run.kind == InlineKind::link && shown.covers(run.chars)) linked += run.chars.size();
  return linked > 0 && linked * 10 >= shown.size() * 7;
}

bool heads_links(const Bank& bank, const Slice& slice) {
  const std::string_view shown = trimmed(chars_of(bank, slice));
  return shown.ends_with(':') && count_words(shown) <= 5;
}

}  // namespace

std::span<const Slice> without_sources(const Bank& bank, std::span<const Slice> passage) {
  std::size_t end = passage.size();
  while (end > 0 && is_link(bank, passage[end - 1])) --end;
  if (end < passage.size() && end > 0 && heads_links(bank, passage[end - 1])) --end;
  return end == 0 ? passage : passage.first(end);
}

}  // namespace quizlint
