#include "catch.h"
#include "support/similarity.h"

namespace quizlint {
namespace {

using test::bank_of;
using test::similarity;

TEST_CASE("each copy names the first, best kind first") {
  const Similarity found = similarity(
      {bank_of({"What is a fork?", "Explain a fork.", "What are forks?", "What is a fork?", "What is a spoon?"})});
  REQUIRE(found.repeats.size() == 3);
  CHECK(found.repeats[0].copy == Copy::paraphrase);
  CHECK(found.repeats[1].copy == Copy::near);
  CHECK(found.repeats[2].copy == Copy::exact);
  for (const Repeat& repeat : found.repeats) CHECK(repeat.first == QuestionRef{0, 0});
}

TEST_CASE("a title is the same in another bank only where it is answered alike") {
  std::vector<Digest> banks = {bank_of({"Closure"}, "lua.md"), bank_of({"Closure", "Closure"}, "rust.md")};
  CHECK(similarity(banks).repeats.size() == 1);
  banks[0].questions[0].answer = banks[1].questions[0].answer = banks[1].questions[1].answer = 7;
  CHECK(similarity(banks).repeats.size() == 2);
}

TEST_CASE("the scope says how far copies are looked for") {
  const std::vector<Digest> banks = {bank_of({"What is a fork?"}, "a/one.md"), bank_of({"What is a fork?"}, "a/two.md"),
                                     bank_of({"What is a fork?"}, "b/one.md")};
  CheckOptions options;
  CHECK(similarity(banks, options).repeats.size() == 2);
  options.duplicates_scope = CheckOptions::Scope::folder;
  CHECK(similarity(banks, options).repeats.size() == 1);
  options.duplicates_scope = CheckOptions::Scope::bank;
  CHECK(similarity(banks, options).repeats.empty());
}

TEST_CASE("a reference comes first and gets no finding") {
  std::vector<Digest> banks = {bank_of({"What is a fork?"}, "a.md"), bank_of({"What is a fork?"}, "b.md")};
  banks[1].reference = true;
  const Similarity found = similarity(banks);
  REQUIRE(found.repeats.size() == 1);
  CHECK(found.repeats[0].question.bank == 0);
  CHECK(found.repeats[0].first.bank == 1);
}

const std::vector<std::string> kFive = {"What is a fork?", "What is a pipe?", "What is a socket?", "What is a signal?",
                                        "What is a mutex?"};

TEST_CASE("a copied bank is told once, its own repeats still are") {
  std::vector<std::string> more = kFive;
  more.push_back(kFive.front());
  const Similarity found = similarity({bank_of(kFive, "a.md"), bank_of(more, "b.md")});
  REQUIRE(found.contained.size() == 1);
  CHECK(found.contained[0].bank == 0);
  REQUIRE(found.repeats.size() == 1);
  CHECK(found.repeats[0].first.bank == 1);
}

TEST_CASE("three copies of a bank are told, and no question of them") {
  const Similarity found = similarity({bank_of(kFive, "a.md"), bank_of(kFive, "b.md"), bank_of(kFive, "c.md")});
  CHECK_FALSE(found.contained.empty());
  CHECK(found.repeats.empty());
}

TEST_CASE("a bank and another form of it, both made of one file a question, are not told question by question") {
  std::vector<Digest> banks = {bank_of(kFive, "README.md"), bank_of(kFive, "data/all.json")};
  for (std::size_t i = 0; i < kFive.size(); ++i)
    banks.push_back(bank_of({kFive[i]}, "questions/" + std::to_string(i) + ".md"));
  const Similarity found = similarity(banks);
  CHECK(found.contained.size() == 2);
  CHECK(found.repeats.empty());
}

TEST_CASE("a bank made of one file a question is told once") {
  std::vector<Digest> banks = {bank_of(kFive, "README.md")};
  for (std::size_t i = 0; i < kFive.size(); ++i)
    banks.push_back(bank_of({kFive[i]}, "questions/" + std::to_string(i) + ".md"));
  const Similarity found = similarity(banks);
  REQUIRE(found.contained.size() == 1);
  CHECK(found.contained[0].bank == 0);
  CHECK(found.contained[0].in.size() == 5);
  CHECK(found.repeats.empty());
}

TEST_CASE("a bank and its parts are told once, whichever is larger") {
  std::vector<std::string> more = kFive, all = kFive;
  for (std::string& stem : more) stem.insert(stem.size() - 1, " in a kernel");
  all.insert(all.end(), more.begin(), more.end());
  const Similarity found = similarity({bank_of(all, "README.md"), bank_of(kFive, "q/a.md"), bank_of(more, "q/b.md")});
  REQUIRE(found.contained.size() == 1);
  CHECK(found.contained[0].bank == 0);
  CHECK(found.contained[0].in.size() == 2);
  CHECK(found.repeats.empty());
}

TEST_CASE("exams that share questions here and there do not contain each other") {
  std::vector<std::vector<std::string>> exams(6);
  for (std::size_t i = 0; i < 5; ++i) {
    exams[i].push_back(kFive[i]);
    for (const char* what : {"hoist", "reef", "furl", "trim", "strike"})
      exams[i].push_back("How do you " + std::string(what) + " sail number " + std::to_string(i) + "?");
  }
  exams[5] = kFive;
  std::vector<Digest> banks;
  for (std::size_t i = 0; i < exams.size(); ++i)
    banks.push_back(bank_of(exams[i], "exams/" + std::to_string(i) + ".md"));
  const Similarity found = similarity(banks);
  CHECK(found.contained.empty());
  CHECK(found.repeats.size() == 5);
}

TEST_CASE("languages are not mixed") {
  Digest bank = bank_of({"What is a fork?", "What are forks?"});
  bank.questions[1].language = {'d', 'e'};
  CHECK(similarity({bank}).repeats.empty());
}

TEST_CASE("banks of different languages are not compared, whatever is left untranslated in them") {
  std::vector<Digest> banks = {bank_of({"Was ist das?", "AMD or CommonJS?", "Und das?"}, "de.md"),
                               bank_of({"What is a fork?", "AMD or CommonJS?"}, "en.md")};
  CHECK(similarity(banks).repeats.size() == 1);
  banks[0].questions[0].language = banks[0].questions[2].language = {'d', 'e'};
  CHECK(similarity(banks).repeats.empty());
}

}  // namespace
}  // namespace quizlint
