#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace quizlint {

/// The compiled vocabulary as it lies in the program: a header, then two automata, written by compile-vocabulary in the
/// byte order of the machine. An automaton is a minimal acyclic one (Daciuk and others, "Incremental Construction of
/// Minimal Acyclic Finite-State Automata", 2000) whose words are numbered in the order of their bytes.
struct VocabularyHeader {
  std::uint32_t all_edges = 0;     ///< edges of the automaton of every word
  std::uint32_t all_words = 0;     ///< words in it, each with one 16-bit info
  std::uint32_t common_edges = 0;  ///< edges of the automaton of the words that corrections are taken from
  std::uint32_t common_words = 0;
  std::uint32_t product_bytes = 0;  ///< of the lines of products.cc, at the end
};

/// An edge: bits 0 to 7 the letter's byte, bit 8 whether a word ends behind it, bit 9 whether it is the last of its
/// node, bits 10 to 31 where the next node's edges begin (0: there is none).
struct DawgEdge {
  std::uint32_t bits = 0;

  constexpr unsigned char letter() const { return static_cast<unsigned char>(bits & 0xFFU); }
  constexpr bool ends_word() const { return (bits >> 8U & 1U) != 0; }
  constexpr bool last() const { return (bits >> 9U & 1U) != 0; }
  constexpr std::uint32_t next() const { return bits >> 10U; }
};

/// `skipped[i]` counts the words behind the edges before edge i in its node: their sum along a path numbers its word.
struct Dawg {
  std::span<const DawgEdge> edges;  ///< edge 0 is unused, the root's begin at 1
  std::span<const std::uint32_t> skipped;
};

/// The names of products in the table; see products.cc.
std::string_view product_lines();

}  // namespace quizlint
