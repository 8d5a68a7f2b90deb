#include "knowledge/pattern_index.h"

#include <algorithm>

#include "knowledge/knowledge.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::uint32_t kHashBits = 14;
constexpr std::size_t kPrefix = 3;

/// Fibonacci hashing of three bytes (Knuth, The Art of Computer Programming 3, 6.4).
std::uint32_t hash_at(const char* bytes) {
  const auto at = [&](int i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])); };
  return ((at(0) | at(1) << 8 | at(2) << 16) * 2654435769U) >> (32 - kHashBits);
}

}  // namespace

std::string lowered(std::string_view text) {
  std::string lower;
  lower.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      lower += ascii_lower(text[at++]);
      continue;
    }
    const CodePoint point = decode(text, at);
    if (point.value >= kInvalid) {
      lower += text[at];
    } else {
      append_utf8(lower, to_lower(point.value));
    }
    at += point.size;
  }
  return lower;
}

PatternIndex::PatternIndex(std::span<const Rule> rules)
    : present_((1U << kHashBits) / 64), first_((1U << kHashBits) + 1) {
  for (std::uint32_t r = 0; r < rules.size(); ++r) {
    for (std::uint32_t p = 0; p < rules[r].patterns.size(); ++p) {
      const auto needed = rules[r].patterns[p].pattern.literals();
      if (needed.empty()) always_.push_back({r, p});
      for (const std::string_view literal : needed) literals_.push_back({hash_at(literal.data()), literal, {r, p}});
    }
  }
  std::ranges::stable_sort(literals_, {}, &Literal::hash);
  for (const Literal& literal : literals_) {
    present_[literal.hash / 64] |= std::uint64_t{1} << (literal.hash % 64);
    ++first_[literal.hash + 1];
  }
  for (std::size_t hash = 1; hash < first_.size(); ++hash) first_[hash] += first_[hash - 1];
}

void PatternIndex::candidates(std::string_view text, std::vector<Entry>& found) const {
  found.assign(always_.begin(), always_.end());
  for (std::size_t at = 0; at + kPrefix <= text.size(); ++at) {
    const std::uint32_t hash = hash_at(text.data() + at);
    if ((present_[hash / 64] >> (hash % 64) & 1) == 0) continue;
    for (std::uint32_t i = first_[hash]; i < first_[hash + 1]; ++i)
      if (text.substr(at).starts_with(literals_[i].chars)) found.push_back(literals_[i].entry);
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace quizlint
