#include <algorithm>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/passages.h"
#include "knowledge/language.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "fragments/truncated",
    .severity = Severity::info,
    .summary = "A question or an answer that starts or stops in mid-sentence.",
    .why =
        "The rest was lost in an edit or a copy. Told where a text ends with a word or a sign that needs more "
        "(\"and\", "
        "\"the\", a comma, an open bracket), or an answer begins with one that needs something before it.",
    .bad =
        "**Q:** What is a mutex?\n\n**A:** A lock that one thread holds at a time and\n\n**Q:** What is a queue?\n\n"
        "**A:** A line of things that wait.\n",
    .good =
        "**Q:** What is a mutex?\n\n**A:** A lock that one thread holds at a time.\n\n**Q:** What is a queue?\n\n"
        "**A:** A line of things that wait.\n",
    .fix = "",
};

bool is_english(const Bank& bank, const PassageAt& at) {
  if (!at.language.empty()) return at.language == "en";
  return language_of(chars_of(bank, at.slices.back())) == "en";
}

bool is_prose(const Bank& bank, const Slice& slice) {
  const BlockKind kind = bank.blocks[slice.block].kind;
  return kind == BlockKind::paragraph || kind == BlockKind::heading || kind == BlockKind::summary ||
         kind == BlockKind::field;
}

std::string_view last_word(std::string_view chars) {
  std::size_t begin = chars.size();
  while (begin > 0 && is_ascii_letter(chars[begin - 1])) --begin;
  return chars.substr(begin);
}

/// A bracket that the passage opens and never closes, or npos. List labels such as "a)" close nothing.
std::size_t open_bracket(std::string_view chars) {
  std::vector<std::size_t> open;
  for (std::size_t at = 0; at < chars.size(); ++at) {
    if (chars[at] == '(') open.push_back(at);
    if (chars[at] == ')' && !open.empty()) open.pop_back();
    const bool smiley = chars[at] == '(' && at > 0 && (chars[at - 1] == ':' || chars[at - 1] == ';');
    if (smiley) open.pop_back();
  }
  return open.empty() ? std::string_view::npos : open.front();
}

/// What is wrong with the end of a paragraph that nothing follows; "" where nothing is.
std::string fault_at_end(const Knowledge& knowledge, std::string_view chars) {
  const std::string_view word = last_word(chars);
  if (chars.ends_with(',')) return "the text ends with a comma; its rest seems to be lost";
  if (word.size() < chars.size() && chars.find(' ') != chars.npos && holds(knowledge.words("phrases/open-ends"), word))
    return fmt::format("the text ends with '{}'; its rest seems to be lost", word);
  if (open_bracket(chars) != std::string_view::npos) return "a bracket that opens here is never closed";
  return "";
}

void report(const BankContext& context, const PassageAt& at, Span span, std::string message) {
  Finding found = finding(kInfo, span, std::move(message));
  found.question = at.question;
  found.subject = slice(context.bank.source, span);
  context.report(std::move(found));
}

void look_at_end(const BankContext& context, const PassageAt& at) {
  const Bank& bank = context.bank;
  const Slice& slice = at.slices.back();
  if (!is_prose(bank, slice)) return;
  const Text prose = prose_of(text_of(bank, slice));
  const Span chars = trimmed(prose.chars(), {0, prose.size()});
  const std::string message = fault_at_end(context.knowledge, quizlint::slice(prose.chars(), chars));
  if (message.empty()) return;
  const std::size_t bracket = open_bracket(quizlint::slice(prose.chars(), chars));
  const bool at_bracket = message.starts_with("a bracket");
  const Offset begin = at_bracket ? chars.begin + static_cast<Offset>(bracket) : chars.end - 1;
  report(context, at, prose.source({begin, begin + 1}), message);
}

/// An answer that begins with "and", "or", "but" in lower case.
void look_at_begin(const BankContext& context, const PassageAt& at) {
  const Slice& slice = at.slices.front();
  if (at.place != Place::answer || !is_prose(context.bank, slice)) return;
  const Text& text = context.bank.text(slice);
  const Span chars = trimmed(text.chars(), slice.chars);
  const std::string_view begin = quizlint::slice(text.chars(), chars);
  for (const std::string_view word : {"and ", "or ", "but "})
    if (begin.starts_with(word))
      report(context, at, text.source({chars.begin, chars.begin + static_cast<Offset>(word.size()) - 1}),
             fmt::format("the answer begins with '{}'; what came before seems to be lost", trimmed(word)));
}

/// Whether a question ends with its stem: a list, a table or code below it may end its sentence.
bool ends_there(const Bank& bank, const Question& question) {
  if (!question.choices.empty()) return false;
  if (question.answer.empty()) return true;
  const Block& next = bank.blocks[question.answer.front().block];
  return next.marker.kind == Marker::Kind::none && next.kind == BlockKind::paragraph;
}

void run(const BankContext& context) {
  for (const PassageAt& at : passages_of(context.bank)) {
    if ((at.place != Place::question && at.place != Place::answer) || !is_english(context.bank, at)) continue;
    look_at_begin(context, at);
    if (at.place == Place::answer || ends_there(context.bank, context.bank.questions[at.question - 1]))
      look_at_end(context, at);
  }
}

}  // namespace

extern const BankCheck kTruncated;
const BankCheck kTruncated = {kInfo, run};

}  // namespace quizlint
