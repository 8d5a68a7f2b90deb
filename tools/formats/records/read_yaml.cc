#include "formats/records/assemble_records.h"
#include "formats/records/records.h"
#include "formats/records/yaml.h"

namespace quizlint {

Bank read_yaml(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  records::Document document;
  document.bytes = bytes;
  records::read_yaml_values(document);
  return records::bank_of(path, document, "yaml", options, 0);
}

}  // namespace quizlint
