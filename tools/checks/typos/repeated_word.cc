#include <algorithm>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/speller_english.h"
#include "checks/typos/prose.h"
#include "knowledge/vocabulary.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

void run(const BankContext& context);

}  // namespace

extern const BankCheck kRepeatedWord;
const BankCheck kRepeatedWord = {
    .info =
        {.id = "typos/repeated-word",
         .severity = Severity::warning,
         .summary = "The same word twice (\"the the\").",
         .why =
             "A word that was typed twice is hard to see for its writer, above all over the end of a line. Words that "
             "are doubled on purpose (\"that that\", \"had had\", \"bye bye\"), names and anything beside code are "
             "left alone.",
         .bad = "**Q:** What is the the time complexity of binary search?\n**A:** O(log n)\n",
         .good = "**Q:** What is the time complexity of binary search?\n**A:** O(log n)\n",
         .fix = "Removes the second one."},
    .run = run};

namespace {

/// Words that are doubled on purpose.
bool may_repeat(std::string_view lower) {
  constexpr std::string_view kDoubled[] = {
      "aye",   "bang",  "beep",  "blah", "bla",  "bye",  "cha",  "chop", "choo",   "click", "dear",  "die",    "dum",
      "fifty", "go",    "had",   "ha",   "hear", "ho",   "hop",  "hush", "knock",  "la",    "long",  "many",   "more",
      "na",    "never", "night", "no",   "not",  "now",  "oh",   "okay", "please", "pom",   "quack", "really", "so",
      "that",  "there", "tick",  "tsk",  "tut",  "very", "wait", "well", "win",    "woof",  "yada",  "yes",    "yo"};
  return std::ranges::binary_search(kDoubled, lower);
}

/// Words that no line holds alone: over the end of a line, only they count as repeated.
bool is_little(std::string_view lower) {
  constexpr std::string_view kLittle[] = {"a",     "an",   "and",  "are", "as",  "at", "be",   "by",    "can",  "for",
                                          "from",  "if",   "in",   "is",  "it",  "of", "on",   "or",    "our",  "the",
                                          "their", "they", "this", "to",  "was", "we", "were", "which", "will", "with"};
  return std::ranges::binary_search(kLittle, lower);
}

struct Pair {
  const std::string& chars;
  const ProseWord& first;
  const ProseWord& second;

  std::string_view between() const {
    return std::string_view(chars).substr(first.chars.end, second.chars.begin - first.chars.end);
  }
  char after() const { return second.chars.end < chars.size() ? chars[second.chars.end] : ' '; }
  char before() const { return first.chars.begin > 0 ? chars[first.chars.begin - 1] : ' '; }

  /// One blank or one line end is between them, and no sign about them says that they are quoted or joined.
  bool is_apart() const {
    const std::string_view gap = between();
    const bool ends_line = gap.find('\n') != std::string_view::npos && trimmed(gap).empty();
    const std::string_view signs = "-'\"`*_";
    return (gap == " " || ends_line) && signs.find(after()) == std::string_view::npos &&
           signs.find(before()) == std::string_view::npos;
  }

  bool is_fault() const {
    if (!first.judged || !second.judged || first.quoted || !is_apart()) return false;
    const std::string lower = first.lower;
    if (lower != second.lower || may_repeat(lower)) return false;
    if (!std::ranges::all_of(lower, [](char c) { return is_ascii_letter(c) || c == '\''; })) return false;
    if (lower.size() == 1 && lower != "a") return false;
    if (is_upper(decode(second.text, 0).value)) return false;
    if (const auto info = look_up(lower); !info || info->source != WordSource::dictionary) return false;
    if (after() == '?' && !is_little(lower)) return false;  // "Are all cats cats?"
    return between().find('\n') == std::string_view::npos || is_little(lower);
  }
};

/// Whether one of the two is set off: "the file *file*" names the second.
bool is_set_off(const Block& block, const Pair& pair) {
  return std::ranges::any_of(block.inlines, [&](const Inline& run) {
    return run.chars.covers(pair.first.chars) != run.chars.covers(pair.second.chars);
  });
}

/// Three of a kind and more are meant.
bool goes_on(const ProseBlock& prose, std::size_t i) {
  const std::string word = prose.words[i].lower;
  return (i > 0 && prose.words[i - 1].lower == word) ||
         (i + 2 < prose.words.size() && prose.words[i + 2].lower == word);
}

/// Whether the first word ends a clause and the second goes on behind it: "What it is is funny", "what he does does
/// not matter".
bool parts_clauses(const ProseBlock& prose, std::size_t i) {
  constexpr std::string_view kVerbs[] = {"do", "does", "is", "was"};
  constexpr std::string_view kOpeners[] = {"all", "how", "what", "whatever", "where", "who"};
  constexpr std::size_t kNear = 5;  ///< words between the two at most
  if (!std::ranges::binary_search(kVerbs, std::string_view(prose.words[i].lower))) return false;
  for (std::size_t at = i > kNear ? i - kNear : 0; at + 1 < i; ++at)
    if (std::ranges::binary_search(kOpeners, std::string_view(prose.words[at].lower))) return true;
  return false;
}

void report(const BankContext& context, const Block& block, const Pair& pair) {
  const Span both{pair.first.chars.begin, pair.second.chars.end};
  Finding found =
      finding(kRepeatedWord.info, block.text.source(both), fmt::format("'{}' stands here twice", pair.second.text));
  found.subject = std::string(pair.second.text);
  const Span second{pair.first.chars.end, pair.second.chars.end};
  if (block.text.editable(second))
    found.fixes.push_back(
        {fmt::format("Remove one '{}'", pair.second.text), Safety::safe, {{block.text.source(second), ""}}});
  context.report(std::move(found));
}

void run(const BankContext& context) {
  constexpr std::size_t kFewest = 4;  ///< words of a text; "Gorilla gorilla" is a name
  for (const ProseBlock& prose : prose_blocks(context)) {
    const Block& block = context.bank.blocks[prose.block];
    if (!prose.language.empty() && prose.language != "en") continue;
    if (prose.words.size() < kFewest) continue;
    for (std::size_t i = 0; i + 1 < prose.words.size(); ++i)
      if (const Pair pair{block.text.chars(), prose.words[i], prose.words[i + 1]};
          pair.is_fault() && !is_set_off(block, pair) && !goes_on(prose, i) && !parts_clauses(prose, i))
        report(context, block, pair);
  }
}

}  // namespace
}  // namespace quizlint
