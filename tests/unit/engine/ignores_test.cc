#include "engine/ignores.h"

#include "catch.h"
#include "formats/reader.h"

using namespace quizlint;

namespace {

constexpr std::string_view kHead = "## Question 1\n**Q:** What is a router?\n**A:**\n\n";
constexpr std::string_view kTail =
    "## Question 2\n**Q:** What is a hub?\n**A:**\n\n## Question 3\n**Q:** What is a bridge?\n**A:**\n";

/// The questions, among 1 to 3, in which a file with this between its questions 1 and 2 silences unanswered/missing.
std::string silenced(const std::string& between, const std::string& path = "a.md") {
  const std::string bytes = std::string(kHead) + between + std::string(kTail);
  const Bank bank = read_bank(path, bytes, {});
  Catalog catalog;
  catalog.checks.push_back({"unanswered/missing", Severity::error});
  catalog.checks.push_back({"typos/spacing", Severity::info});
  catalog.groups = {"unanswered", "typos"};
  Ignores ignores = read_ignores(bank, LineIndex(bytes), catalog);
  std::string questions;
  for (std::uint32_t i = 1; i <= bank.questions.size(); ++i)
    if (silences(ignores, "unanswered/missing", i, bank.questions[i - 1].stem_span)) questions += std::to_string(i);
  return questions;
}

}  // namespace

TEST_CASE("an ignore comment on its own between questions covers the next one") {
  CHECK(silenced("<!-- quizlint-ignore unanswered/missing : soon -->\n") == "2");
  CHECK(silenced("<!-- quizlint-ignore unanswered: soon -->\n\n") == "2");
  CHECK(silenced("<!-- quizlint-ignore -->\n") == "2");
  CHECK(silenced("<!-- quizlint-ignore typos, unanswered -->\n") == "2");
  CHECK(silenced("<!-- quizlint-ignore typos -->\n") == "");
  CHECK(silenced("<!-- ignore unanswered/missing -->\n") == "");
}

TEST_CASE("an ignore comment right below a question, with a blank line behind it, covers that question") {
  const auto in_first = [](const std::string& below) {
    const std::string bytes = "## Question 1\n**Q:** What is a router?\n**A:**\n" + below + std::string(kTail);
    const Bank bank = read_bank("a.md", bytes, {});
    Catalog catalog;
    catalog.checks.push_back({"unanswered/missing", Severity::error});
    catalog.groups = {"unanswered"};
    Ignores ignores = read_ignores(bank, LineIndex(bytes), catalog);
    return silences(ignores, "unanswered/missing", 1, bank.questions[0].stem_span);
  };
  CHECK(in_first("<!-- quizlint-ignore unanswered -->\n\n"));
  CHECK_FALSE(in_first("<!-- quizlint-ignore unanswered -->\n"));
  CHECK_FALSE(in_first("\n<!-- quizlint-ignore unanswered -->\n\n"));
}

TEST_CASE("disable covers up to enable or the end, ignore-file the file") {
  CHECK(silenced("<!-- quizlint-disable unanswered -->\n") == "23");
  CHECK(silenced("<!-- quizlint-disable unanswered -->\n<!-- quizlint-enable unanswered/missing -->\n") == "23");
  CHECK(silenced("<!-- quizlint-disable unanswered/missing -->\n<!-- quizlint-enable unanswered -->\n") == "");
  CHECK(silenced("<!-- quizlint-ignore-file unanswered -->\n") == "123");
}

TEST_CASE("only comments of the file's format count, and none in code") {
  CHECK(silenced("// quizlint-ignore unanswered\n") == "");
  CHECK(silenced("```\n<!-- quizlint-ignore-file -->\n```\n") == "");
  CHECK(silenced("{/* quizlint-ignore-file unanswered */}\n", "a.mdx") == "123");
}
