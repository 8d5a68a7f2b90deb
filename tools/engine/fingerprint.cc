#include "engine/fingerprint.h"

#include <fmt/format.h>
#include <xxhash.h>

#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {

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

std::string fingerprint(const Finding& finding, const Digest& bank) {
  // NUL stands in no part but broken ones, so that parts cannot run into one another.
  std::string identity = finding.check;
  identity += '\0';
  if (finding.question != 0) {
    const QuestionDigest& question = bank.questions[finding.question - 1];
    identity += fmt::format("{}\n{:x}", normalised(bank.stem(question)), question.rest);
  }
  identity += '\0';
  identity += normalised(finding.subject);
  return fmt::format("{:016x}", XXH3_64bits(identity.data(), identity.size()));
}

}  // namespace quizlint
