#pragma once

#include "formats/reader.h"
#include "formats/records/build.h"

namespace quizlint::records {

/// How a record file is read, once its records have been looked at.
struct Understanding {
  Reading reading;
  std::vector<std::string> paths;  ///< where its records lie
  std::vector<Doubt> doubts;
  double confidence = 0;
};

/// The map that the options settle. Parts of it that there are not become faults.
RecordMap settled_map(const ReadOptions& options, std::vector<Fault>& faults);

/// Finds the records of a document that are questions, and their map. Nothing where there are none.
std::optional<Understanding> understand(const Document& document, std::string_view layout, const RecordMap& given);

/// The records of a document that lie where the questions are.
std::vector<ValueId> records_of(const Document& document, const Understanding& understood);

/// The bank of a document that lies in `span` of the file and is read as was understood before.
Bank bank_of(std::string_view path, const Document& document, Span span, const Understanding& understood);

/// Puts faults among those of the bank, by their places.
void add_faults(Bank& bank, const std::vector<Fault>& faults);
/// What was not understood for sure, as faults.
void add_doubts(std::vector<Fault>& to, const Document& document, const std::vector<Doubt>& doubts);
/// Says that the map of the configuration fits no record, where it names a stem.
void add_unmet(std::vector<Fault>& to, const RecordMap& given);

/// The bank of a whole document. Where it holds no question it is prose without text; `tolerable` faults of the
/// document are then none.
Bank bank_of(std::string_view path, Document& document, std::string_view layout, const ReadOptions& options,
             std::size_t tolerable);

}  // namespace quizlint::records
