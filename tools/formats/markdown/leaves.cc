#include "formats/markdown/leaves.h"

#include <md4c.h>

#include "formats/markdown/leaf_builder.h"
#include "formats/markdown/marks.h"

namespace quizlint::markdown {
namespace {

LeafBuilder& builder(void* user) {
  return *static_cast<LeafBuilder*>(user);
}

}  // namespace

std::vector<Leaf> leaves_of(const Text& text, Dialect dialect) {
  const std::string parsed = palatable(text.chars());
  LeafBuilder build(text, parsed);
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  if (!dialect.indented_code) parser.flags |= MD_FLAG_NOINDENTEDCODEBLOCKS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) { return builder(user).enter(type, detail), 0; };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) { return builder(user).leave(type), 0; };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    return builder(user).enter_run(type, detail), 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) { return builder(user).leave_run(type), 0; };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* chars, MD_SIZE size, void* user) {
    return builder(user).add(type, chars, size), 0;
  };
  md_parse(parsed.data(), text.size(), &parser, &build);
  return build.take();
}

}  // namespace quizlint::markdown
