#include "knowledge/pattern_index.h"

#include <algorithm>
#include <cstring>

#include "knowledge/knowledge.h"
#include "knowledge/literals.h"
#include "text/ascii.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::uint32_t kHashBits = 16;

/// Fibonacci hashing of the first bytes, at most eight (Knuth, The Art of Computer Programming 3, 6.4).
template <std::size_t Bytes>
std::uint32_t hash_at(const char* bytes) {
  std::uint64_t first = 0;
  std::memcpy(&first, bytes, Bytes);
  return static_cast<std::uint32_t>(first * 0x9E3779B97F4A7C15U >> (64 - kHashBits));
}

}  // namespace

std::string lowered(std::string_view text) {
  if (is_ascii(text)) return ascii_lower(text);
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

PatternIndex::PatternIndex(std::span<const Rule> rules) {
  for (std::uint32_t r = 0; r < rules.size(); ++r)
    for (std::uint32_t p = 0; p < rules[r].patterns.size(); ++p) add(rules[r].patterns[p], {r, p});
  std::ranges::sort(short_.literals, {}, &Literal::hash);
  std::ranges::sort(long_.literals, {}, &Literal::hash);
}

void PatternIndex::add(const RulePattern& pattern, Entry entry) {
  if (pattern.pattern.literals().empty()) always_.push_back(entry);
  each_literal(pattern.pattern.literals(), [&](std::string_view literal) {
    if (pattern.whole != Whole::no) literal = bare(literal);  // there a mark follows links, and is an edge
    const bool is_long = bare(literal).size() >= kLong;
    Table& table = is_long ? long_ : short_;
    const char* bytes = bare(literal).data();
    const std::uint32_t hash = is_long ? hash_at<kLong>(bytes) : hash_at<kShort>(bytes);
    table.literals.push_back({hash, literal, entry});
    table.present[hash / 64] |= std::uint64_t{1} << (hash % 64);
  });
}

void PatternIndex::Table::look_up(std::uint32_t hash, std::string_view text, std::size_t at,
                                  std::vector<Entry>& found) const {
  for (auto it = std::ranges::lower_bound(literals, hash, {}, &Literal::hash); it != literals.end() && it->hash == hash;
       ++it)
    if (stands_at(text, at, it->chars)) found.push_back(it->entry);
}

void PatternIndex::candidates(std::string_view text, std::vector<Entry>& found) const {
  found.assign(always_.begin(), always_.end());
  for (std::size_t at = 0; at + kShort <= text.size(); ++at) {
    const std::uint32_t hash = hash_at<kShort>(text.data() + at);
    if (short_.may_hold(hash)) short_.look_up(hash, text, at, found);
    if (at + kLong > text.size()) continue;
    const std::uint32_t long_hash = hash_at<kLong>(text.data() + at);
    if (long_.may_hold(long_hash)) long_.look_up(long_hash, text, at, found);
  }
  std::ranges::sort(found);
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

}  // namespace quizlint
