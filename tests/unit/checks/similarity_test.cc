#include "checks/similarity/similarity.h"

#include "catch.h"
#include "checks/similarity/alike.h"
#include "checks/similarity/answers.h"
#include "checks/similarity/differences.h"
#include "checks/similarity/slips.h"
#include "checks/similarity/telling.h"
#include "support/similarity.h"

namespace quizlint {
namespace {

using test::bank_of;
using test::similarity;

std::string kind_of(const std::string& a, const std::string& b) {
  const Similarity found = similarity({bank_of({a, b})});
  if (found.repeats.empty()) return "different";
  static constexpr const char* kNames[] = {"paraphrase", "near", "exact", "conflict"};
  return kNames[static_cast<std::size_t>(found.repeats.front().copy)];
}

/// Gives a question choices; `keys` are among them.
void choose(Digest& bank, std::size_t question, std::vector<std::uint64_t> choices, std::vector<std::uint64_t> keys) {
  const auto add = [&](std::vector<std::uint64_t>& hashes) {
    const auto begin = static_cast<Offset>(bank.hashes.size());
    bank.hashes.insert(bank.hashes.end(), hashes.begin(), hashes.end());
    return Span{begin, static_cast<Offset>(bank.hashes.size())};
  };
  bank.questions[question].choices = add(choices);
  bank.questions[question].keys = add(keys);
}

TEST_CASE("white space, case and quotes leave a question the same") {
  CHECK(kind_of("What is a \xE2\x80\x9Cmutex\xE2\x80\x9D?", "what is  a \"Mutex\"?") == "exact");
  CHECK(kind_of("What is `List`?", "What is `list`?") == "different");
  CHECK(kind_of("Close the brackets: [ { (", "Close the brackets: ( { [") == "different");
}

TEST_CASE("small edits make near duplicates") {
  CHECK(kind_of("What is a metaclass in Python, and how do you use it?",
                "What are metaclasses, and how do you use them in Python?") == "near");
  CHECK(kind_of("What's the difference between a list and a tuple?",
                "What is the difference between tuples and lists?") == "near");
  CHECK(kind_of("How do you undo a commit?", "How to undo a commit") == "near");
  CHECK(kind_of("What colour has the cell?", "What color has the cell?") == "near");
  CHECK(kind_of("Explain polymorphism.", "Explain polymorphizm.") != "different");
  CHECK(kind_of("What is an algorithm?", "What is an algoritm?") == "near");
  CHECK(kind_of("What does `input()` do?", "What does the input() do?") == "near");
  CHECK(kind_of("What is the difference between `=` and `==`?", "What is the difference between = and ==?") == "near");
}

TEST_CASE("a comma or a stray mark makes no other question") {
  CHECK(kind_of("In a heap, what is the cost of an insertion?", "In a heap what is the cost of an insertion?") ==
        "near");
  CHECK(kind_of("Roughly, which is the oldest shell?", "Roughly which is the oldest shell?") == "near");
  CHECK(kind_of("Who said `The rest is silence'?", "Who said ` The rest is silence'?") == "near");
}

TEST_CASE("very long questions are compared in time, as near copies alone") {
  std::string text = "why";
  for (int i = 0; i < 300000; ++i) text += " word" + std::to_string(i % 977);
  CHECK(kind_of(text, "so " + text) != "paraphrase");
}

TEST_CASE("questions about one long text differ in what they ask") {
  const std::string text =
      "A shop sells lamps, chairs and carpets. On Monday a customer bought three lamps for her kitchen, on Tuesday a "
      "school ordered forty chairs, and on Friday the owner marked all carpets down by half. The delivery to the "
      "school "
      "took two days because the lorry broke down near the bridge. ";
  CHECK(kind_of(text + "What did the customer buy?", text + "What did the school buy?") == "different");
  CHECK(kind_of(text + "Which lamp is the oldest?", text + "Which chair is the tallest?") == "different");
  CHECK(kind_of(text + "What did the school order?", text + "So what did the school order?") != "different");
}

TEST_CASE("a hyphen makes no other question") {
  CHECK(kind_of("What is a sub-class?", "What is a subclass?") == "near");
  CHECK(kind_of("What is co-operation?", "What is cooperation?") == "near");
  CHECK(kind_of("What is a one-way door?", "What is a one way door?") == "near");
}

TEST_CASE("other words for the same make paraphrases") {
  CHECK(kind_of("What is garbage collection?", "Can you explain garbage collection?") == "paraphrase");
  CHECK(kind_of("How do I delete a branch?", "What is the best way to remove a branch?") == "paraphrase");
  CHECK(kind_of("What is the purpose of an index?", "What is an index used for?") == "paraphrase");
}

TEST_CASE("numbers, negations, opposites, names, code and roles tell questions apart") {
  const std::pair<const char*, const char*> kPairs[] = {
      {"What is HTTP status 301?", "What is HTTP status 302?"},
      {"What is IPv4?", "What is IPv6?"},
      {"Which of these sorts is stable?", "Which of these sorts is not stable?"},
      {"How do I enable logging?", "How do I disable logging?"},
      {"What are the advantages of a queue?", "What are the disadvantages of a queue?"},
      {"What is the capital of France?", "What is the capital of Spain?"},
      {"What does `ls -l` do?", "What does `ls -a` do?"},
      {"How do you convert a list to a tuple?", "How do you convert a tuple to a list?"},
      {"Do dogs fear cats?", "Do cats fear dogs?"},
      {"What is the minimum of a heap?", "What is the maximum of a heap?"},
      {"What does the + operator do?", "What does the - operator do?"},
      {"What is a bitwise and?", "What is a bitwise or?"},
      {"What does [^XYZ] match?", "What does [XYZ] match?"},
      {"What does kill -0 do?", "What does kill 0 do?"},
      {"What is `List`?", "What are `list`?"},
      {"What does `is` compare?", "What does it compare?"},
      {"Why is the sky blue?", "Is the sky blue?"},
      {"What is an operator?", "What is an operation?"},
      {"What happens before a commit?", "What happens after a commit?"},
      {"Why do I stare at people?", "Why do people stare at me?"},
  };
  for (const auto& [a, b] : kPairs) {
    INFO(a << " / " << b);
    CHECK(kind_of(a, b) == "different");
    CHECK(kind_of(b, a) == "different");
  }
}

TEST_CASE("what stands below paraphrases speaks for them or against them") {
  Digest bank = bank_of({"How do I delete a branch?", "What is the best way to remove a branch?"});
  REQUIRE(similarity({bank}).repeats.size() == 1);
  REQUIRE(similarity({bank}).repeats[0].copy == Copy::paraphrase);
  SECTION("equal choices") {
    choose(bank, 0, {1, 2, 3}, {1});
    choose(bank, 1, {1, 2, 3}, {1});
    CHECK(similarity({bank}).repeats.at(0).copy == Copy::near);
  }
  SECTION("equal choices and another key") {
    choose(bank, 0, {1, 2, 3}, {1});
    choose(bank, 1, {1, 2, 3}, {3});
    CHECK(similarity({bank}).repeats.empty());
  }
  SECTION("an equal long answer") {
    bank.questions[0].answer = bank.questions[1].answer = 7;
    CHECK(similarity({bank}).repeats.at(0).copy == Copy::near);
  }
  SECTION("short answers that have nothing in common") {
    bank.questions[0].key = {9, 15};   // "delete"
    bank.questions[1].key = {49, 55};  // "remove"
    CHECK(similarity({bank}).repeats.empty());
    bank.questions[0].key = {16, 24};  // "a branch"
    bank.questions[1].key = {58, 64};  // "branch"
    CHECK(similarity({bank}).repeats.size() == 1);
  }
}

TEST_CASE("a question that says nothing by itself has no copies") {
  CHECK(kind_of("What is the output?", "What is the output?") == "different");
  CHECK(kind_of("Which of the following is true?", "Which of these is true?") == "different");
  CHECK(kind_of("What is the type of x in the code below?", "What is the type of x in the code below?") == "different");
  for (const char* stem : {"Where is the bug?", "Solve the equation.", "Solve for x.", "Who said this?", "Question 7",
                           "Why?", "How many are there?", "What is shown in the picture?"}) {
    INFO(stem);
    CHECK(kind_of(stem, stem) == "different");
  }
  for (const char* stem : {"What is a bug?", "Calculate 7 times 8.", "What is the sum of 3 and 4?", "What is C?",
                           "Define an expression.", "What is a time complexity?"}) {
    INFO(stem);
    CHECK(kind_of(stem, stem) == "exact");
  }
  CHECK(kind_of("What is recursion?", "What is recursion?") == "exact");
  CHECK(kind_of("What is a function?", "What is a function?") == "exact");
}

TEST_CASE("what is asked several times with other short answers is an order, not a question") {
  const std::string stem = "Auf Deutsch?", words = "Hund Rabe Maus Igel";
  Digest bank = bank_of({stem, stem, stem, stem});
  const auto begin = static_cast<Offset>(bank.text.size());
  bank.text += words;
  for (std::uint32_t i = 0; i < 4; ++i) {
    const Offset at = begin + i * 5;
    bank.questions[i].language = {'d', 'e'};
    bank.questions[i].key = {at, at + 4};
    bank.questions[i].answer = i + 1;
  }
  CHECK(similarity({bank}).repeats.empty());
  bank.questions[3].answer = 1;  // but with an answer that it had before it is the same
  CHECK(similarity({bank}).repeats.size() == 1);
  bank.questions.resize(2);  // two may well be one question with two answers
  CHECK(similarity({bank}).repeats.size() == 1);
}

TEST_CASE("what stands beside the stem must be equal") {
  Digest bank = bank_of({"What is the output?", "What is the output?", "What is the output?"});
  bank.questions[0].rest = 1;
  bank.questions[1].rest = 2;
  bank.questions[2].rest = 1;
  const Similarity found = similarity({bank});
  REQUIRE(found.repeats.size() == 1);
  CHECK(found.repeats[0].question.question == 2);
  CHECK(found.repeats[0].first.question == 0);
}

TEST_CASE("choices and keys decide") {
  Digest bank = bank_of({"Who wrote Emma?", "Who wrote Emma?"});
  choose(bank, 0, {1, 2, 3, 4}, {2});
  SECTION("the same set is the same question") {
    choose(bank, 1, {1, 2, 3, 4}, {2});
    CHECK(similarity({bank}).repeats.at(0).copy == Copy::exact);
  }
  SECTION("another key contradicts") {
    choose(bank, 1, {1, 2, 3, 4}, {3});
    CHECK(similarity({bank}).repeats.at(0).copy == Copy::conflict);
  }
  SECTION("most of the choices and the same key are near") {
    choose(bank, 1, {1, 2, 3, 5}, {2});
    CHECK(similarity({bank}).repeats.at(0).copy == Copy::near);
  }
  SECTION("a key that the other does not offer does not contradict") {
    choose(bank, 1, {1, 3, 4, 5}, {5});
    CHECK(similarity({bank}).repeats.at(0).copy == Copy::near);
  }
  SECTION("other choices are another question") {
    choose(bank, 1, {5, 6, 7, 8}, {5});
    CHECK(similarity({bank}).repeats.empty());
  }
  SECTION("other wrong choices are not, where the right one says something") {
    choose(bank, 1, {2, 6, 7, 8}, {2});
    CHECK(similarity({bank}).repeats.empty());
    bank.questions[0].key = bank.questions[1].key = {0, 15};
    CHECK(similarity({bank}).repeats.at(0).copy == Copy::near);
  }
}

TEST_CASE("short answers contradict where nobody can doubt it") {
  CHECK(contradict("1969", "1970"));
  CHECK(contradict("three", "4"));
  CHECK(contradict("Yes", "No."));
  CHECK_FALSE(contradict("three", "3"));
  CHECK_FALSE(contradict("forty three", "43"));
  CHECK_FALSE(contradict("60 minutes", "1 hour"));
  CHECK_FALSE(contradict("0.5", "0.50"));
  CHECK_FALSE(contradict("0.5", ".5"));
  CHECK_FALSE(contradict("0.333", "0.33"));
  CHECK(contradict("0.334", "0.335"));
  CHECK(contradict("10", "10.4"));
  CHECK_FALSE(contradict("Kissinger", "Henry Kissinger"));
  CHECK_FALSE(contradict("", "4"));
  CHECK_FALSE(contradict("Yes, but only if the lock is held", "No, unless the lock is held"));
}

TEST_CASE("a message says in what equal questions differ") {
  CHECK(surface_difference("What is a fork?", "What is a fork?").empty());
  CHECK(surface_difference("What is  a fork?", "What is a fork?") == "but for white space");
  CHECK(surface_difference("What is a Fork?", "What is a fork?") == "but for case");
  CHECK(surface_difference("What is\na Fork?", "What is a fork?") == "but for white space and case");
  CHECK(surface_difference("What\xE2\x80\x99s a fork?", "What's a fork?") == "but for the form of characters");
}

TEST_CASE("differing words are found where they stand, whatever their markup") {
  const std::string here = "## What **is** `==`, in C?", there = "3. What is `=` in c";
  const DifferingWords words = differing_words(here, there);
  REQUIRE(words.here.size() == 1);
  CHECK(slice(here, words.here[0]) == "==");
  REQUIRE(words.there.size() == 2);
  CHECK(slice(there, words.there[0]) == "3");
  CHECK(slice(there, words.there[1]) == "=");
  CHECK(differing_words(std::string(100000, 'a'), std::string(100000, 'b')).here.empty());
}

TEST_CASE("one edit is an insertion, a deletion, a replacement or a swap") {
  CHECK(one_edit_apart("algorithm", "algoritm"));
  CHECK(one_edit_apart("algoritm", "algorithm"));
  CHECK(one_edit_apart("algorithm", "algorithn"));
  CHECK(one_edit_apart("algorithm", "aglorithm"));
  CHECK_FALSE(one_edit_apart("algorithm", "algorithm"));
  CHECK_FALSE(one_edit_apart("algorithm", "logarithm"));
  CHECK_FALSE(one_edit_apart("ab", "abcd"));
}

}  // namespace
}  // namespace quizlint
