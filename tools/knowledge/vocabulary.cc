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

/// A walk through an automaton that keeps, for each letter of the path, a row of the distance matrix (Wagner and
/// Fischer, with swaps of neighbours), and turns back where no cell is within reach.
struct Search {
  using Row = std::array<std::uint8_t, kLongest + 1>;

  const Dawg& dawg;
  std::string_view word;
  unsigned reach;
  std::vector<NearWord> found{};
  std::string path{};
  std::array<Row, kLongest + 4> rows{};

  /// Fills the row of the path's last letter and gives its least cell.
  unsigned step() {
    const std::size_t depth = path.size();
    const Row& above = rows[depth - 1];
    Row& row = rows[depth];
    row[0] = static_cast<std::uint8_t>(depth);
    unsigned least = row[0];
    for (std::size_t i = 1; i <= word.size(); ++i) {
      const bool same = word[i - 1] == path[depth - 1];
      unsigned best = std::min({above[i] + 1U, row[i - 1] + 1U, above[i - 1] + (same ? 0U : 1U)});
      if (i > 1 && depth > 1 && word[i - 1] == path[depth - 2] && word[i - 2] == path[depth - 1])
        best = std::min(best, rows[depth - 2][i - 2] + 1U);
      row[i] = static_cast<std::uint8_t>(best);
      least = std::min(least, best);
    }
    return least;
  }

  void visit(std::uint32_t node) {
    if (node == 0 || path.size() >= word.size() + reach) return;
    for (std::uint32_t edge = node;; ++edge) {
      const DawgEdge at = dawg.edges[edge];
      path.push_back(static_cast<char>(at.letter()));
      const unsigned least = step();
      const std::uint8_t edits = rows[path.size()][word.size()];
      if (at.ends_word() && edits <= reach && edits > 0) found.push_back({path, edits});
      if (least <= reach) visit(at.next());
      path.pop_back();
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
  for (std::size_t i = 0; i <= lower.size(); ++i) search.rows[0][i] = static_cast<std::uint8_t>(i);
  search.visit(1);
  return std::move(search.found);
}

}  // namespace quizlint
