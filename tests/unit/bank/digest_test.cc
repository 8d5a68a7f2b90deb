#include "bank/digest.h"

#include "bank/bank.h"
#include "catch.h"

namespace quizlint {
namespace {

/// Builds a bank by hand, so that the digest is tested without a reader.
struct Draft {
  Bank bank;

  Passage add(BlockKind kind, std::string_view chars) {
    Block block;
    block.kind = kind;
    block.text = Text::verbatim(chars, 0);
    bank.blocks.push_back(std::move(block));
    return {{static_cast<std::uint32_t>(bank.blocks.size() - 1), {0, static_cast<Offset>(chars.size())}}};
  }

  void mark(InlineKind kind, Span chars, std::string target = {}) {
    bank.blocks.back().inlines.push_back({kind, chars, chars, std::move(target)});
  }

  Question& question(std::string_view stem) {
    bank.questions.emplace_back();
    bank.questions.back().stem = add(BlockKind::paragraph, stem);
    return bank.questions.back();
  }

  void choice(std::string_view label, std::string_view text, bool correct = false) {
    Choice made;
    made.label = std::string(label);
    made.text = add(BlockKind::paragraph, text);
    made.correct = correct;
    bank.questions.back().choices.push_back(std::move(made));
  }

  Digest digest() const { return digest_of(bank, LineIndex("")); }
};

TEST_CASE("a digest marks code in the stem and keeps code blocks apart") {
  Draft draft;
  Question& question = draft.question("What does ls -l do?");
  draft.mark(InlineKind::code, {10, 15});
  const Passage code = draft.add(BlockKind::code, "ls -l\n");
  draft.bank.questions.front().stem.push_back(code.front());
  question.language = "en";
  const Digest digest = draft.digest();
  REQUIRE(digest.questions.size() == 1);
  CHECK(digest.stem(digest.questions[0]) == "What does `ls -l` do?");
  CHECK(digest.questions[0].rest != 0);
  CHECK(digest.questions[0].language == std::array<char, 2>{'e', 'n'});
}

TEST_CASE("what stands between code tags is code") {
  Draft draft;
  draft.question("What does ls -l do?");
  draft.mark(InlineKind::tag, {10, 10}, "code");
  draft.mark(InlineKind::tag, {15, 15}, "/code");
  const Digest digest = draft.digest();
  CHECK(digest.stem(digest.questions[0]) == "What does `ls -l` do?");
}

TEST_CASE("images tell questions apart") {
  Draft draft;
  draft.question("What is this? plan");
  draft.mark(InlineKind::image, {14, 18}, "a.png");
  draft.question("What is this? plan");
  draft.mark(InlineKind::image, {14, 18}, "b.png");
  const Digest digest = draft.digest();
  CHECK(digest.questions[0].rest != digest.questions[1].rest);
}

TEST_CASE("choices are a set, and keys are found by mark, letter or text") {
  Draft draft;
  draft.question("Which?");
  draft.choice("A", "Red", true);
  draft.choice("B", "Blue");
  draft.question("Which?").keys = {"B"};
  draft.choice("A", "blue ");
  draft.choice("B", "red");
  draft.question("Which?").keys = {"Blue"};
  draft.choice("A", "Red");
  draft.choice("B", "Blue");
  const Digest digest = draft.digest();
  const auto hashes = [&](Span span) {
    return std::vector<std::uint64_t>(digest.hashes.begin() + span.begin, digest.hashes.begin() + span.end);
  };
  const auto& questions = digest.questions;
  CHECK(hashes(questions[0].choices) == hashes(questions[1].choices));
  CHECK(hashes(questions[0].keys) == hashes(questions[1].keys));
  CHECK(hashes(questions[0].keys) != hashes(questions[2].keys));
  CHECK(digest.key(questions[2]) == "Blue");
}

TEST_CASE("a key that a reader settled is not looked for in the texts") {
  Draft draft;
  draft.question("How many?").keys = {"3"};
  draft.choice("1", "3");
  draft.choice("2", "4");
  draft.choice("3", "5", true);
  const Digest digest = draft.digest();
  CHECK(digest.key(digest.questions[0]) == "5");
  CHECK(digest.questions[0].right == 4);
}

TEST_CASE("code and images are found in slices of one block") {
  Draft draft;
  const Passage all = draft.add(BlockKind::paragraph, "ls here cd there rm");
  draft.mark(InlineKind::code, {0, 2});
  draft.mark(InlineKind::code, {8, 10});
  draft.mark(InlineKind::image, {11, 16}, "a.png");
  for (const Span chars : {Span{8, 19}, Span{0, 7}, Span{3, 10}}) {
    draft.bank.questions.emplace_back();
    draft.bank.questions.back().stem = {{all.front().block, chars}};
  }
  const Digest digest = draft.digest();
  CHECK(digest.stem(digest.questions[0]) == "`cd` there rm");
  CHECK(digest.questions[0].rest != 0);
  CHECK(digest.stem(digest.questions[1]) == "`ls` here");
  CHECK(digest.questions[1].rest == 0);
  CHECK(digest.stem(digest.questions[2]) == "here `cd`");
}

TEST_CASE("questions that are rows of one table take linear time") {
  constexpr Offset kRows = 200000, kWidth = 10;  // the square of it would take minutes
  Draft draft;
  std::string cells;
  for (Offset row = 0; row < kRows; ++row) cells += "what is x\n";
  const Passage all = draft.add(BlockKind::paragraph, cells);
  for (Offset row = 0; row < kRows; ++row) {
    draft.mark(InlineKind::code, {row * kWidth + 8, row * kWidth + 9});
    draft.bank.questions.emplace_back();
    draft.bank.questions.back().stem = {{all.front().block, {row * kWidth, row * kWidth + 9}}};
  }
  const Digest digest = draft.digest();
  REQUIRE(digest.questions.size() == kRows);
  CHECK(digest.stem(digest.questions[kRows - 1]) == "what is `x`");
}

TEST_CASE("a long answer leaves its hash and not its text") {
  Draft draft;
  draft.question("Why?").answer = draft.add(BlockKind::paragraph, "Because.");
  draft.question("Why?").answer = draft.add(BlockKind::paragraph, std::string(201, 'x'));
  const Digest digest = draft.digest();
  CHECK(digest.key(digest.questions[0]) == "Because.");
  CHECK(digest.key(digest.questions[1]).empty());
  CHECK(digest.questions[1].answer != 0);
}

}  // namespace
}  // namespace quizlint
