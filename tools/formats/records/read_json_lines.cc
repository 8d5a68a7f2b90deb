#include "formats/no_bank.h"
#include "formats/records/assemble_records.h"
#include "formats/records/json.h"
#include "formats/records/records.h"
#include "formats/records/table.h"

namespace quizlint {
namespace {

using namespace records;

/// Enough lines for a chunk to be worth its while, few enough to be held with their blocks in a few megabytes.
constexpr std::size_t kChunkLines = 2048;

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
  return {bytes, static_cast<Offset>(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0)};
}

void read_all(std::string_view path, std::string_view bytes, const ReadOptions& options, std::size_t chunk,
              const BankSink& take) {
  std::vector<Fault> faults;
  const RecordMap given = settled_map(options, faults);
  Document sample;
  Cursor cursor = start_of(bytes);
  const std::size_t cut_short = read_lines(sample, cursor, kSample);
  // Values that go over several lines: no JSON Lines, but one JSON value after the other.
  if (2 * cut_short > sample.roots.size()) return take(read_json(path, bytes, options));
  const auto understood = understand(sample, "jsonl", given);
  if (!understood) {
    Bank bank = no_bank(path, bytes);
    add_faults(bank, sample);
    return take(std::move(bank));
  }
  cursor = start_of(bytes);
  for (Offset begin = 0; begin < bytes.size();) {
    Document document;
    read_lines(document, cursor, chunk);
    Bank bank = bank_of(path, document, {begin, cursor.at}, *understood);
    std::ranges::move(faults, std::back_inserter(document.faults));
    faults.clear();
    add_faults(bank, document);
    if (begin == 0) add_doubts(bank, sample, understood->doubts);
    take(std::move(bank));
    begin = cursor.at;
  }
}

}  // namespace

Bank read_json_lines(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  Bank whole;
  read_all(path, bytes, options, bytes.size() + 1, [&](Bank bank) { whole = std::move(bank); });
  return whole;
}

void read_json_lines_in_chunks(std::string_view path, std::string_view bytes, const ReadOptions& options,
                               const BankSink& take) {
  read_all(path, bytes, options, kChunkLines, take);
}

}  // namespace quizlint
