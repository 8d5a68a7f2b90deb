#include "bank/digest.h"

#include "bank/bank.h"

namespace quizlint {
namespace {

constexpr std::size_t kShortAnswer = 200;

bool is_prose(BlockKind kind) {
  return kind != BlockKind::code && kind != BlockKind::table;
}

void add_line(std::string& to, std::string_view line) {
  if (!to.empty()) to += '\n';
  to += line;
}

void add_images(const Bank& bank, const Slice& slice, std::string& rest) {
  for (const Inline& run : bank.blocks[slice.block].inlines)
    if (run.kind == InlineKind::image && slice.chars.covers(run.chars)) add_line(rest, run.target);
}

std::vector<std::string> sorted_choices(const Bank& bank, const Question& question) {
  std::vector<std::string> choices;
  for (const Choice& choice : question.choices) choices.push_back(plain(bank, choice.text));
  std::sort(choices.begin(), choices.end());
  return choices;
}

std::string key_of(const Bank& bank, const Question& question) {
  std::string key;
  for (const Choice& choice : question.choices)
    if (choice.correct) add_line(key, plain(bank, choice.text));
  for (const std::string& written : question.keys) add_line(key, written);
  if (key.empty()) key = plain(bank, question.answer);
  return key.size() <= kShortAnswer ? key : std::string();
}

QuestionDigest digest_of(const Bank& bank, const LineIndex& lines, std::size_t i) {
  const Question& question = bank.questions[i];
  QuestionDigest digest;
  digest.index = static_cast<std::uint32_t>(i + 1);
  digest.stem_span = question.stem_span;
  digest.begin = lines.position(question.stem_span.begin);
  digest.end = lines.position(question.stem_span.end);
  digest.span = question.span;
  digest.language = question.language;
  for (const Slice& slice : question.stem) {
    add_line(is_prose(bank.blocks[slice.block].kind) ? digest.stem : digest.rest, trimmed(chars_of(bank, slice)));
    add_images(bank, slice, digest.rest);
  }
  for (const std::string& choice : sorted_choices(bank, question)) add_line(digest.rest, choice);
  digest.answer = key_of(bank, question);
  return digest;
}

}  // namespace

Digest digest_of(const Bank& bank, const LineIndex& lines) {
  Digest digest{bank.path, bank.layout, {}};
  digest.questions.reserve(bank.questions.size());
  for (std::size_t i = 0; i < bank.questions.size(); ++i) digest.questions.push_back(digest_of(bank, lines, i));
  return digest;
}

}  // namespace quizlint
