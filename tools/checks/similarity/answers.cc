#include "checks/similarity/answers.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <span>
#include <vector>

#include <fmt/format.h>

#include "bank/identity.h"
#include "checks/similarity/tokens.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// Longer answers say more than the one thing that could contradict.
constexpr std::size_t kFewWords = 4;

constexpr std::pair<std::string_view, std::string_view> kNumbers[] = {
    {"zero", "0"},     {"one", "1"},      {"two", "2"},        {"three", "3"},     {"four", "4"},
    {"five", "5"},     {"six", "6"},      {"seven", "7"},      {"eight", "8"},     {"nine", "9"},
    {"ten", "10"},     {"eleven", "11"},  {"twelve", "12"},    {"thirteen", "13"}, {"fourteen", "14"},
    {"fifteen", "15"}, {"sixteen", "16"}, {"seventeen", "17"}, {"eighteen", "18"}, {"nineteen", "19"},
    {"twenty", "20"},  {"thirty", "30"},  {"forty", "40"},     {"fifty", "50"},    {"sixty", "60"},
    {"seventy", "70"}, {"eighty", "80"},  {"ninety", "90"},    {"hundred", "100"}};

struct Answer {
  std::string identity;
  bool is_brief = false;  ///< has words, and few; only then the rest is filled in
  std::vector<Token> words;
  std::vector<std::string> numbers;
  std::vector<std::string_view> others;
  int truth = 0;  ///< 1 for yes and true, -1 for no and false
};

int truth_of(std::string_view word) {
  if (word == "yes" || word == "true" || word == "correct") return 1;
  return word == "no" || word == "false" || word == "incorrect" ? -1 : 0;
}

/// How many digits stand behind the point of a number.
std::size_t decimals_of(std::string_view number) {
  const std::size_t point = number.find('.');
  return point == std::string_view::npos ? 0 : number.size() - point - 1;
}

/// Whether two numbers are one value, the one perhaps rounded more than the other: "0.5" and "0.50", "0.33" and
/// "0.333".
bool same_value(std::string_view a, std::string_view b) {
  double left = 0, right = 0;
  const auto read = [](std::string_view text, double& value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size();
  };
  if (!read(a, left) || !read(b, right)) return a == b;
  const std::size_t decimals = std::min(decimals_of(a), decimals_of(b));
  if (decimals == 0) return left == right;
  return std::abs(left - right) < std::pow(10.0, -static_cast<double>(decimals)) * 0.5000001;
}

bool same_values(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::ranges::equal(a, b, same_value);
}

/// The digits of a number, "" for another word.
std::string number_of(const Token& word) {
  std::string number;
  if (word.kind == TokenKind::number) number = word.text;
  for (const auto& [spelled, digits] : kNumbers)
    if (word.text == spelled) number = digits;
  std::erase(number, ',');
  return number;
}

Answer answer_of(std::string_view text) {
  Answer answer;
  answer.identity = identity_of(text);
  if (answer.identity.size() > 1 && answer.identity[0] == '.' && is_ascii_digit(answer.identity[1]))
    answer.identity = fmt::format("0{}", answer.identity);
  tokens_of(answer.identity, answer.words);
  std::erase_if(answer.words, [](const Token& token) { return token.kind == TokenKind::stop; });
  answer.is_brief = !answer.words.empty() && answer.words.size() <= kFewWords;
  if (!answer.is_brief) return answer;
  answer.truth = truth_of(answer.words.front().text);
  for (const Token& word : answer.words) {
    std::string number = number_of(word);
    if (number.empty()) {
      answer.others.push_back(word.text);
    } else {
      answer.numbers.push_back(std::move(number));
    }
  }
  return answer;
}

std::span<const std::uint64_t> hashes(const Digest& bank, Span span) {
  return std::span(bank.hashes).subspan(span.begin, span.size());
}

/// Whether a key of the one is a wrong choice of the other.
bool denies(std::span<const std::uint64_t> keys, std::span<const std::uint64_t> choices,
            std::span<const std::uint64_t> right) {
  return std::ranges::any_of(keys, [&](std::uint64_t key) {
    return std::ranges::binary_search(choices, key) && !std::ranges::binary_search(right, key);
  });
}

}  // namespace

bool contradict(std::string_view a, std::string_view b) {
  const Answer left = answer_of(a);
  if (!left.is_brief) return false;
  const Answer right = answer_of(b);
  if (!right.is_brief || left.identity == right.identity) return false;
  if (left.truth != 0 && right.truth != 0) return left.truth != right.truth;
  // "forty three" is two numbers here, "60 minutes" may be "1 hour": only numbers of the same things are compared.
  if (left.numbers.size() != 1 || right.numbers.size() != 1) return false;
  return !same_values(left.numbers, right.numbers) && left.others == right.others;
}

bool share_nothing(std::string_view a, std::string_view b) {
  constexpr std::size_t kAlike = 3;  // "Bros", "Brothers"
  const Answer left = answer_of(a);
  if (!left.is_brief) return false;
  const Answer right = answer_of(b);
  if (!right.is_brief || left.numbers.empty() != right.numbers.empty()) return false;
  const auto alike = [&](std::string_view one, std::string_view other) {
    return one == other || (one.size() >= kAlike && other.starts_with(one.substr(0, kAlike)));
  };
  for (const std::string& number : left.numbers)
    if (std::ranges::any_of(right.numbers, [&](const std::string& other) { return same_value(number, other); }))
      return false;
  for (const std::string_view one : left.others)
    for (const std::string_view other : right.others)
      if (alike(one, other)) return false;
  return true;
}

bool contradict(const Digest& bank_a, const QuestionDigest& a, const Digest& bank_b, const QuestionDigest& b) {
  if (!a.keys.empty() && !b.keys.empty()) {
    const auto one = hashes(bank_a, a.keys), other = hashes(bank_b, b.keys);
    return denies(one, hashes(bank_b, b.choices), other) || denies(other, hashes(bank_a, a.choices), one);
  }
  return contradict(bank_a.key(a), bank_b.key(b));
}

}  // namespace quizlint
