#include "engine/known.h"

#include <map>

#include "catch.h"
#include "engine/fingerprint.h"

using namespace quizlint;

namespace {

/// A bank with these stems, and faults in its questions.
struct Banks {
  Digest digest;
  std::vector<KnownFault> faults;

  explicit Banks(const std::vector<std::string>& stems) {
    digest.path = "bank.md";
    for (const std::string& stem : stems) {
      QuestionDigest question;
      question.index = static_cast<std::uint32_t>(digest.questions.size() + 1);
      question.stem.begin = static_cast<Offset>(digest.text.size());
      digest.text += stem;
      question.stem.end = static_cast<Offset>(digest.text.size());
      digest.questions.push_back(question);
    }
  }

  Banks& with(const std::string& check, std::uint32_t question, const std::string& subject = "") {
    Finding finding;
    finding.check = check;
    finding.path = digest.path;
    finding.question = question;
    finding.subject = subject;
    finding.fingerprint = fingerprint(finding, digest);
    faults.push_back(known_fault(finding, digest));
    return *this;
  }

  QuestionCounts questions() const {
    QuestionCounts counts;
    count_questions(digest, counts);
    return counts;
  }
  Past baseline() const {
    Past past{faults, {}, false};
    count_askings(past.faults, questions());
    return past;
  }
  Past revision() const { return {faults, questions(), true}; }
};

/// The checks of the faults that are new, against a baseline and against a revision.
std::vector<std::string> new_in(const Banks& now, const Past& past) {
  std::vector<std::string> checks;
  const Sifted sifted = sift(now.faults, now.questions(), past);
  for (std::size_t i = 0; i < now.faults.size(); ++i)
    if (!sifted.known[i]) checks.push_back(now.faults[i].check);
  return checks;
}

std::size_t gone_in(const Banks& now, const Past& past) {
  std::size_t count = 0;
  for (const KnownFault& fault : sift(now.faults, now.questions(), past).gone) count += fault.count;
  return count;
}

using Checks = std::vector<std::string>;

}  // namespace

TEST_CASE("of n known faults with a fingerprint, the next is new") {
  Banks before({"What is a hub?"}), now({"What is a hub?"});
  before.with("typos/misspelling", 1, "teh").with("typos/misspelling", 1, "teh");
  now.with("typos/misspelling", 1, "teh").with("typos/misspelling", 1, "teh");
  CHECK(new_in(now, before.baseline()).empty());
  now.with("typos/misspelling", 1, "teh").with("typos/misspelling", 1, "wich");
  CHECK(new_in(now, before.baseline()) == Checks{"typos/misspelling", "typos/misspelling"});
  CHECK(gone_in(now, before.baseline()) == 0);
}

TEST_CASE("a mended question keeps its other faults") {
  Banks before({"Why does teh hub flood every frame?"}), now({"Why does the hub flood every frame?"});
  before.with("typos/misspelling", 1, "teh").with("unanswered/missing", 1);
  now.with("unanswered/missing", 1);
  for (const Past& past : {before.baseline(), before.revision()}) {
    CHECK(new_in(now, past).empty());
    CHECK(gone_in(now, past) == 1);
  }
  now.with("typos/misspelling", 1, "flod");
  for (const Past& past : {before.baseline(), before.revision()})
    CHECK(new_in(now, past) == Checks{"typos/misspelling"});
}

TEST_CASE("a question that is still there was not mended into another") {
  Banks before({"What is TCP?"}), now({"What is TCP?", "What is UDP?"});
  before.with("unanswered/missing", 1);
  now.with("unanswered/missing", 2);
  for (const Past& past : {before.baseline(), before.revision()})
    CHECK(new_in(now, past) == Checks{"unanswered/missing"});
}

TEST_CASE("a question that was there before was not another one") {
  Banks before({"What is TCP?", "What is UDP?"}), now({"What is UDP?"});
  before.with("unanswered/missing", 1);
  now.with("unanswered/missing", 1);
  CHECK(new_in(now, before.revision()) == Checks{"unanswered/missing"});
}

TEST_CASE("a mended question is known although a copy without the fault is left as it was") {
  Banks before({"Why does teh hub flood?", "Why does teh hub flood?"}), now(before);
  before.with("unanswered/missing", 1);
  now = Banks({"Why does the hub flood?", "Why does teh hub flood?"}).with("unanswered/missing", 1);
  for (const Past& past : {before.baseline(), before.revision()}) CHECK(new_in(now, past).empty());
  // Where both are left, the question is another one.
  now = Banks({"Why does teh hub flood?", "Why does teh hub flood?", "Why does the hub flood?"});
  now.with("unanswered/missing", 3);
  for (const Past& past : {before.baseline(), before.revision()})
    CHECK(new_in(now, past) == Checks{"unanswered/missing"});
}

TEST_CASE("a long passage may be mended") {
  Banks before({}), now({});
  before.with("fragments/stray-text", 0, "and this are the packets that are lost on the way");
  now.with("fragments/stray-text", 0, "and these are the packets that are lost on the way");
  CHECK(new_in(now, before.baseline()).empty());
}

TEST_CASE("copies are known by either wording and in either order") {
  Banks before({"one", "other"}), now({"other", "one"});
  before.with("duplicates/near", 2, "why does a hub flood\nwhy does the hub flood");
  now.with("duplicates/near", 2, "why does a hub flood\nwhy does the hub flood");
  CHECK(before.faults[0].fingerprint == now.faults[0].fingerprint);
  CHECK(new_in(now, before.baseline()).empty());

  Banks mended({"one", "other"});
  mended.with("duplicates/exact", 2, "why does the hub flood");
  CHECK(new_in(mended, before.baseline()).empty());
  mended.with("duplicates/exact", 2, "why does the hub flood");
  CHECK(new_in(mended, before.baseline()) == Checks{"duplicates/exact"});

  Banks contradicting({"one", "other"});
  contradicting.with("duplicates/conflicting", 2, "why does the hub flood");
  CHECK(new_in(contradicting, before.baseline()) == Checks{"duplicates/conflicting"});
}
