#include "formats/records/assemble_records.h"
#include "formats/records/json.h"
#include "formats/records/records.h"
#include "text/byte_order_mark.h"

namespace quizlint {
namespace {

using namespace records;

void add_root(Document& document, ValueId root) {
  if (root < document.values.size()) document.roots.push_back(root);
}

/// Reads one value after the other: JSON has one, but files with one a line often go by the same name.
std::size_t read_roots(Document& document) {
  const auto end = static_cast<Offset>(document.bytes.size());
  std::size_t tolerable = 0;
  for (Offset at = text_begin(document.bytes);;) {
    at = skip_blank(document.bytes, at, end);
    if (at >= end) return tolerable;
    const auto root = static_cast<ValueId>(document.values.size());
    if (!document.roots.empty() && document.bytes[at] != '{' && document.bytes[at] != '[') {
      document.faults.push_back({"structure/malformed", {at, at + 1}, "the file should end before this"});
      const std::size_t next = document.bytes.find('\n', at);
      at = next == std::string_view::npos ? end : static_cast<Offset>(next);
      continue;
    }
    const JsonResult result = read_json_value(document, at, end);
    tolerable += result.soft;
    add_root(document, root);
    at = std::max(at + 1, result.end);
  }
}

}  // namespace

Bank read_json(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  Document document;
  document.bytes = bytes;
  const std::size_t tolerable = read_roots(document);
  return bank_of(path, document, document.roots.size() > 1 ? "jsonl" : "json", options, tolerable);
}

}  // namespace quizlint
