#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace quizlint {

enum class TokenKind : std::uint8_t {
  word,    ///< letters, inner apostrophes, digits among them: "don't", "ipv", "h1b", "c++"
  number,  ///< "42", "3.5"; groups of thousands keep their commas
  code,    ///< between backticks, or with signs inside: "print(x)", "a+b"
  symbol,  ///< a sign that says something: "%", "==" standing alone, "___"
  stop,    ///< the end of a clause or sentence; says nothing itself
};

struct Token {
  std::string_view text;
  TokenKind kind = TokenKind::word;
  bool hangs = false;  ///< on the word before it, by a hyphen: "co-operation"
};

/// The tokens of a question's identity (identity_of): prose there is folded and quotes are plain.
void tokens_of(std::string_view identity, std::vector<Token>& out);

}  // namespace quizlint
