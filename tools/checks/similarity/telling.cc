#include "checks/similarity/telling.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// The two questions of a repeat.
struct Pair {
  const Digest &here, &there;
  const QuestionDigest &question, &first;

  Pair(const RunContext& context, const Repeat& repeat)
      : here(context.banks[repeat.question.bank]),
        there(context.banks[repeat.first.bank]),
        question(here.questions[repeat.question.question]),
        first(there.questions[repeat.first.question]) {}
};

/// "line 12", or "other.md:12" where it stands in another bank, "line 1, column 34" in one and the same line.
std::string place_of(const Pair& pair) {
  if (pair.here.path == pair.there.path && pair.question.begin.line == pair.first.begin.line)
    return fmt::format("line {}, column {}", pair.first.begin.line, pair.first.begin.column);
  if (pair.here.path == pair.there.path) return fmt::format("line {}", pair.first.begin.line);
  return fmt::format("{}:{}", pair.there.path, pair.first.begin.line);
}

/// In one line, and no longer than a message can bear.
std::string shortened(std::string_view text) {
  constexpr std::size_t kLongest = 80;
  std::string line;
  for (const char c : text) line += is_ascii_space(c) ? ' ' : c;
  if (line.size() <= kLongest) return line;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return line.substr(0, end) + "\xE2\x80\xA6";
}

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : trimmed(text))
    if (!is_ascii_space(c) || out.back() != ' ') out += is_ascii_space(c) ? ' ' : c;
  return out;
}

/// "2 of 4 choices differ", "" where none do.
std::string choices_difference(const Pair& pair) {
  const auto of = [](const Digest& bank, Span span) { return std::span(bank.hashes).subspan(span.begin, span.size()); };
  const auto left = of(pair.here, pair.question.choices), right = of(pair.there, pair.first.choices);
  std::vector<std::uint64_t> common;
  std::ranges::set_intersection(left, right, std::back_inserter(common));
  const std::size_t count = std::max(left.size(), right.size());
  return common.size() == count ? "" : fmt::format("{} of {} choices differ", count - common.size(), count);
}

std::string what_differs(const Pair& pair, const Repeat& repeat) {
  const std::string choices = choices_difference(pair);
  if (repeat.differs.empty() || choices.empty()) return repeat.differs + choices;
  return repeat.differs + "; " + choices;
}

/// No two different texts are wholly alike.
std::string percent(double score) {
  return fmt::format("{:.0f} % alike", std::min(0.99, score) * 100);
}

std::string message_of_exact(const Pair& pair) {
  const std::string surface = surface_difference(pair.here.stem(pair.question), pair.there.stem(pair.first));
  return fmt::format("the same question stands in {}{}{}; keep one of the two", place_of(pair),
                     surface.empty() ? "" : ", ", surface);
}

std::string message_of_near(const Pair& pair, const Repeat& repeat) {
  const std::string differs = what_differs(pair, repeat);
  if (differs.empty()) return fmt::format("but for punctuation the same question stands in {}", place_of(pair));
  return fmt::format("nearly the same question ({}) stands in {}: {}", percent(repeat.score), place_of(pair), differs);
}

std::string message_of_conflict(const Pair& pair, const Repeat& repeat) {
  const std::string differs = what_differs(pair, repeat);
  const std::string alike = repeat.score >= 1 || differs.empty()
                                ? std::string("the same question")
                                : fmt::format("nearly the same question ({}: {})", percent(repeat.score), differs);
  return fmt::format("{} stands in {} with another answer: '{}' here, '{}' there", alike, place_of(pair),
                     shortened(pair.here.key(pair.question)), shortened(pair.there.key(pair.first)));
}

}  // namespace

std::string surface_difference(std::string_view here, std::string_view there) {
  if (here == there) return {};
  const std::string one = collapsed(here), other = collapsed(there);
  const bool spaced = one != here || other != there;
  if (one == other) return "but for white space";
  const bool case_only = folded(one) == folded(other);
  if (spaced) return case_only ? "but for white space and case" : "but for white space and the form of characters";
  return case_only ? "but for case" : "but for the form of characters";
}

std::string message_of(const RunContext& context, const Repeat& repeat) {
  const Pair pair(context, repeat);
  switch (repeat.copy) {
    case Copy::exact: return message_of_exact(pair);
    case Copy::near: return message_of_near(pair, repeat);
    case Copy::conflict: return message_of_conflict(pair, repeat);
    case Copy::paraphrase: break;
  }
  const std::string differs = what_differs(pair, repeat);
  return fmt::format("asks very likely the same as {} in other words ({}){}{}", place_of(pair), percent(repeat.score),
                     differs.empty() ? "" : ": ", differs);
}

void report_repeats(const RunContext& context, const CheckInfo& check, Copy copy) {
  for (const Repeat& repeat : similarity_of(context).repeats) {
    if (repeat.copy != copy) continue;
    const Pair pair(context, repeat);
    Finding found = finding(check, pair.question.stem_span, message_of(context, repeat));
    found.path = pair.here.path;
    found.begin = pair.question.begin;
    found.end = pair.question.end;
    found.question = pair.question.index;
    found.related.push_back(
        {pair.there.path, pair.first.stem_span, pair.first.begin, pair.first.end, "it stands here first"});
    found.subject = repeat.cluster;
    context.report(std::move(found));
  }
}

}  // namespace quizlint
