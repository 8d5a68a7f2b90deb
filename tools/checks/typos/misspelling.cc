#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/speller_distance.h"
#include "checks/speller_english.h"
#include "checks/typos/spelling.h"
#include "knowledge/vocabulary.h"

namespace quizlint {
namespace {

void run(const BankContext& context);

}  // namespace

extern const BankCheck kMisspelling;
const BankCheck kMisspelling = {
    .info =
        {.id = "typos/misspelling",
         .severity = Severity::warning,
         .summary = "A word that is not one, while a close correction is known.",
         .why =
             "A typo in a question makes readers doubt the answer. A word is reported when it is in no dictionary and "
             "no vocabulary of the field, and one frequent word is so close that it was surely meant; how far is far "
             "depends on the length of the word, on where it stands and on whether it recurs like a term. Names, code, "
             "addresses and text in other languages are left alone. A word that is right belongs into `vocabulary` of "
             ".quizlint.yaml.",
         .bad = "**Q:** What is the time complexcity of binary search?\n**A:** O(log n)\n",
         .good = "**Q:** What is the time complexity of binary search?\n**A:** O(log n)\n",
         .fix = "Replaces the word by the correction; safe where one correction clearly leads and the slip is "
                "small."},
    .run = run};

namespace {

std::string message_for(const BankContext& context, const Doubt& doubt) {
  const auto& corrections = doubt.corrections;
  if (doubt.variety)
    return fmt::format("'{}' is not {} English; write '{}'", doubt.word,
                       context.options.english == English::british ? "British" : "American", corrections[0]);
  std::string message = fmt::format("'{}' is not a word; did you mean '{}'", doubt.word, corrections[0]);
  if (!doubt.sure)
    for (std::size_t i = 1; i < corrections.size(); ++i)
      message += fmt::format("{}'{}'", i + 1 == corrections.size() ? " or " : ", ", corrections[i]);
  return message + "?";
}

/// Whether the correction can be written where the word stands as it is.
bool can_replace(const Block& block, Span chars, std::string_view correction) {
  return block.text.editable(chars) &&
         (block.quoting == Quoting::none || correction.find('\'') == std::string_view::npos);
}

bool has_letters_of(std::string_view word, std::string_view correction) {
  std::string here(word), there(correction);
  std::ranges::sort(here);
  std::ranges::sort(there);
  return here == there;
}

/// Whether nobody would look twice before mending it: letters that changed places, one small slip, or hardly more in a
/// long word. Of 10,000 misspellings that codespell 2.4 lists, 84 in a hundred are such, and of their corrections one
/// in a hundred was another word than codespell's; where a letter became another one or two slips meet, one in ten was.
bool is_small_slip(std::string_view word, std::string_view correction) {
  constexpr double kOneSlip = 1.15, kInLongWord = 1.6;
  constexpr std::size_t kLong = 9, kLongest = 40;
  if (word.size() > kLongest || correction.size() > kLongest) return false;
  const std::string here = plain_lower(word), there = plain_lower(correction);
  if (has_letters_of(here, there)) return true;
  const double cost = slip_cost(here, there);
  return cost <= kOneSlip || (here.size() >= kLong && cost <= kInLongWord && here.back() == there.back());
}

/// Whether a word may be a name that no list has: a short one with a capital that a letter parts from a word that is
/// not among the commonest ("Meenu" from "Menu"; but "Teh").
bool may_be_name(std::string_view word, std::string_view correction) {
  constexpr std::size_t kLong = 8;         ///< letters; so many are hardly near a word by chance
  constexpr std::uint8_t kCommonest = 12;  ///< Zipf value 6: one of a thousand words of a text
  if (word.size() >= kLong || word.empty() || word[0] < 'A' || word[0] > 'Z') return false;
  const auto info = look_up(plain_lower(correction));
  return !info || info->frequency < kCommonest;
}

Safety safety_of(const Doubt& doubt, std::string_view correction) {
  if (!doubt.sure) return Safety::suggestion;
  if (!doubt.variety && may_be_name(doubt.word, correction)) return Safety::unsafe;
  return doubt.variety || is_small_slip(doubt.word, correction) ? Safety::safe : Safety::unsafe;
}

void run(const BankContext& context) {
  for (const Doubt& doubt : doubtful_words(context)) {
    if (!doubt.misspelling) continue;
    const Block& block = context.bank.blocks[doubt.block];
    const Span span = block.text.source(doubt.chars);
    if (slice(context.bank.source, span).find('<') != std::string_view::npos)
      continue;  // letters below or above others
    Finding found = finding(kMisspelling.info, span, message_for(context, doubt));
    found.subject = std::string(doubt.word);
    for (const std::string& correction : doubt.corrections) {
      if (!can_replace(block, doubt.chars, correction)) continue;
      found.fixes.push_back(
          {fmt::format("Replace with '{}'", correction), safety_of(doubt, correction), {{span, correction}}});
      if (doubt.sure) break;
    }
    context.report(std::move(found));
  }
}

}  // namespace
}  // namespace quizlint
