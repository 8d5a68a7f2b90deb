#include "bank/dump.h"

#include "bank/bank.h"
#include "catch.h"

namespace quizlint {
namespace {

Block block(BlockKind kind, std::string_view source, Span span) {
  Block made;
  made.kind = kind;
  made.span = span;
  made.text = Text::verbatim(trimmed(slice(source, span)), span.begin);
  return made;
}

TEST_CASE("a dump has a line a block with its owners and a line a question") {
  const std::string_view source = "What is a\t\"lock\"?\nA mutex.\n";
  Bank bank;
  bank.source = source;
  bank.layout = "bare";
  bank.blocks = {block(BlockKind::paragraph, source, {0, 18}), block(BlockKind::paragraph, source, {18, 27})};
  bank.blocks[0].list_depth = 1;
  Question question;
  question.span = {0, 27};
  question.number = "1";
  question.stem = {{0, {0, 17}}};
  question.answer = {{1, {0, 8}}};
  question.answer_span = {18, 26};
  bank.questions = {question};
  CHECK(dump(bank) ==
        "layout bare\n"
        "0..18 paragraph list1 \"What is a\\x09\\\"lock\\\"?\" = q1.stem\n"
        "18..27 paragraph \"A mutex.\" = q1.answer\n"
        "q1 0..27 number=1 stem=\"What is a\\x09\\\"lock\\\"?\" answer@18=\"A mutex.\"\n");
}

}  // namespace
}  // namespace quizlint
