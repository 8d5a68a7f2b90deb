#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "catch.h"
#include "checks/similarity/candidates.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// The hashes of runs of words, sorted.
using Runs = std::vector<std::size_t>;
using Pairs = std::set<std::pair<TextId, TextId>>;

std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : text) {
    if (c == ' ') {
      words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  return words;
}

/// The runs of three words of a text, worked out apart from the code under test.
Runs runs_in(const std::string& text) {
  const std::vector<std::string> words = words_in(text);
  Runs runs;
  for (std::size_t i = 0; i + 3 <= words.size(); ++i) {
    std::string run;
    for (std::size_t k = i; k < i + 3; ++k) run.append(words[k]).append(" ");
    runs.push_back(std::hash<std::string>()(run));
  }
  std::ranges::sort(runs);
  runs.erase(std::unique(runs.begin(), runs.end()), runs.end());
  return runs;
}

double jaccard(const Runs& a, const Runs& b) {
  std::size_t common = 0;
  for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
    if (*left == *right) ++common;
    const bool step = *left <= *right;
    right += *right <= *left;
    left += step;
  }
  return static_cast<double>(common) / static_cast<double>(a.size() + b.size() - common);
}

/// Questions drawn from a few forms and a skewed vocabulary, and copies of them with up to four edits.
std::vector<std::string> questions(std::size_t count, unsigned seed) {
  static const std::vector<std::string> kForms = {"what is the difference between a * and a *",
                                                  "how would you use a * with * in a *",
                                                  "why does the * of a * need a * before it can *",
                                                  "when should * * be preferred over *",
                                                  "which * is used to * the * when a * is * by another *",
                                                  "* * * * * * * *"};
  std::mt19937 random(seed);
  const auto draw = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const auto word = [&] {
    std::string name = "w";
    name += static_cast<char>('a' + draw(26));
    name += static_cast<char>('a' + draw(1 + draw(26)));
    return name;
  };
  std::vector<std::string> made;
  while (made.size() < count) {
    std::string text;
    if (!made.empty() && draw(3) == 0) {
      std::vector<std::string> words = words_in(made[draw(made.size())]);
      for (std::size_t edits = draw(5); edits > 0 && words.size() > 4; --edits) {
        const auto at = words.begin() + static_cast<std::ptrdiff_t>(draw(words.size()));
        if (draw(3) == 0) {
          words.erase(at);
        } else if (draw(2) == 0) {
          words.insert(at, word());
        } else {
          *at = word();
        }
      }
      for (const std::string& each : words) text.append(text.empty() ? "" : " ").append(each);
    } else {
      for (const char c : kForms[draw(kForms.size())]) text += c == '*' ? word() : std::string(1, c);
    }
    made.push_back(text);
  }
  return made;
}

Digest bank_of(const std::vector<std::string>& stems) {
  Digest bank;
  for (const std::string& stem : stems) {
    QuestionDigest question;
    question.index = static_cast<std::uint32_t>(bank.questions.size() + 1);
    question.stem = {static_cast<Offset>(bank.text.size()), static_cast<Offset>(bank.text.size() + stem.size())};
    bank.text += stem;
    bank.questions.push_back(question);
  }
  return bank;
}

struct Found {
  Corpus corpus;
  Pairs pairs;
};

Found overlapping(const Digest& bank) {
  Lexicon lexicon(Knowledge::builtin());
  Found found{corpus_of({&bank, 1}, lexicon), {}};
  overlapping_pairs(found.corpus, [&](TextId a, TextId b) { found.pairs.emplace(a, b); });
  return found;
}

TEST_CASE("nearly all pairs that overlap by 0.6 are found, and no others", "[candidates]") {
  const std::vector<std::string> texts = questions(5000, 7);
  const Digest bank = bank_of(texts);
  const Found found = overlapping(bank);
  std::map<TextId, Runs> runs;
  for (std::size_t i = 0; i < found.corpus.questions.size(); ++i)
    runs.try_emplace(found.corpus.wording_of[i], runs_in(texts[found.corpus.questions[i].question]));
  std::size_t alike = 0, met = 0;
  for (auto a = runs.begin(); a != runs.end(); ++a) {
    for (auto b = std::next(a); b != runs.end(); ++b) {
      if (jaccard(a->second, b->second) < kOverlap) continue;
      ++alike;
      met += found.pairs.count({a->first, b->first});
    }
  }
  REQUIRE(alike > 300);  // fewer would say little of a share of 99 %
  CHECK(static_cast<double>(met) >= 0.99 * static_cast<double>(alike));
  CHECK(found.pairs.size() <= alike * 101 / 100);
}

TEST_CASE("the work grows with the questions, not with their pairs", "[candidates]") {
  constexpr std::size_t kCount = 20000, kMostVisits = 2000;
  std::vector<std::string> texts;
  SECTION("all share their first words") {
    for (std::size_t i = 0; i < kCount; ++i)
      texts.push_back("in the following long question about a bank of questions say in a few words what x" +
                      std::to_string(i) + "y is");
  }
  SECTION("all are the same words in turn") {
    for (std::size_t i = 0; i < kCount; ++i)
      texts.push_back("a b c d e f g h i j k l m n o p " + std::string(i % 16, 'q') + " r s t u" + std::to_string(i));
  }
  SECTION("all are copies") {
    texts.assign(kCount, "what is a copy of a copy of a copy");
  }
  const Digest bank = bank_of(texts);
  Lexicon lexicon(Knowledge::builtin());
  std::size_t visits = 0;
  overlapping_pairs(corpus_of({&bank, 1}, lexicon), [&](TextId, TextId) { ++visits; });
  CHECK(visits <= kCount * kMostVisits);
}

TEST_CASE("one very long question costs no more than its length", "[candidates]") {
  std::string text = "why";
  for (int i = 0; i < 200000; ++i) text += " word" + std::to_string(i % 977);
  const Found found = overlapping(bank_of({text, text + " not", "what is a word", "what is a word indeed"}));
  CHECK(found.corpus.size() == 4);
  CHECK(found.pairs.count({0, 1}) == 1);
}

}  // namespace
}  // namespace quizlint
