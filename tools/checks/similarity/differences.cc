#include "checks/similarity/differences.h"

#include <algorithm>
#include <vector>

#include "bank/identity.h"
#include "checks/similarity/tokens.h"
#include "text/text.h"
#include "text/utf8.h"

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

/// The places in `a` and `b` of the words that no longest common subsequence of both has.
struct Unshared {
  std::vector<std::size_t> a, b;
};

template <typename Words>
Unshared unshared(const Words& a, const Words& b) {
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
      rest.a.push_back(i++);
    } else {
      rest.b.push_back(k++);
    }
  }
  return rest;
}

std::vector<std::string_view> picked(const std::vector<std::string_view>& words,
                                     const std::vector<std::size_t>& which) {
  std::vector<std::string_view> out;
  for (const std::size_t i : which) out.push_back(words[i]);
  return out;
}

/// A sign that is no punctuation and no usual mark of emphasis, list or heading.
bool is_telling_sign(char c) {
  return std::string_view("+=<>/%&|^$@\\~{}").find(c) != std::string_view::npos;
}

bool is_word_byte(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// A word where it stands.
struct PlacedWord {
  Span span;
  std::string text;  ///< folded
  bool operator==(const PlacedWord& other) const { return text == other.text; }
};

std::vector<PlacedWord> placed_words(std::string_view text) {
  std::vector<PlacedWord> words;
  for (std::size_t at = 0; at < text.size();) {
    const auto kind = is_word_byte(text[at]) ? is_word_byte : is_telling_sign;
    std::size_t end = at;
    while (end < text.size() && kind(text[end])) ++end;
    if (end > at)
      words.push_back({{static_cast<Offset>(at), static_cast<Offset>(end)}, folded(text.substr(at, end - at))});
    at = std::max(end, at + 1);
  }
  return words;
}

std::vector<Span> spans_of(const std::vector<PlacedWord>& words, const std::vector<std::size_t>& which) {
  std::vector<Span> spans;
  for (const std::size_t i : which) spans.push_back(words[i].span);
  return spans;
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
  const std::vector<std::string_view> left = words_of(one), right = words_of(other);
  const Unshared rest = unshared(left, right);
  if (rest.a.size() > kManyWords || rest.b.size() > kManyWords) return {};
  if (rest.a.empty() && rest.b.empty()) return {};
  const std::vector<std::string_view> a = picked(left, rest.a), b = picked(right, rest.b);
  if (std::ranges::is_permutation(a, b)) return "the words stand in another order";
  if (a.empty()) return quoted(b) + " only there";
  if (b.empty()) return quoted(a) + " only here";
  return quoted(a) + " here, " + quoted(b) + " there";
}

DifferingWords differing_words(std::string_view here, std::string_view there) {
  if (here.size() > kLongText || there.size() > kLongText) return {};
  const std::vector<PlacedWord> left = placed_words(here), right = placed_words(there);
  const Unshared rest = unshared(left, right);
  return {spans_of(left, rest.a), spans_of(right, rest.b)};
}

}  // namespace quizlint
