#pragma once

#include <string>
#include <vector>

#include "checks/similarity/similarity.h"

namespace quizlint::test {

/// A bank of open questions, built without a reader.
inline Digest bank_of(const std::vector<std::string>& stems, std::string path = "bank.md") {
  Digest bank;
  bank.path = std::move(path);
  for (const std::string& stem : stems) {
    QuestionDigest question;
    question.index = static_cast<std::uint32_t>(bank.questions.size() + 1);
    question.stem = {static_cast<Offset>(bank.text.size()), static_cast<Offset>(bank.text.size() + stem.size())};
    question.begin = {question.index, 1};
    question.language = {'e', 'n'};
    bank.text += stem;
    bank.questions.push_back(question);
  }
  return bank;
}

inline Similarity similarity(const std::vector<Digest>& banks, CheckOptions options = {}) {
  const std::vector<const CheckOptions*> settings(banks.size(), &options);
  const Report report = [](Finding) {};
  RunShared shared;
  return similarity_of({banks, settings, report, Knowledge::builtin(), shared});
}

}  // namespace quizlint::test
