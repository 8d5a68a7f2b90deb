#pragma once

#include "formats/records/infer.h"

namespace quizlint::records {

/// What one reading of a record file goes by: the same for each chunk of it.
struct Reading {
  std::string_view layout;  ///< "json", "jsonl", "csv", "tsv", "yaml"
  RecordMap map;
  bool answers = true;        ///< the records have a field for an answer, filled or not
  bool several_keys = false;  ///< choices that mark themselves may be right more than once
};

/// Makes a bank of the records of `document`, which lie in `span` of the file. Blocks tile that span.
Bank build_bank(std::string_view path, const Document& document, const std::vector<ValueId>& records, Span span,
                const Reading& reading);

}  // namespace quizlint::records
