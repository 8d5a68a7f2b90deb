#include "checks/similarity/similarity.h"

#include <algorithm>
#include <array>
#include <map>

#include "bank/identity.h"
#include "checks/similarity/answers.h"
#include "checks/similarity/companions.h"
#include "checks/similarity/contained.h"
#include "checks/similarity/differences.h"
#include "checks/similarity/links.h"

namespace quizlint {
namespace {

using Scope = CheckOptions::Scope;

/// Of the earlier questions of one wording so many are tried from the first and from the last.
constexpr std::size_t kTries = 32;

/// The questions of each wording, in their order.
struct Askers {
  std::vector<std::uint32_t> begins;
  std::vector<std::uint32_t> questions;  // indices into Corpus::questions

  explicit Askers(const Corpus& corpus) : begins(corpus.size() + 1), questions(corpus.questions.size()) {
    for (const TextId id : corpus.wording_of) ++begins[id + 1];
    for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
    std::vector<std::uint32_t> next(begins.begin(), begins.end() - 1);
    for (std::uint32_t i = 0; i < corpus.wording_of.size(); ++i) questions[next[corpus.wording_of[i]]++] = i;
  }
  std::span<const std::uint32_t> of(TextId id) const {
    return std::span(questions).subspan(begins[id], begins[id + 1] - begins[id]);
  }
};

using Language = std::array<char, 2>;

/// The language of most questions whose language is known, zeros where there is none.
Language language_of(const Digest& bank) {
  std::map<Language, std::size_t> counts;
  for (const QuestionDigest& question : bank.questions)
    if (question.language != Language{}) ++counts[question.language];
  const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
  return most == counts.end() ? Language{} : most->first;
}

/// All that finding the first copy of a question needs.
struct Walk {
  const RunContext& context;
  const Corpus& corpus;
  const Links& links;
  std::span<const BankPair> told;
  Askers askers;
  std::vector<Language> languages;    ///< one a bank
  std::vector<Companion> companions;  ///< one a bank

  const Digest& bank(QuestionRef ref) const { return context.banks[ref.bank]; }
  const QuestionDigest& question(QuestionRef ref) const { return bank(ref).questions[ref.question]; }

  bool in_scope(QuestionRef a, QuestionRef b) const {
    if (a.bank == b.bank) return true;
    const Language here = languages[a.bank], there = languages[b.bank];
    if (here != there && here != Language{} && there != Language{}) return false;
    if (are_companions(companions[a.bank], companions[b.bank])) return false;
    if (bank(b).reference) return true;
    const Scope scope = context.options[a.bank]->duplicates_scope;
    return scope == Scope::run || (scope == Scope::folder && directory_of(bank(a).path) == directory_of(bank(b).path));
  }

  bool answers_differ(QuestionRef a, QuestionRef b) const {
    return contradict(bank(a), question(a), bank(b), question(b));
  }

  /// What banks share that were told as a whole is not told again, unless the answers differ.
  bool is_told(QuestionRef a, QuestionRef b) const {
    const BankPair pair = std::minmax(a.bank, b.bank);
    return a.bank != b.bank && std::ranges::binary_search(told, pair) && !answers_differ(a, b);
  }

  /// "Closure" in a deck of one language is not "Closure" in that of another, unless it is answered alike.
  bool same_subject(std::uint32_t i, std::uint32_t other) const {
    const bool title = corpus.wordings[corpus.wording_of[i]].title || corpus.wordings[corpus.wording_of[other]].title;
    const QuestionRef a = corpus.questions[i], b = corpus.questions[other];
    if (!title || a.bank == b.bank || !question(a).choices.empty()) return true;
    return question(a).answer != 0 && question(a).answer == question(b).answer;
  }

  /// What says nothing by itself is the same where what stands beside it is (it belongs to the wording), or the answer.
  bool same_beside(std::uint32_t i, std::uint32_t other) const {
    const QuestionDigest &a = question(corpus.questions[i]), &b = question(corpus.questions[other]);
    if (!corpus.wordings[corpus.wording_of[i]].generic || a.rest != 0 || !a.choices.empty()) return true;
    return a.answer != 0 && a.answer == b.answer;
  }

  bool counts(std::uint32_t i, std::uint32_t other) const {
    const QuestionRef a = corpus.questions[i], b = corpus.questions[other];
    return other < i && in_scope(a, b) && same_subject(i, other) && same_beside(i, other) && !is_told(a, b);
  }

  /// The first earlier question of this wording that counts, or -1.
  std::int64_t first_of(TextId wording, std::uint32_t i) const {
    const std::span<const std::uint32_t> asked = askers.of(wording);
    const auto earlier = asked.first(static_cast<std::size_t>(std::ranges::lower_bound(asked, i) - asked.begin()));
    for (const std::uint32_t other : earlier.first(std::min(kTries, earlier.size())))
      if (counts(i, other)) return other;
    const auto home = std::ranges::lower_bound(earlier, corpus.questions[i].bank, {},
                                               [&](std::uint32_t other) { return corpus.questions[other].bank; });
    if (home != earlier.end() && corpus.questions[*home].bank == corpus.questions[i].bank && counts(i, *home))
      return *home;
    for (const std::uint32_t other : earlier.last(std::min(kTries, earlier.size())))
      if (counts(i, other)) return other;
    return -1;
  }

  /// Two questions in other words whose keys differ or whose short answers have nothing in common hardly ask the same.
  bool answered_otherwise(std::uint32_t i, std::int64_t other) const {
    const QuestionRef a = corpus.questions[i], b = corpus.questions[static_cast<std::size_t>(other)];
    return answers_differ(a, b) || share_nothing(bank(a).key(question(a)), bank(b).key(question(b)));
  }

  bool reaches(QuestionRef ref, const Likeness& likeness) const {
    const CheckOptions& options = *context.options[ref.bank];
    return likeness.score >= (likeness.tier == Tier::near ? options.near : options.paraphrase) - 1e-9;
  }

  struct First {
    std::int64_t question = -1;
    Likeness likeness;
  };

  /// The earlier question that is most like this one; of equals the first.
  First first_like(std::uint32_t i) const {
    First best{first_of(corpus.wording_of[i], i), {Tier::exact, 1}};
    if (best.question >= 0) return best;
    for (const Link& link : links.of(corpus.wording_of[i])) {
      if (best.question >= 0 && link.likeness.tier < best.likeness.tier) break;
      if (!reaches(corpus.questions[i], link.likeness)) continue;
      const std::int64_t other = first_of(link.to, i);
      if (other >= 0 && link.likeness.tier == Tier::paraphrase && answered_otherwise(i, other)) continue;
      if (other >= 0 && (best.question < 0 || other < best.question)) best = {other, link.likeness};
    }
    return best;
  }
};

/// The same for a pair whichever of the two stands first.
std::string cluster_of(std::string_view a, std::string_view b) {
  std::string one = identity_of(a), other = identity_of(b);
  if (other < one) std::swap(one, other);
  return one == other ? one : one + '\n' + other;
}

Copy copy_of(Tier tier, bool conflict) {
  if (conflict && tier >= Tier::near) return Copy::conflict;
  return tier == Tier::exact ? Copy::exact : tier == Tier::near ? Copy::near : Copy::paraphrase;
}

std::vector<Repeat> repeats_of(const Walk& walk) {
  std::vector<Repeat> repeats;
  for (std::uint32_t i = 0; i < walk.corpus.questions.size(); ++i) {
    const QuestionRef ref = walk.corpus.questions[i];
    if (walk.bank(ref).reference) continue;
    const Walk::First first = walk.first_like(i);
    if (first.question < 0) continue;
    const QuestionRef other = walk.corpus.questions[static_cast<std::size_t>(first.question)];
    const std::string_view here = walk.bank(ref).stem(walk.question(ref));
    const std::string_view there = walk.bank(other).stem(walk.question(other));
    const bool exact = first.likeness.tier == Tier::exact;
    repeats.push_back({copy_of(first.likeness.tier, walk.answers_differ(ref, other)), ref, other, first.likeness.score,
                       exact ? std::string() : differences(here, there), cluster_of(here, there)});
  }
  return repeats;
}

Similarity analyse(const RunContext& context) {
  Lexicon lexicon(context.knowledge);
  const Corpus corpus = corpus_of(context.banks, lexicon);
  double near = 1, paraphrase = 1;
  for (const CheckOptions* options : context.options) {
    near = std::min(near, options->near);
    paraphrase = std::min(paraphrase, options->paraphrase);
  }
  const Links links(lexicon, corpus, context.banks, near, paraphrase);
  Similarity similarity;
  Containment contained = contained_banks(corpus, links, context.banks);
  std::vector<Language> languages;
  std::vector<Companion> companions;
  for (const Digest& bank : context.banks) {
    languages.push_back(language_of(bank));
    companions.push_back(companion_of(bank.path));
  }
  similarity.repeats = repeats_of(
      {context, corpus, links, contained.shared, Askers(corpus), std::move(languages), std::move(companions)});
  similarity.contained = std::move(contained.told);
  return similarity;
}

}  // namespace

const Similarity& similarity_of(const RunContext& context) {
  if (!context.shared.similarity) context.shared.similarity = std::make_shared<const Similarity>(analyse(context));
  return *context.shared.similarity;
}

}  // namespace quizlint
