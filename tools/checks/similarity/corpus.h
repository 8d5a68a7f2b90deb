#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "bank/digest.h"
#include "checks/similarity/lexicon.h"

namespace quizlint {

/// One question of a run by its bank and its place in it.
struct QuestionRef {
  std::uint32_t bank = 0;
  std::uint32_t question = 0;  ///< 0-based
  constexpr auto operator<=>(const QuestionRef&) const = default;
};

/// A number in [0, distinct questions): the questions that are exactly the same share it.
using TextId = std::uint32_t;

/// The wordings of a run, each once, cut into words.
struct Corpus {
  struct Wording {
    QuestionRef first;        ///< the first question that has it
    std::uint32_t words = 0;  ///< where its words begin; they end where those of the next one do
    std::uint32_t meanings = 0;
    std::uint64_t order = 0;   ///< hash of settled_order, 0 where it is empty
    std::uint64_t matter = 0;  ///< hash of matter_of, 0 where it is empty
    float weight = 0;          ///< of its meanings together
    bool english = false;
    bool generic = false;  ///< says nothing by itself: "What is the output?"
    bool title = false;    ///< a few words that ask nothing: its subject is the bank's
  };

  std::vector<QuestionRef> questions;  ///< references first, then by bank and place
  std::vector<TextId> wording_of;      ///< one a question, in the same order
  std::vector<Wording> wordings;       ///< one more than there are: the last is an end
  std::vector<WordId> words, meanings;

  TextId size() const { return static_cast<TextId>(wordings.size() - 1); }
  std::span<const WordId> words_of(TextId id) const { return part(words, &Wording::words, id); }
  std::span<const WordId> meanings_of(TextId id) const { return part(meanings, &Wording::meanings, id); }

 private:
  std::span<const WordId> part(const std::vector<WordId>& all, std::uint32_t Wording::*begin, TextId id) const {
    return std::span(all).subspan(wordings[id].*begin, wordings[id + 1].*begin - wordings[id].*begin);
  }
};

Corpus corpus_of(std::span<const Digest> banks, Lexicon& lexicon);

}  // namespace quizlint
