#include "checks/similarity/companions.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::array<std::string_view, 9> kAnswers = {"answer",   "answers",   "answered", "key",     "keys",
                                                      "solution", "solutions", "solved",   "solucion"};
constexpr std::array<std::string_view, 19> kTasks = {"assignment", "assignments", "challenge", "exercise",  "exercises",
                                                     "practice",   "problem",     "problems",  "question",  "questions",
                                                     "quiz",       "quizzes",     "task",      "tasks",     "test",
                                                     "and",        "with",        "worksheet", "worksheets"};

bool is_one_of(std::string_view word, const auto& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

Companion companion_of(std::string_view path) {
  Companion companion;
  const std::size_t slash = path.rfind('/');
  const std::size_t dot = path.rfind('.');
  if (dot != std::string_view::npos && (slash == std::string_view::npos || dot > slash)) path = path.substr(0, dot);
  const std::string lower = ascii_lower(path);
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t end = std::min(lower.find_first_of("/._- ", at), lower.size());
    const std::string_view word = std::string_view(lower).substr(at, end - at);
    companion.answers = companion.answers || is_one_of(word, kAnswers);
    if (!word.empty() && !is_one_of(word, kAnswers) && !is_one_of(word, kTasks)) companion.stem.append(word) += '/';
    at = end + 1;
  }
  return companion;
}

bool are_companions(const Companion& a, const Companion& b) {
  return a.answers != b.answers && a.stem == b.stem;
}

}  // namespace quizlint
