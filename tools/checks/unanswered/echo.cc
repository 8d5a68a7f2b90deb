#include <algorithm>

#include "checks/check.h"
#include "checks/passages.h"
#include "knowledge/pattern_index.h"
#include "text/utf8.h"
#include "text/words.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "unanswered/echo",
    .severity = Severity::warning,
    .summary = "The answer only repeats the question.",
    .why =
        "An answer that holds the words of the question, in their order, and nothing new tells nothing; most often "
        "the question was pasted into the answer's place. Questions that can be answered with their own words (\"Is "
        "UDP faster?\", \"Is it a class or a function?\") are left alone.",
    .bad =
        "**Q:** How does garbage collection work?\n\n**A:** How garbage collection works.\n\n**Q:** What is a "
        "deadlock?\n\n**A:** Two threads that wait for each other.\n",
    .good =
        "**Q:** How does garbage collection work?\n\n**A:** It frees what the program can no longer "
        "reach.\n\n**Q:** What is a deadlock?\n\n**A:** Two threads that wait for each other.\n",
    .fix = "",
};

using Words = std::vector<std::string>;

constexpr std::size_t kLongest = 400;  ///< bytes of an answer that may still be an echo

/// A word without the ending that a sentence gives it: "works" is "work".
std::string stem_of(std::string word) {
  if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss")) word.pop_back();
  return word;
}

/// Letters and digits of every token, in lower case, without those that only hold a sentence together.
Words content_words(const Bank& bank, const Knowledge& knowledge, const Passage& passage) {
  Words words;
  const std::string text = lowered(plain(bank, passage)) + " ";
  std::string word;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (is_letter(point.value) || (point.value < 0x80 && is_ascii_digit(text[at])) || point.value == '\'') {
      word += text.substr(at, point.size);
    } else if (!word.empty()) {
      if (!holds(knowledge.words("phrases/function-words"), word)) words.push_back(stem_of(word));
      word.clear();
    }
    at += point.size;
  }
  return words;
}

/// Whether the stem can be answered in its own words: by yes or no, or by one of what it names.
bool offers_its_answer(const Bank& bank, const Knowledge& knowledge, const Passage& stem) {
  const std::string text = lowered(plain(bank, stem));
  const std::string first = text.substr(0, std::min(text.find_first_of(" '\n"), text.size()));
  if (holds(knowledge.words("phrases/yes-no-openers"), first)) return true;
  return text.find(" or ") != std::string::npos || text.find("true") != std::string::npos;
}

bool is_plain_prose(const Bank& bank, const Passage& passage) {
  return std::ranges::all_of(passage, [&](const Slice& slice) {
    const Block& block = bank.blocks[slice.block];
    if (block.kind == BlockKind::table || block.text.has_opaque(slice.chars)) return false;
    return std::ranges::none_of(block.inlines, [&](const Inline& it) {
      return slice.chars.covers(it.chars) && (it.kind == InlineKind::image || it.kind == InlineKind::link);
    });
  });
}

bool echoes(const Bank& bank, const Knowledge& knowledge, const Question& question) {
  if (!question.choices.empty() || question.answer.empty() || !is_plain_prose(bank, question.answer)) return false;
  if (plain(bank, question.answer).size() > kLongest || offers_its_answer(bank, knowledge, question.stem)) return false;
  const Words asked = content_words(bank, knowledge, question.stem);
  const Words answered = content_words(bank, knowledge, question.answer);
  return asked.size() >= 2 && asked == answered;
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  for (const Question& question : bank.questions) {
    if (!echoes(bank, context.knowledge, question)) continue;
    const Span span = passage_span(bank, question.answer);
    Finding found = finding_in(bank, kInfo, span, "the answer only repeats the question");
    found.subject = plain(bank, question.answer);
    context.report(std::move(found));
  }
}

}  // namespace

extern const BankCheck kEcho;
const BankCheck kEcho = {kInfo, run};

}  // namespace quizlint
