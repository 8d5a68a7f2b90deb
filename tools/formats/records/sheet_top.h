#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "text/span.h"

namespace quizlint::records {

/// What stands before a table and is for programs: `sep=;`, comments, and the header lines of Anki's exports
/// (https://docs.ankiweb.net/importing/text-files.html#file-headers): `#separator:tab`, `#columns:Front\tBack`,
/// `#deck column:3`.
struct SheetTop {
  Offset end = 0;  ///< where the table begins
  std::optional<char> delimiter;
  std::vector<std::string> columns;         ///< their names, where the header gives them
  std::map<std::size_t, std::string> meta;  ///< columns that are no fields of a card, counted from 1: "deck", "tags"
  bool anki = false;
};
SheetTop read_top(std::string_view bytes);

/// Whether a line is for programs, or for people beside the table.
bool is_remark(std::string_view line);

/// The names of the columns of cards, of which there are `count`: Front, Back, and those that the top gives.
std::vector<std::string> names_of_cards(const SheetTop& top, std::size_t count);

}  // namespace quizlint::records
