#pragma once

#include <string>
#include <vector>

#include "formats/choices/candidate.h"

namespace quizlint {

/// The headings and bold lines that say that answers follow, with two numbered ones or more below.
std::vector<std::size_t> answer_titles_of(const Outline& outline);
/// The choices of a question that a section of answers names.
struct SectionKeys {
  std::size_t question = 0;  ///< its unit
  std::vector<std::string> keys;
};

/// Gives each numbered answer below a heading such as "Answer key" or "Solutions" to the question above that has its
/// number and no answer of its own: keys to choices ("2. **B**, because …"), whatever else there is as the answer.
/// Only where most of what is numbered there finds its question.
std::vector<SectionKeys> read_answer_sections(const Outline& outline, Marks& marks);
/// Ticks the choices that such sections name.
void read_section_keys(const std::vector<SectionKeys>& sections, std::vector<Candidate>& candidates);

}  // namespace quizlint
