#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "bank/bank.h"
#include "checks/check.h"
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

/// A finding of `check` at `span`, which belongs to the question that holds its first byte.
Finding finding_in(const Bank& bank, const CheckInfo& check, Span span, std::string message);

/// A passage in the file, with the marks of the emphasis, links and code that it holds.
Span passage_span(const Bank& bank, std::span<const Slice> passage);

/// The stem in the file with its labels and number, up to the end of its last line.
Span stem_lines(const Bank& bank, const Question& question);

/// Whether a passage shows anything: a character that is no blank, or an image whose bytes lie in `within`.
bool shows_something(const Bank& bank, const Passage& passage, Span within);

/// A passage without the links at its end and the line that heads them ("Useful resources:"): what an answer says by
/// itself. All of it where it is nothing but links.
std::span<const Slice> without_sources(const Bank& bank, std::span<const Slice> passage);

}  // namespace quizlint
