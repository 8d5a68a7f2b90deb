#include <algorithm>
#include <map>
#include <unordered_map>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/structure/translations.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "structure/translation-drift",
    .severity = Severity::info,
    .summary = "A translation of a bank has other questions or other keys than the original.",
    .why =
        "Banks that lie side by side in several languages (quiz.md and quiz-fr.md, questions/en/1.md and "
        "questions/es/1.md) drift apart: a question is added to one of them, or a key is mended in one of them and "
        "stays "
        "wrong in the others. Questions are paired by number, else by place. Told once for the questions that are "
        "missing, and for every question whose number of choices or key differs.",
    .bad =
        "==> quiz.md <==\n## Which planet is the largest one?\n\n- [ ] Mars\n- [x] Jupiter\n==> quiz-fr.md <==\n## "
        "Quelle "
        "est la plus grande planète ?\n\n- [x] Mars\n- [ ] Jupiter\n",
    .good =
        "==> quiz.md <==\n## Which planet is the largest one?\n\n- [ ] Mars\n- [x] Jupiter\n==> quiz-fr.md <==\n## "
        "Quelle "
        "est la plus grande planète ?\n\n- [ ] Mars\n- [x] Jupiter\n",
    .fix = "",
};

struct Member {
  const Digest* bank = nullptr;
  std::string language;
};

/// The language in which most of a bank's questions are written; zeros where unknown.
std::array<char, 2> spoken(const Digest& bank) {
  std::map<std::array<char, 2>, std::size_t> counts;
  for (const QuestionDigest& question : bank.questions) ++counts[question.language];
  if (counts.empty()) return {};
  return std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; })->first;
}

/// Banks whose paths differ by a language alone, the original first: the one without a language, else the English one,
/// else the fullest.
std::vector<std::vector<Member>> families(std::span<const Digest> banks) {
  std::map<std::string, std::vector<Member>> by_name;
  for (const Digest& bank : banks) {
    if (bank.questions.empty() || bank.reference) continue;
    FamilyName name = family_name(bank.path);
    by_name[name.family].push_back({&bank, std::move(name.language)});
  }
  std::vector<std::vector<Member>> families;
  for (auto& [name, members] : by_name) {
    if (members.size() < 2) continue;
    std::ranges::stable_sort(members, {}, [](const Member& member) {
      const int rank = member.language.empty() ? 0 : member.language.starts_with("en") ? 1 : 2;
      return std::pair(rank, -static_cast<std::ptrdiff_t>(member.bank->questions.size()));
    });
    families.push_back(std::move(members));
  }
  return families;
}

/// Whether a bank is what its name says: in another language than the original.
bool is_translation(const Member& original, const Member& member) {
  if (member.language.empty() || member.language == original.language) return false;
  const std::array<char, 2> own = spoken(*member.bank);
  return own == std::array<char, 2>{} || own != spoken(*original.bank);
}

/// How the questions of a translation stand to those of the original.
struct Pairing {
  std::vector<std::pair<const QuestionDigest*, const QuestionDigest*>> pairs;  ///< original and counterpart
  std::size_t missing = 0;                                                     ///< questions without a counterpart
  std::size_t more = 0;                                                        ///< counterparts of none
};

/// The questions of a bank by number; empty where some have none or share one.
std::unordered_map<std::uint32_t, const QuestionDigest*> by_number(const Digest& bank) {
  std::unordered_map<std::uint32_t, const QuestionDigest*> numbers;
  for (const QuestionDigest& question : bank.questions)
    if (question.number == 0 || !numbers.emplace(question.number, &question).second) return {};
  return numbers;
}

Pairing paired_by_number(const Digest& original, const Digest& bank) {
  const auto numbers = by_number(bank);
  Pairing pairing;
  for (const QuestionDigest& question : original.questions) {
    const auto found = numbers.find(question.number);
    if (found != numbers.end()) pairing.pairs.emplace_back(&question, found->second);
  }
  pairing.missing = original.questions.size() - pairing.pairs.size();
  pairing.more = bank.questions.size() - pairing.pairs.size();
  return pairing;
}

bool look_alike(const QuestionDigest& a, const QuestionDigest& b) {
  return a.choices.size() == b.choices.size() && a.right == b.right;
}

/// Where one bank has more questions than the other, what stands before and after the place of the difference is
/// paired, and what lies between is not.
Pairing paired_by_place(const Digest& original, const Digest& bank) {
  const std::vector<QuestionDigest>&a = original.questions, &b = bank.questions;
  const std::size_t both = std::min(a.size(), b.size());
  std::size_t before = both, after = 0;
  if (a.size() != b.size()) {
    const auto same = std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(both), b.begin(), look_alike);
    before = static_cast<std::size_t>(same.first - a.begin());
    while (after < both - before && look_alike(a[a.size() - 1 - after], b[b.size() - 1 - after])) ++after;
  }
  Pairing pairing{{}, a.size() - both, b.size() - both};
  for (std::size_t i = 0; i < before; ++i) pairing.pairs.emplace_back(&a[i], &b[i]);
  for (std::size_t i = after; i > 0; --i) pairing.pairs.emplace_back(&a[a.size() - i], &b[b.size() - i]);
  return pairing;
}

Pairing pairing_of(const Digest& original, const Digest& bank) {
  const bool numbered = !by_number(bank).empty() && !by_number(original).empty();
  return numbered ? paired_by_number(original, bank) : paired_by_place(original, bank);
}

bool same_hashes(const Digest& a, Span of_a, const Digest& b, Span of_b) {
  return std::equal(a.hashes.begin() + of_a.begin, a.hashes.begin() + of_a.end, b.hashes.begin() + of_b.begin,
                    b.hashes.begin() + of_b.end);
}

/// "A, C" for the choices whose bits are set.
std::string letters(std::uint32_t right) {
  std::string out;
  for (int i = 0; i < 26; ++i)
    if ((right >> i & 1U) != 0) out += fmt::format("{}{}", out.empty() ? "" : ", ", static_cast<char>('A' + i));
  return out;
}

/// A path as seen from another file: without the folders that both lie in.
std::string_view seen_from(const std::string& from, std::string_view path) {
  const auto differ = std::ranges::mismatch(from, path).in2;
  const auto slash = path.substr(0, static_cast<std::size_t>(differ - path.begin())).rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

Finding finding_at(const Digest& bank, const QuestionDigest& at, const Digest& original, const QuestionDigest& other,
                   std::string message) {
  Finding found = finding(kInfo, at.stem_span, std::move(message));
  found.path = bank.path;
  found.begin = at.begin;
  found.end = at.end;
  found.question = at.index;
  found.related.push_back({original.path, other.stem_span, other.begin, other.end, "the original question"});
  return found;
}

void compare(const RunContext& context, const Digest& original, const QuestionDigest& a, const Digest& bank,
             const QuestionDigest& b) {
  if (a.choices.size() != b.choices.size()) {
    if (!a.choices.empty() && !b.choices.empty())
      context.report(finding_at(bank, b, original, a,
                                fmt::format("the question has {} choices, in {} it has {}; bring them in line",
                                            b.choices.size(), seen_from(bank.path, original.path), a.choices.size())));
    return;
  }
  if (a.right == b.right || a.right == 0 || b.right == 0) return;
  // Choices that need no translation may stand in another order.
  if (same_hashes(original, a.choices, bank, b.choices) && same_hashes(original, a.keys, bank, b.keys)) return;
  context.report(finding_at(bank, b, original, a,
                            fmt::format("the key is {}, in {} it is {}; see which is right", letters(b.right),
                                        seen_from(bank.path, original.path), letters(a.right))));
}

/// Told at the end of the bank, and of no question: that which is the last today is not tomorrow.
void report_lack(const RunContext& context, const Digest& original, const Member& member, std::string_view what,
                 std::string message) {
  const Digest& bank = *member.bank;
  Finding found = finding_at(bank, bank.questions.back(), original, original.questions.back(), std::move(message));
  found.question = 0;
  found.subject = fmt::format("{} {}", member.language, what);
  context.report(std::move(found));
}

void report_lacks(const RunContext& context, const Digest& original, const Member& member, const Pairing& pairing) {
  const std::string_view name = seen_from(member.bank->path, original.path);
  if (pairing.missing > 0)
    report_lack(context, original, member, "missing",
                fmt::format("{} of the {} questions of {} are missing in this translation", pairing.missing,
                            original.questions.size(), name));
  if (pairing.more > 0)
    report_lack(context, original, member, "more",
                fmt::format("{} questions of this translation are not in {}", pairing.more, name));
}

void run(const RunContext& context) {
  for (const std::vector<Member>& family : families(context.banks)) {
    const Member& original = family.front();
    for (std::size_t i = 1; i < family.size(); ++i) {
      if (!is_translation(original, family[i])) continue;
      const Pairing pairing = pairing_of(*original.bank, *family[i].bank);
      for (const auto& [question, other] : pairing.pairs)
        compare(context, *original.bank, *question, *family[i].bank, *other);
      report_lacks(context, *original.bank, family[i], pairing);
    }
  }
}

}  // namespace

extern const RunCheck kTranslationDrift;
const RunCheck kTranslationDrift = {kInfo, run};

}  // namespace quizlint
