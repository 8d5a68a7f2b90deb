#include "checks/similarity/links.h"

#include <algorithm>

#include "checks/similarity/candidates.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// Of two different sets of choices, this part must be shared.
constexpr double kMostChoices = 0.5;
/// A wording keeps so many links; copies beyond that are linked to the first ones all the same.
constexpr std::size_t kMostLinks = 64;

std::span<const std::uint64_t> hashes(const Digest& bank, Span span) {
  return std::span(bank.hashes).subspan(span.begin, span.size());
}

std::size_t count_common(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  std::vector<std::uint64_t> common;
  std::ranges::set_intersection(a, b, std::back_inserter(common));
  return common.size();
}

bool same_choices(const Digest& bank_a, const QuestionDigest& a, const Digest& bank_b, const QuestionDigest& b,
                  bool generic) {
  const auto left = hashes(bank_a, a.choices), right = hashes(bank_b, b.choices);
  if (std::ranges::equal(left, right)) return true;
  if (generic || left.empty() || right.empty()) return false;
  const std::size_t common = count_common(left, right);
  return static_cast<double>(common) >= kMostChoices * static_cast<double>(std::max(left.size(), right.size()));
}

/// A key that only speaks of other choices, or of the stem, is right for many questions.
bool says_something(std::string_view key) {
  constexpr std::size_t kShortest = 3;
  const std::string plain = ascii_lower(key);
  static constexpr std::string_view kEmpty[] = {"all ", "none", "both ", "neither", "true", "false", "yes", "no"};
  return plain.size() >= kShortest &&
         std::ranges::none_of(kEmpty, [&](std::string_view begin) { return plain.starts_with(begin); });
}

/// Whether the right choices are the same, whatever the wrong ones are.
bool same_key(const Digest& bank_a, const QuestionDigest& a, const Digest& bank_b, const QuestionDigest& b) {
  const auto left = hashes(bank_a, a.keys), right = hashes(bank_b, b.keys);
  return !left.empty() && std::ranges::equal(left, right) && says_something(bank_a.key(a));
}

/// Whether what stands below two stems that are about the same settles that they ask the same: several choices with the
/// same key, or a long answer.
bool equal_below(const Corpus& corpus, std::span<const Digest> banks, TextId a, TextId b) {
  constexpr std::size_t kSeveral = 3;
  const QuestionRef left = corpus.wordings[a].first, right = corpus.wordings[b].first;
  const Digest &bank_a = banks[left.bank], &bank_b = banks[right.bank];
  const QuestionDigest &one = bank_a.questions[left.question], &other = bank_b.questions[right.question];
  if (corpus.wordings[a].matter != corpus.wordings[b].matter) return false;
  if (!one.choices.empty() || !other.choices.empty())
    return one.choices.size() >= kSeveral &&
           std::ranges::equal(hashes(bank_a, one.choices), hashes(bank_b, other.choices)) &&
           std::ranges::equal(hashes(bank_a, one.keys), hashes(bank_b, other.keys));
  return one.answer != 0 && one.answer == other.answer && one.key.empty();
}

bool same_language(const QuestionDigest& a, const QuestionDigest& b) {
  constexpr std::array<char, 2> kUnknown = {};
  return a.language == b.language || a.language == kUnknown || b.language == kUnknown;
}

struct Found {
  TextId from;
  Link link;
};

bool stands_before(const Found& a, const Found& b) {
  return std::tuple(a.from, b.link.likeness.tier, b.link.likeness.score, a.link.to) <
         std::tuple(b.from, a.link.likeness.tier, a.link.likeness.score, b.link.to);
}

}  // namespace

bool comparable(const Corpus& corpus, std::span<const Digest> banks, TextId a, TextId b) {
  const Corpus::Wording &left = corpus.wordings[a], &right = corpus.wordings[b];
  const Digest &bank_a = banks[left.first.bank], &bank_b = banks[right.first.bank];
  const QuestionDigest& one = bank_a.questions[left.first.question];
  const QuestionDigest& other = bank_b.questions[right.first.question];
  const bool generic = left.generic || right.generic;
  if (one.rest != other.rest || !same_language(one, other)) return false;
  if (generic && one.rest == 0 && one.choices.empty()) return false;
  return same_choices(bank_a, one, bank_b, other, generic) || (!generic && same_key(bank_a, one, bank_b, other));
}

Links::Links(const Lexicon& lexicon, const Corpus& corpus, std::span<const Digest> banks, double near,
             double paraphrase) {
  std::vector<Found> found;
  each_candidate(corpus, [&](TextId a, TextId b) {
    if (!may_be_alike(corpus, a, b) || !comparable(corpus, banks, a, b)) return;
    Likeness likeness = likeness_of(lexicon, corpus, a, b, near, paraphrase);
    if (likeness.tier == Tier::none) return;
    if (likeness.tier == Tier::paraphrase && equal_below(corpus, banks, a, b)) likeness.tier = Tier::near;
    found.push_back({a, {b, likeness}});
    found.push_back({b, {a, likeness}});
  });
  std::ranges::sort(found, stands_before);
  const auto repeated = [](const Found& a, const Found& b) { return a.from == b.from && a.link.to == b.link.to; };
  found.erase(std::unique(found.begin(), found.end(), repeated), found.end());
  begins_.assign(corpus.size() + 1, 0);
  std::size_t of_one = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    of_one = i > 0 && found[i].from == found[i - 1].from ? of_one + 1 : 0;
    if (of_one >= kMostLinks) continue;
    links_.push_back(found[i].link);
    begins_[found[i].from + 1] = static_cast<std::uint32_t>(links_.size());
  }
  for (std::size_t i = 1; i < begins_.size(); ++i) begins_[i] = std::max(begins_[i], begins_[i - 1]);
}

}  // namespace quizlint
