#include "formats/markdown/line_with_code.h"

#include <random>
#include <string>

#include "catch.h"
#include "formats/markdown/leaves.h"
#include "formats/markdown/tiles.h"
#include "formats/records/json.h"

namespace quizlint::markdown {
namespace {

/// All that is in a block, to be compared.
std::string shown(const Block& block) {
  std::string shown = std::to_string(static_cast<int>(block.kind)) + " " + block.text.chars() + "\n";
  const auto add = [&](Span chars, Span source, int kind) {
    for (const Offset at : {chars.begin, chars.end, source.begin, source.end}) shown += std::to_string(at) + " ";
    shown += std::to_string(kind) + "\n";
  };
  add(block.span, {}, block.marker.kind != Marker::Kind::none);
  for (const Piece& piece : block.text.pieces()) add(piece.chars, piece.source, static_cast<int>(piece.kind));
  for (const Inline& run : block.inlines) add(run.chars, run.source, static_cast<int>(run.kind));
  return shown;
}

std::string as_md4c_reads(const Text& text, Span span) {
  std::string all;
  for (const Block& block : tiles_of(text, span, leaves_of(text, {.indented_code = false}))) all += shown(block);
  return all;
}

std::string random_json(std::mt19937& random) {
  static constexpr std::string_view kParts[] = {
      "`",       "`",        "`",       "a",    "b c", " ",     "  ",  ".", "!",  "_",  "*",
      ":",       "www.a.de", "http://", "\\\"", "\\n", "\\\\",  "\\t", "#", "1.", "- ", "é",
      "\\u00e9", "&amp;",    "<i>",     "[x]",  "(y)", "a@b.c", ">",   "|", "$",  "\\r"};
  std::string json = random() % 4 == 0 ? "" : "What";
  for (auto left = random() % 12; left > 0; --left) json += kParts[random() % std::size(kParts)];
  return json;
}

}  // namespace

TEST_CASE("a line with code between backticks is read as md4c reads it") {
  std::mt19937 random(7);
  std::size_t read = 0;
  for (int i = 0; i < 60000; ++i) {
    const std::string json = random_json(random);
    const Span span{0, static_cast<Offset>(json.size())};
    const Text text = records::decode_json(json, span);
    const std::optional<Block> line = line_with_code(text, span);
    if (!line) continue;
    ++read;
    INFO(json);
    REQUIRE(shown(*line) == as_md4c_reads(text, span));
  }
  CHECK(read > 3000);
}

TEST_CASE("a line whose code is not surely code is left to md4c") {
  for (const std::string_view line :
       {"What does ``a`` do?", "What does ` a ` do?", "What does `a do?", "What is `a` in *b*?", "1. `a`",
        "See www.a.de", "See http://a.de", "`a`\nb", "`a`\\`b`", ""}) {
    INFO(line);
    CHECK_FALSE(line_with_code(Text::verbatim(line, 0), {0, static_cast<Offset>(line.size())}));
  }
}

}  // namespace quizlint::markdown
