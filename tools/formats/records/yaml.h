#pragma once

#include "formats/records/value.h"

namespace quizlint::records {

/// Reads the YAML documents of a file. Where YAML refuses it, the items of its outermost list are read one by one, so
/// that a fault costs one of them.
void read_yaml_values(Document& document);

/// The text of a scalar whose first byte is at `at`, as `value`, which YAML made of it, tells; with its span and its
/// quoting. Bytes that cannot be matched with characters become one escaped piece.
struct YamlScalar {
  Span span;
  Span inner;
  Quoting quoting = Quoting::bare;
  Text text;
};
YamlScalar locate_scalar(std::string_view bytes, Offset at, std::string_view value);

}  // namespace quizlint::records
