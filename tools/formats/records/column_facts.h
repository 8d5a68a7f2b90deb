#pragma once

#include "formats/records/table.h"

namespace quizlint::records {

/// What the cells of a column are like. Shares are of all records.
struct Facts {
  double present = 0;  ///< has the field at all
  double filled = 0;   ///< and something in it
  double strings = 0;
  double lists = 0;
  double objects = 0;
  double numbers = 0;
  double booleans = 0;
  double words = 0;      ///< mean number of words of the filled strings
  double questions = 0;  ///< mean likeness to a question of the filled strings
  double distinct = 0;   ///< share of the filled scalars that differ
};

Facts facts_of(const Table& table, const Column& column);

/// How much a text of one or several lines reads like a question, from 0 to 1.
double likeness_of(std::string_view text);

}  // namespace quizlint::records
