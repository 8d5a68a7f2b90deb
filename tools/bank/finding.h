#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "text/lines.h"
#include "text/span.h"

namespace quizlint {

enum class Severity : std::uint8_t { info, warning, error };
enum class Safety : std::uint8_t { safe, unsafe, suggestion };

std::string_view name_of(Severity severity);
std::string_view name_of(Safety safety);

/// Replaces the bytes of `span`, of the file as it lies on disk, by `text`. A check gives plain text; once it has left
/// the engine, it is written as the file writes text (`write_fixes`).
struct Edit {
  Span span;
  std::string text;
};

/// Edits that mend a fault together; they apply all or not at all.
struct Fix {
  std::string title;
  Safety safety = Safety::safe;
  std::vector<Edit> edits;
};

/// Another place that a finding speaks of.
struct Related {
  std::string path;
  Span span;
  Position begin;
  Position end;
  std::string message;
};

/// One fault at one place.
struct Finding {
  std::string check;
  Severity severity = Severity::warning;
  std::string path;
  Span span;
  Position begin;  ///< worked out by the engine, as `end` is
  Position end;
  std::uint32_t question = 0;  ///< 1-based index in its bank, 0 where it belongs to none
  std::string message;
  std::vector<Related> related;
  std::vector<Fix> fixes;  ///< best first
  /// What the fingerprint is made of beside the check and the question: the faulty text, or the cluster.
  std::string subject;
  std::string fingerprint;  ///< worked out by the engine: never depends on path or line numbers
};

}  // namespace quizlint
