#pragma once

#include <functional>

#include "formats/reader.h"

namespace quizlint {

// Question sets that are data, whatever their fields are called.
Bank read_json(std::string_view path, std::string_view bytes, const ReadOptions& options);
Bank read_json_lines(std::string_view path, std::string_view bytes, const ReadOptions& options);

void read_json_lines_in_chunks(std::string_view path, std::string_view bytes, const ReadOptions& options,
                               const BankSink& take);

Bank read_yaml(std::string_view path, std::string_view bytes, const ReadOptions& options);
Bank read_csv(std::string_view path, std::string_view bytes, const ReadOptions& options);
Bank read_tsv(std::string_view path, std::string_view bytes, const ReadOptions& options);
void read_csv_in_chunks(std::string_view path, std::string_view bytes, const ReadOptions& options,
                        const BankSink& take);
void read_tsv_in_chunks(std::string_view path, std::string_view bytes, const ReadOptions& options,
                        const BankSink& take);

}  // namespace quizlint
