#include "engine/fingerprint.h"

#include <charconv>

#include <fmt/format.h>

#include "bank/hash.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

std::uint32_t half(std::string_view identity) {
  return static_cast<std::uint32_t>(hash_of(identity));
}

std::string identity_of_question(const Digest& bank, const QuestionDigest& question) {
  return fmt::format("{}\n{:x}", normalised(bank.stem(question)), question.rest);
}

/// What the finding is about: a question, the copies of one, or "" for neither.
std::string matter_of(const Finding& finding, const Digest& bank) {
  if (finding.question == 0) return {};
  const QuestionDigest& question = bank.questions[finding.question - 1];
  if (!compares_questions(finding.check)) return identity_of_question(bank, question);
  return fmt::format("{}\n{:x}", normalised(finding.subject), question.rest);
}

}  // namespace

std::string normalised(std::string_view text) {
  std::string out;
  for (const char c : folded(trimmed(text))) {
    if (!is_ascii_space(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

bool compares_questions(std::string_view check) {
  return check.starts_with("duplicates/");
}

std::string fingerprint(const Finding& finding, const Digest& bank) {
  const std::string matter = matter_of(finding, bank);
  // NUL stands in no part but broken ones, so that parts cannot run into one another.
  const std::string fault = finding.check + '\0' + matter + '\0' + normalised(finding.subject);
  return fmt::format("{:08x}{:08x}", matter.empty() ? 0 : half(matter), half(fault));
}

std::uint32_t question_mark(const Digest& bank, const QuestionDigest& question) {
  return half(identity_of_question(bank, question));
}

std::uint32_t question_mark(std::string_view fingerprint) {
  std::uint32_t mark = 0;
  const std::string_view digits = fingerprint.substr(0, 8);
  std::from_chars(digits.data(), digits.data() + digits.size(), mark, 16);
  return mark;
}

}  // namespace quizlint
