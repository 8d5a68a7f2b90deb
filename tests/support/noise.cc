#include "support/noise.h"

#include <algorithm>

namespace quizlint::test {
namespace {

using namespace std::string_view_literals;

/// Pieces of banks and of trouble.
// clang-format off
constexpr std::string_view kTokens[] = {
    "\n"sv, "\n"sv, "\n\n"sv, "\r\n"sv, "\r"sv, " "sv, "  "sv, "    "sv, "\t"sv, "What is a lock?"sv, "A mutex."sv,
    "word"sv, "?"sv, ":"sv, "# "sv, "## "sv, "### Question 3"sv, "> "sv, "- "sv, "* "sv, "1. "sv, "2) "sv, "17a. "sv,
    "999999999999. "sv, "- [ ] "sv, "- [x] "sv, "**"sv, "***"sv, "*"sv, "_"sv, "**Q:** "sv, "**A:** "sv, "Q: "sv,
    "A: "sv, "***Q: "sv, "Answer: B"sv, "```"sv, "```cpp\n"sv, "~~~\n"sv, "`"sv, "``"sv, "<details>"sv,
    "</details>"sv, "<summary>"sv, "</summary>"sv, "<br>"sv, "<!--"sv, "-->"sv, "<pre>"sv, "</pre>"sv, "<div"sv,
    "[text](url)"sv, "![image](a.png)"sv, "[ref]: http://a.b \"t\"\n"sv, "[ref]"sv, "| a | b |\n"sv, "|---|---|\n"sv,
    "---\n"sv, "===\n"sv, "***\n"sv, "\\"sv, "\\*"sv, "&amp;"sv, "&#x20AC;"sv, "$x^2$"sv, "https://a.b/c"sv,
    "\xC3\xA9"sv, "\xE2\x80\x99"sv, "\xF0\x9F\x98\x80"sv, "\xEF\xBB\xBF"sv, "\xE2\x80\x8B"sv, "\xC3"sv, "\xFF"sv,
    "\0"sv, "\x1B"sv,
};
// clang-format on

std::size_t below(Random& random, std::size_t bound) {
  return bound == 0 ? 0 : random() % bound;
}

std::string_view token(Random& random) {
  return kTokens[below(random, std::size(kTokens))];
}

/// Where the line that holds `at` begins and ends, its line end included.
std::pair<std::size_t, std::size_t> line_around(const std::string& bytes, std::size_t at) {
  const std::size_t before = at == 0 ? std::string::npos : bytes.rfind('\n', at - 1);
  const std::size_t after = bytes.find('\n', at);
  return {before == std::string::npos ? 0 : before + 1, after == std::string::npos ? bytes.size() : after + 1};
}

void have_accident(Random& random, std::string& bytes) {
  const std::size_t at = below(random, bytes.size() + 1);
  const auto [begin, end] = line_around(bytes, at);
  const std::string line = bytes.substr(begin, end - begin);
  switch (below(random, 6)) {
    case 0: bytes.erase(begin, line.size()); break;
    case 1: bytes.insert(begin, line); break;
    case 2: bytes.erase(begin, line.size()), bytes.insert(below(random, bytes.size() + 1), line); break;
    case 3: bytes.insert(at, token(random)); break;
    case 4: bytes.erase(at, below(random, 40)); break;
    default:
      if (at < bytes.size()) bytes[at] = static_cast<char>(random());
  }
}

}  // namespace

std::string random_document(Random& random, std::size_t tokens) {
  std::string document;
  for (std::size_t count = below(random, tokens + 1); count > 0; --count) document += token(random);
  return document;
}

std::string mutated(Random& random, std::string_view bytes) {
  std::string mutant(bytes);
  for (std::size_t count = 1 + below(random, 4); count > 0; --count) have_accident(random, mutant);
  return mutant;
}

}  // namespace quizlint::test
