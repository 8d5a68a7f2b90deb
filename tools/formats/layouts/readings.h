#pragma once

#include "formats/layouts/layout.h"

namespace quizlint {

/// `Q: …` / `A: …`, `**Question 3:** …` / `**Answer:** …`, `## Question 1` above them; labels in many languages.
void read_labels(const Outline& outline, Marks& marks);
/// Gives what stands between a question and its answer's label to the stem.
void claim_stems(const Outline& outline, Marks& marks);

/// An ordered item whose first line asks; a topic line that ends in a colon; the answer below.
void read_numbered_topics(const Outline& outline, Marks& marks);
/// Bare lines, question then answer; blank lines anywhere.
void read_bare_lines(const Outline& outline, Marks& marks);
/// Headings ask; what stands below them answers.
void read_headings(const Outline& outline, Marks& marks);
/// One question a file: its first heading asks, all below answers.
void read_single(const Outline& outline, Marks& marks);
/// Whether a title counts its question among those of other files: "AI-Question 03 - Explain …", "Question 7: …".
bool counts_among_files(std::string_view title);
/// List items ask, with or without an answer indented below.
void read_lists(const Outline& outline, Marks& marks);
/// `<details><summary>question</summary>answer</details>`.
void read_details(const Outline& outline, Marks& marks);
/// A bold paragraph asks.
void read_bold(const Outline& outline, Marks& marks);
/// "**3. Tides**" right above another bold line, which asks: its title.
bool titles_bold_question(const Outline& outline, std::size_t i);
/// A table row holds a question and its answer.
void read_tables(const Outline& outline, Marks& marks);
/// `## front` and a short text below: flashcards that ask nothing.
void read_flashcards(const Outline& outline, Marks& marks);
/// `front::back`, or a line of `?` between front and back: Obsidian's spaced repetition.
void read_obsidian(const Outline& outline, Marks& marks);
/// Front matter asks (`question: …`); what stands below answers.
void read_front_matter(const Outline& outline, Marks& marks);
/// What stands above boxes, or above letters with a key below, asks.
void read_choice_lists(const Outline& outline, Marks& marks);

}  // namespace quizlint
