#include <fmt/format.h>

#include "catch.h"
#include "formats/reader.h"

using namespace quizlint;

// Each of these took minutes when reading them was quadratic; the test's time limit notices.
namespace {

constexpr std::size_t kMany = 100'000;

std::string list_of(const std::string& name, const std::string& begin, const std::string& end) {
  std::string out = fmt::format("\"{}\": [", name);
  for (std::size_t i = 0; i < kMany; ++i) out += fmt::format("{}\"{}{}{}\"", i == 0 ? "" : ", ", begin, i, end);
  return out + "]";
}

}  // namespace

TEST_CASE("long lists of questions and answers side by side are read in linear time") {
  const Bank bank = read_bank(
      "lists.json",
      fmt::format("{{{}, {}}}", list_of("questions", "What is knot ", "?"), list_of("answers", "Rope ", "")), {});
  REQUIRE(bank.questions.size() == kMany);
  CHECK(plain(bank, bank.questions.back().answer) == fmt::format("Rope {}", kMany - 1));
}

TEST_CASE("many answers to one question are read in linear time") {
  const Bank bank = read_bank("answers.json",
                              "[{\"question\": \"Which knots are there?\", " + list_of("answers", "Knot ", "") +
                                  R"(}, {"question": "What is a bight?", "answers": ["A bend"]}, )" +
                                  R"({"question": "What is a hitch?", "answers": ["A knot", "A knot"]}])",
                              {});
  REQUIRE(bank.questions.size() == 3);
  CHECK(bank.questions[0].answer.size() == kMany);
  CHECK(bank.questions[2].answer.size() == 1);
}

TEST_CASE("records inside a record are read in linear time") {
  std::string inner;
  for (std::size_t i = 0; i < kMany / 2; ++i)
    inner += fmt::format(R"({}{{"question": "What is knot {}?", "answer": "Rope {}"}})", i == 0 ? "" : ", ", i, i);
  const std::string bytes =
      R"({"question": "What are knots?", )" + list_of("answer", "Bend ", "") + ", \"question_set\": [" + inner + "]}";
  CHECK(read_bank("nested.json", bytes, {}).questions.size() >= kMany / 2);
}

TEST_CASE("a YAML text full of blanks is read in linear time") {
  const std::string bytes =
      "- question: What is a bight?\n  answer: \"A bend" + std::string(4 * kMany, ' ') + "in a rope\"\n";
  const Bank bank = read_bank("blanks.yaml", bytes + "- question: What is a hitch?\n  answer: A knot\n", {});
  REQUIRE(bank.questions.size() == 2);
  CHECK(plain(bank, bank.questions[0].answer).size() == 4 * kMany + 15);
}
