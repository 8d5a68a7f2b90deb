#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "bank/bank.h"
#include "knowledge/knowledge.h"

namespace quizlint {

/// Text of one kind that checks look at together.
struct PassageAt {
  std::span<const Slice> slices;
  Place place = Place::any;    ///< `any`: it belongs to no question
  std::uint32_t question = 0;  ///< 1-based, 0 where it belongs to none
  std::string_view language;   ///< ISO 639-1, "" where unknown
};

/// Every passage of a bank: those of the questions, then headings, introductions and stray text, a slice each.
std::vector<PassageAt> passages_of(const Bank& bank);

/// The 1-based index of the question whose span holds a byte, or 0.
std::uint32_t question_at(const Bank& bank, Offset at);

}  // namespace quizlint
