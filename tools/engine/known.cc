#include "engine/known.h"

#include <algorithm>
#include <limits>
#include <map>

#include "engine/fingerprint.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// Enough of a text to know it again, and little enough for a line.
constexpr std::size_t kLongest = 80;
/// From this length a faulty text is a passage, in which a word may have been mended, and no longer a word.
constexpr std::size_t kPassage = 20;
/// How many pairs are compared at most; a run with more has changed so much that little is to be known again.
constexpr std::size_t kMostPairs = 1'000'000;

/// In one line, without the sign that parts the fields of a baseline.
std::string hint(std::string_view text) {
  std::string line;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.value >= kInvalid) {
      line += '?';
    } else if (point.value <= ' ' || point.value == 0x7F || point.value == '|') {
      if (!line.empty() && line.back() != ' ') line += ' ';
    } else {
      line += text.substr(at, point.size);
    }
    at += point.size;
  }
  line = prefix(line, kLongest);
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

/// Copies are named by both wordings; the second matters as much as the first.
std::string hint_of_copies(std::string_view subject) {
  const std::size_t end = subject.find('\n');
  return end == std::string_view::npos ? hint(subject)
                                       : hint(subject.substr(0, end)) + " // " + hint(subject.substr(end + 1));
}

/// The edit distance (Levenshtein), or anything above `most` where it is greater.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > most) return most + 1;
  std::vector<std::size_t> row(a.size() + 1);
  for (std::size_t i = 0; i <= a.size(); ++i) row[i] = i;
  for (std::size_t j = 1; j <= b.size(); ++j) {
    std::size_t diagonal = row[0], least = row[0] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[i];
      row[i] = std::min({replaced, row[i] + 1, row[i - 1] + 1});
      least = std::min(least, row[i]);
    }
    if (least > most) return most + 1;
  }
  return row[a.size()];
}

constexpr std::size_t kUnlike = std::numeric_limits<std::size_t>::max();

/// How far two texts are from one another, kUnlike where too far for one to be the other mended.
std::size_t unlikeness(std::string_view a, std::string_view b) {
  if (a == b) return 0;
  const std::size_t most = std::max(a.size(), b.size()) / 5;
  const std::size_t found = distance(a, b, most);
  return found <= most ? found : kUnlike;
}

/// A fault with its texts ready for comparison.
struct Candidate {
  std::string subject;
  std::string stem;
  std::vector<std::string> copies;
};

Candidate candidate_of(const KnownFault& fault) {
  Candidate candidate{normalised(fault.subject), normalised(fault.stem), {}};
  if (!compares_questions(fault.check)) return candidate;
  const std::size_t parted = candidate.subject.find(" // ");
  candidate.copies = {candidate.subject.substr(0, parted)};
  if (parted != std::string::npos) candidate.copies.push_back(candidate.subject.substr(parted + 4));
  return candidate;
}

/// What was known of two copies bears on another check where they become more alike or less; not where they, or other
/// copies, now contradict each other.
bool may_be(const KnownFault& now, const KnownFault& before) {
  if (now.check == before.check) return true;
  return compares_questions(now.check) && compares_questions(before.check) && !now.stem.empty() &&
         !before.stem.empty() && now.check != "duplicates/conflicting";
}

std::size_t unlikeness_of_copies(const Candidate& now, const Candidate& before) {
  std::size_t least = kUnlike;
  for (const std::string& one : now.copies)
    for (const std::string& other : before.copies) least = std::min(least, unlikeness(one, other));
  return least;
}

std::size_t unlikeness(const Candidate& now, const Candidate& before) {
  if (!now.copies.empty()) return unlikeness_of_copies(now, before);
  if (now.stem.empty() != before.stem.empty()) return kUnlike;
  if (now.subject != before.subject) {
    if (std::min(now.subject.size(), before.subject.size()) < kPassage) return kUnlike;
    if (unlikeness(std::string_view(now.subject), before.subject) == kUnlike) return kUnlike;
  }
  return unlikeness(std::string_view(now.stem), before.stem);
}

class Sieve {
 public:
  Sieve(std::span<const KnownFault> now, const QuestionCounts& questions, const Past& past)
      : now_(now), questions_(questions), past_(past), left_(past.faults) {
    result_.known.resize(now.size());
  }

  Sifted run() {
    for (std::size_t i = 0; i < left_.size(); ++i) by_fingerprint_[left_[i].fingerprint].push_back(i);
    match_fingerprints(true);
    match_fingerprints(false);
    match_mended();
    std::erase_if(left_, [](const KnownFault& fault) { return fault.count == 0; });
    result_.gone = std::move(left_);
    return std::move(result_);
  }

 private:
  void match_fingerprints(bool at_its_path) {
    for (std::size_t i = 0; i < now_.size(); ++i) {
      const auto found = by_fingerprint_.find(now_[i].fingerprint);
      if (result_.known[i] || found == by_fingerprint_.end()) continue;
      const auto place = std::ranges::find_if(found->second, [&](std::size_t k) {
        return left_[k].count > 0 && (!at_its_path || left_[k].path == now_[i].path);
      });
      if (place != found->second.end()) take(i, *place);
    }
  }

  void take(std::size_t i, std::size_t k) {
    result_.known[i] = true;
    --left_[k].count;
  }

  static std::size_t count_in(const QuestionCounts& questions, std::uint32_t mark) {
    const auto found = questions.find(mark);
    return found == questions.end() ? 0 : found->second;
  }

  /// Whether a question with this fault may have become another one: it stands less often than it did.
  bool may_be_gone(const KnownFault& before, std::size_t k) const {
    if (before.stem.empty() || compares_questions(before.check)) return true;
    const std::uint32_t mark = question_mark(before.fingerprint);
    const KnownFault& kept = past_.faults[k];
    const std::size_t was = past_.has_questions ? count_in(past_.questions, mark) : std::max(kept.count, kept.askings);
    return count_in(questions_, mark) < was;
  }

  /// Whether a question with this fault may have been another one: it stands more often than it did.
  bool may_be_new(const KnownFault& fault) const {
    if (!past_.has_questions || fault.stem.empty() || compares_questions(fault.check)) return true;
    const std::uint32_t mark = question_mark(fault.fingerprint);
    return count_in(questions_, mark) > count_in(past_.questions, mark);
  }

  /// What two faults must share for one to be the other mended; short faulty texts are words, and do not change.
  static std::string kind_of(const KnownFault& fault, const Candidate& candidate) {
    if (!candidate.copies.empty()) return "copies";
    return candidate.subject.size() < kPassage ? fault.check + '\n' + candidate.subject : fault.check;
  }

  using Gone = std::map<std::string, std::vector<std::pair<std::size_t, Candidate>>>;

  Gone gone_by_kind() const {
    Gone gone;
    for (std::size_t k = 0; k < left_.size(); ++k) {
      if (left_[k].count == 0 || !may_be_gone(left_[k], k)) continue;
      Candidate candidate = candidate_of(left_[k]);
      gone[kind_of(left_[k], candidate)].emplace_back(k, std::move(candidate));
    }
    return gone;
  }

  void match_mended() {
    const Gone gone = gone_by_kind();
    std::size_t pairs = 0;
    for (std::size_t i = 0; i < now_.size() && pairs <= kMostPairs && !gone.empty(); ++i) {
      if (result_.known[i] || !may_be_new(now_[i])) continue;
      const Candidate here = candidate_of(now_[i]);
      const auto kind = gone.find(kind_of(now_[i], here));
      if (kind == gone.end()) continue;
      std::size_t best = left_.size(), least = kUnlike;
      for (const auto& [k, there] : kind->second) {
        if (left_[k].count == 0 || !may_be(now_[i], left_[k])) continue;
        ++pairs;
        const std::size_t unlike = unlikeness(here, there);
        if (unlike < least) best = k, least = unlike;
      }
      if (least != kUnlike) take(i, best);
    }
  }

  std::span<const KnownFault> now_;
  const QuestionCounts& questions_;
  const Past& past_;
  std::vector<KnownFault> left_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_fingerprint_;
  Sifted result_;
};

}  // namespace

KnownFault known_fault(const Finding& finding, const Digest& bank) {
  KnownFault fault{finding.fingerprint, finding.check, {}, {}, finding.path, 1};
  fault.subject = compares_questions(finding.check) ? hint_of_copies(finding.subject) : hint(finding.subject);
  if (finding.question != 0) fault.stem = hint(bank.stem(bank.questions[finding.question - 1]));
  return fault;
}

void count_questions(const Digest& bank, QuestionCounts& counts) {
  for (const QuestionDigest& question : bank.questions) ++counts[question_mark(bank, question)];
}

void count_askings(std::span<KnownFault> faults, const QuestionCounts& counts) {
  for (KnownFault& fault : faults) {
    if (fault.stem.empty() || compares_questions(fault.check)) continue;
    const auto found = counts.find(question_mark(fault.fingerprint));
    if (found != counts.end()) fault.askings = found->second;
  }
}

Sifted sift(std::span<const KnownFault> now, const QuestionCounts& questions, const Past& past) {
  return Sieve(now, questions, past).run();
}

}  // namespace quizlint
