#include "formats/markdown/padding.h"

#include <string>

#include <catch2/catch.hpp>

#include "formats/markdown.h"

namespace quizlint {
namespace {

constexpr std::string_view kItem =
    "\n\n1. ### What is a tide?\n\n   It rises.\n\n   ```sh\n   tide --high\n   ```\n\n   It falls.\n";

/// The kinds of the blocks behind a first paragraph of `before` bytes, and how many lists hold each.
std::string shape(std::size_t before) {
  const std::string bytes = std::string(before, 'x').append(kItem);
  const auto size = static_cast<Offset>(bytes.size());
  std::string shape;
  for (const Block& block : read_markdown(Text::verbatim(bytes, 0), {0, size}, {})) {
    if (block.kind == BlockKind::blank || block.text.chars().starts_with('x')) continue;
    shape += std::to_string(static_cast<int>(block.kind)) + "in" + std::to_string(block.list_depth) + " ";
  }
  return shape;
}

}  // namespace

TEST_CASE("a list goes on behind a heading and behind code, wherever they stand in the file") {
  const std::string expected = shape(1);
  for (std::size_t before = 2; before < 260; ++before) {
    INFO("after " << before << " bytes");
    CHECK(shape(before) == expected);
  }
}

TEST_CASE("padding is made up and keeps every place") {
  const std::string bytes = std::string(251, 'x').append(kItem);
  const Text text = markdown::padded(Text::verbatim(bytes, 0));
  REQUIRE(text.size() == bytes.size() + 1);
  CHECK(text.chars().find("###  What is a tide?") != std::string::npos);
  const auto at = static_cast<Offset>(text.chars().find("It rises."));
  CHECK(slice(bytes, text.source({at, at + 9})) == "It rises.");
}

TEST_CASE("a heading, a code fence and an HTML block end a table") {
  const auto kind = GENERATE(as<std::pair<std::string, BlockKind>>(), std::pair("### Tides", BlockKind::heading),
                             std::pair("```\nebb\n```", BlockKind::code), std::pair("</details>", BlockKind::markup));
  const std::string bytes = "| Sea | Tide |\n|---|---|\n| North | high |\n" + kind.first + "\n";
  const auto blocks = read_markdown(Text::verbatim(bytes, 0), {0, static_cast<Offset>(bytes.size())}, {});
  REQUIRE(blocks.size() >= 2);
  CHECK(blocks[0].kind == BlockKind::table);
  CHECK(blocks[1].kind == kind.second);
  CHECK(blocks[0].span.end == blocks[1].span.begin);
}

}  // namespace quizlint
