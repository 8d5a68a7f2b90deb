#include "formats/no_bank.h"
#include "formats/records/assemble_records.h"
#include "formats/records/json.h"
#include "formats/records/records.h"
#include "formats/records/table.h"
#include "text/byte_order_mark.h"

namespace quizlint {
namespace {

using namespace records;

/// Where reading stands in a file of lines.
struct Cursor {
  std::string_view bytes;
  Offset at = 0;
  bool done() const { return at >= bytes.size(); }
};

/// Reads the value on one line. A fault in it costs this line alone.
void read_line(Document& document, Offset begin, Offset end, std::size_t& cut_short) {
  const Offset at = skip_blank(document.bytes, begin, end);
  if (at >= end) return;
  const auto root = static_cast<ValueId>(document.values.size());
  const JsonResult result = read_json_value(document, at, end);
  cut_short += !result.complete;
  if (root < document.values.size()) document.roots.push_back(root);
  const Offset rest = skip_blank(document.bytes, result.end, end);
  if (rest < end && !document.values[root].damaged)
    document.faults.push_back({"structure/malformed", {rest, rest + 1}, "this line should end here"});
}

/// Reads up to `count` lines; gives how many of them end before their value does.
std::size_t read_lines(Document& document, Cursor& cursor, std::size_t count) {
  std::size_t cut_short = 0;
  document.bytes = cursor.bytes;
  for (std::size_t i = 0; i < count && !cursor.done(); ++i) {
    const std::size_t found = cursor.bytes.find('\n', cursor.at);
    const auto end = static_cast<Offset>(found == std::string_view::npos ? cursor.bytes.size() : found);
    read_line(document, cursor.at, end, cut_short);
    cursor.at = static_cast<Offset>(std::min<std::size_t>(end + 1, cursor.bytes.size()));
  }
  link(document);
  return cut_short;
}

Cursor start_of(std::string_view bytes) {
  return {bytes, text_begin(bytes)};
}

struct Learned {
  std::optional<Understanding> understood;
  std::vector<Fault> faults;    ///< of the map and of what was not understood for sure
  Document sample;              ///< the first lines
  bool is_json_values = false;  ///< one value after the other, each over several lines
};

Learned learn(std::string_view bytes, const ReadOptions& options) {
  Learned learned;
  const RecordMap given = settled_map(options, learned.faults);
  Cursor cursor = start_of(bytes);
  const std::size_t cut_short = read_lines(learned.sample, cursor, kSample);
  learned.is_json_values = 2 * cut_short > learned.sample.roots.size();
  if (learned.is_json_values) return learned;
  learned.understood = understand(learned.sample, "jsonl", given);
  if (learned.understood) {
    add_doubts(learned.faults, learned.sample, learned.understood->doubts);
  } else {
    add_unmet(learned.sample.faults, given);
  }
  return learned;
}

Bank read_portion(std::string_view path, std::string_view bytes, const Understanding& understood) {
  Document document;
  Cursor cursor = start_of(bytes);
  read_lines(document, cursor, bytes.size() + 1);
  Bank bank = bank_of(path, document, {0, static_cast<Offset>(bytes.size())}, understood);
  add_faults(bank, document.faults);
  return bank;
}

}  // namespace

Bank read_json_lines(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  const Learned learned = learn(bytes, options);
  if (learned.is_json_values) return read_json(path, bytes, options);
  Bank bank = learned.understood ? read_portion(path, bytes, *learned.understood) : no_bank(path, bytes);
  add_faults(bank, learned.understood ? learned.faults : learned.sample.faults);
  return bank;
}

PortionReader learn_json_lines(std::string_view path, std::string_view first, const ReadOptions& options) {
  Learned learned = learn(first, options);
  if (!learned.understood) return nullptr;
  return [path = std::string(path), understood = std::move(*learned.understood),
          faults = std::move(learned.faults)](const Portion& portion) mutable {
    ReadPortion read{read_portion(path, portion.bytes, understood), portion.bytes.size()};
    add_faults(read.bank, faults);
    faults.clear();
    return read;
  };
}

}  // namespace quizlint
