#include "knowledge/vocabulary.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "knowledge/vocabulary_table.h"

// The table is made at build time (compile_vocabulary.cc) and lies in the program as it is.
__asm__(
    ".pushsection .rodata\n"
    ".balign 16\n"
    ".global quizlint_vocabulary\n"
    "quizlint_vocabulary:\n"
    ".incbin \"" QUIZLINT_VOCABULARY
    "\"\n"
    ".popsection\n");
extern "C" const unsigned char quizlint_vocabulary[];  // NOLINT(modernize-avoid-c-arrays)

namespace quizlint {
namespace {

constexpr std::size_t kLongest = 40;  ///< bytes of the longest word that is compared

struct Table {
  Dawg all;
  std::span<const std::uint16_t> infos;
  Dawg common;
  std::string_view products;
};

template <class T>
std::span<const T> take(const unsigned char*& at, std::size_t count) {
  const std::span<const T> taken(reinterpret_cast<const T*>(at), count);
  at += count * sizeof(T);
  return taken;
}

Table open_table() {
  const unsigned char* at = quizlint_vocabulary;
  const VocabularyHeader header = take<VocabularyHeader>(at, 1)[0];
  Table table;
  table.all = {take<DawgEdge>(at, header.all_edges), take<std::uint32_t>(at, header.all_edges)};
  table.common = {take<DawgEdge>(at, header.common_edges), {}};
  table.infos = take<std::uint16_t>(at, header.all_words);
  const std::span<const char> products = take<char>(at, header.product_bytes);
  table.products = {products.data(), products.size()};
  return table;
}

const Table& table() {
  static const Table opened = open_table();
  return opened;
}

/// The number of a word in an automaton.
std::optional<std::uint32_t> number_of(const Dawg& dawg, std::string_view word) {
  std::uint32_t number = 0;
  std::uint32_t node = 1;
  bool ends = false;
  for (const char c : word) {
    if (node == 0) return std::nullopt;
    number += ends ? 1 : 0;
    std::uint32_t edge = node;
    while (dawg.edges[edge].letter() != static_cast<unsigned char>(c)) {
      if (dawg.edges[edge].last()) return std::nullopt;
      ++edge;
    }
    number += dawg.skipped[edge];
    ends = dawg.edges[edge].ends_word();
    node = dawg.edges[edge].next();
  }
  return ends ? std::optional(number) : std::nullopt;
}

/// A row of the distance matrix between a word and a path, as the cells that hold no more than 0, 1 and 2: bit i is the
/// cell of the word's first i bytes.
using Row = std::array<std::uint64_t, 3>;

/// A walk through an automaton that keeps a row for each letter of the path and turns back where no cell is within
/// reach. Whole rows are worked out at once, as bits (Wu and Manber, "Fast Text Searching Allowing Errors", 1992, with
/// swaps of neighbours); cell by cell, the walk took two and a half times as many instructions.
struct Search {
  const Dawg& dawg;
  std::string_view word;
  unsigned reach;
  std::vector<NearWord> found{};
  std::array<char, kLongest + 4> path{};
  std::array<std::uint64_t, 256> places{};  ///< of a letter in the word: bit i is its byte i - 1
  std::array<Row, kLongest + 4> rows{};     ///< by the letters of the path

  void run() {
    for (std::size_t i = 0; i < word.size(); ++i) places[letter(word[i])] |= std::uint64_t{2} << i;
    rows[0] = {1, 3, 7};
    visit(1, 1);
  }

  static unsigned char letter(char c) { return static_cast<unsigned char>(c); }

  /// Fills the row of the path's last letter, of so many.
  const Row& step(std::size_t depth) {
    const std::uint64_t cells = (std::uint64_t{2} << word.size()) - 1;
    const std::uint64_t same = places[letter(path[depth - 1])];
    const std::uint64_t swapped = depth > 1 ? places[letter(path[depth - 2])] & same << 1U : 0;
    const Row& above = rows[depth - 1];
    Row& row = rows[depth];
    row[0] = above[0] << 1U & same & cells;
    for (std::size_t k = 1; k <= reach; ++k) {
      row[k] = (above[k] << 1U & same) | above[k - 1] | above[k - 1] << 1U | row[k - 1] << 1U;
      if (swapped != 0) row[k] |= rows[depth - 2][k - 1] << 2U & swapped;
      row[k] &= cells;
    }
    return row;
  }

  /// How far the path is from the whole word; more than reach: further.
  std::uint8_t edits(const Row& row) const {
    std::uint8_t k = 0;
    while (k <= reach && (row[k] >> word.size() & 1U) == 0) ++k;
    return k;
  }

  /// Goes on from a node with the path's letter number `depth`.
  void visit(std::uint32_t node, std::size_t depth) {
    if (node == 0) return;
    for (std::uint32_t edge = node;; ++edge) {
      const DawgEdge at = dawg.edges[edge];
      path[depth - 1] = static_cast<char>(at.letter());
      const Row& row = step(depth);
      if (at.ends_word())
        if (const std::uint8_t away = edits(row); away > 0 && away <= reach)
          found.push_back({std::string(path.data(), depth), away});
      if (row[reach] != 0) visit(at.next(), depth + 1);
      if (at.last()) return;
    }
  }
};

}  // namespace

std::string_view product_lines() {
  return table().products;
}

std::optional<WordInfo> look_up(std::string_view lower) {
  const std::optional<std::uint32_t> number = number_of(table().all, lower);
  if (!number) return std::nullopt;
  const unsigned bits = table().infos[*number];
  WordInfo info;
  info.frequency = static_cast<std::uint8_t>(bits & 15U);
  info.source = static_cast<WordSource>(bits >> 4U & 3U);
  info.capitalised = (bits >> 6U & 1U) != 0;
  info.american = (bits >> 7U & 1U) != 0;
  info.british = (bits >> 8U & 1U) != 0;
  info.named = (bits >> 9U & 1U) != 0;
  info.foreign = (bits >> 10U & 1U) != 0;
  return info;
}

std::vector<NearWord> words_near(std::string_view lower, unsigned edits) {
  if (lower.empty() || lower.size() > kLongest) return {};
  Search search{.dawg = table().common, .word = lower, .reach = edits};
  search.run();
  return std::move(search.found);
}

}  // namespace quizlint
