#include "checks/similarity/differences.h"

#include <algorithm>
#include <vector>

#include "bank/identity.h"
#include "checks/similarity/tokens.h"

namespace quizlint {
namespace {

/// Longer texts, and more words that differ, are not told word by word.
constexpr std::size_t kLongText = 2000, kManyWords = 8;

std::vector<std::string_view> words_of(std::string_view identity) {
  std::vector<Token> tokens;
  tokens_of(identity, tokens);
  std::vector<std::string_view> words;
  for (const Token& token : tokens)
    if (token.kind != TokenKind::stop) words.push_back(token.text);
  return words;
}

/// The words of `a` and `b` that no longest common subsequence of both has.
struct Unshared {
  std::vector<std::string_view> a, b;
};

Unshared unshared(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::vector<std::vector<std::uint16_t>> longest(a.size() + 1, std::vector<std::uint16_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t k = b.size(); k-- > 0;)
      longest[i][k] = a[i] == b[k] ? static_cast<std::uint16_t>(longest[i + 1][k + 1] + 1)
                                   : std::max(longest[i + 1][k], longest[i][k + 1]);
  Unshared rest;
  std::size_t i = 0, k = 0;
  while (i < a.size() || k < b.size()) {
    if (i < a.size() && k < b.size() && a[i] == b[k]) {
      ++i, ++k;
    } else if (k == b.size() || (i < a.size() && longest[i + 1][k] >= longest[i][k + 1])) {
      rest.a.push_back(a[i++]);
    } else {
      rest.b.push_back(b[k++]);
    }
  }
  return rest;
}

std::string quoted(const std::vector<std::string_view>& words) {
  std::string text = "'";
  for (const std::string_view word : words) {
    if (text.size() > 1) text += ' ';
    text += word;
  }
  return text + '\'';
}

}  // namespace

std::string differences(std::string_view here, std::string_view there) {
  if (here.size() > kLongText || there.size() > kLongText) return {};
  const std::string one = identity_of(here), other = identity_of(there);
  const Unshared rest = unshared(words_of(one), words_of(other));
  if (rest.a.size() > kManyWords || rest.b.size() > kManyWords) return {};
  if (rest.a.empty() && rest.b.empty()) return {};
  if (std::ranges::is_permutation(rest.a, rest.b)) return "the words stand in another order";
  if (rest.a.empty()) return quoted(rest.b) + " only there";
  if (rest.b.empty()) return quoted(rest.a) + " only here";
  return quoted(rest.a) + " here, " + quoted(rest.b) + " there";
}

}  // namespace quizlint
