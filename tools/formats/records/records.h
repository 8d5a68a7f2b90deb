#pragma once

#include "formats/reader.h"

namespace quizlint {

// Question sets that are data, whatever their fields are called.
Bank read_json(std::string_view path, std::string_view bytes, const ReadOptions& options);
Bank read_json_lines(std::string_view path, std::string_view bytes, const ReadOptions& options);

PortionReader learn_json_lines(std::string_view path, std::string_view first, const ReadOptions& options);

Bank read_yaml(std::string_view path, std::string_view bytes, const ReadOptions& options);
Bank read_csv(std::string_view path, std::string_view bytes, const ReadOptions& options);
Bank read_tsv(std::string_view path, std::string_view bytes, const ReadOptions& options);
/// Whether text of no known kind is a table with tabs between its cells: cards as Anki and Quizlet export them.
bool is_table_of_tabs(std::string_view bytes);
PortionReader learn_csv(std::string_view path, std::string_view first, const ReadOptions& options);
PortionReader learn_tsv(std::string_view path, std::string_view first, const ReadOptions& options);

}  // namespace quizlint
