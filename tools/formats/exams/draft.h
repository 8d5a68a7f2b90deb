#pragma once

#include <string>
#include <vector>

#include "bank/bank.h"

namespace quizlint::exams {

/// A text of a question where it stands in the file.
struct Field {
  Text text;
  Span span;           ///< empty where the file has none
  bool plain = false;  ///< neither Markdown nor HTML
  Quoting quoting = Quoting::bare;
  Passage passage;  ///< filled by build_bank
};

/// A choice, or an answer that is right, wholly or in part.
struct Option {
  Field text;
  Span span;
  double weight = 0;  ///< in percent of the mark, -100 to 100
  std::vector<Field> feedback;
};

/// A question of an exam as its format writes it.
struct Draft {
  Span span;
  std::string id;
  std::int32_t section = -1;  ///< index into Bank::sections
  Field stem;
  Field tail;  ///< the stem behind the place of its answers
  std::vector<Option> options;
  std::vector<Field> feedback;  ///< on the question as a whole, and hints
  Span answer_span;
  QuestionKind kind = QuestionKind::open;
  bool asks = true;             ///< false for a text between questions
  bool choices = false;         ///< the options are choices
  bool marked_by_hand = false;  ///< an essay
};

/// The title of a category without where Moodle keeps it: `$course$/Ships/Lights` is Ships/Lights.
std::string category_title(std::string_view path);

/// Makes a bank of the drafts, which stand in the order of the file. Options of the whole mark are keys; where there is
/// none, those that give a part of it are. Blocks tile the file. What belongs to a draft without a stem is furniture,
/// and reported.
void build_bank(Bank& bank, std::vector<Draft> drafts);

}  // namespace quizlint::exams
