#include <algorithm>

#include <fmt/format.h>

#include "formats/no_bank.h"
#include "formats/records/assemble_records.h"
#include "formats/records/csv.h"
#include "formats/records/json.h"
#include "formats/records/literal.h"
#include "formats/records/records.h"
#include "formats/records/sheet_top.h"
#include "formats/records/table.h"

namespace quizlint {
namespace {

using namespace records;

/// A row that is wrong so near to the end of a portion may only be cut off there.
constexpr std::size_t kNearEnd = 1 << 16;
/// Rows may be shorter than the header where so many are.
constexpr double kRaggedAllowed = 0.1;
/// A column holds lists where so many of its filled cells look like one.
constexpr double kMostlyLists = 0.8;

/// What holds for every row of a file.
struct Sheet {
  std::string_view bytes;
  std::string_view layout;
  char delimiter = ',';
  Offset first = 0;                 ///< where the rows begin, behind the header
  std::vector<std::string> header;  ///< "1", "2", … where the file has none
  bool named = false;
  bool ragged = false;
  std::vector<bool> lists;  ///< by column
};

/// A comment between the rows. "# of bits in a byte?,8" below the header is a row as the others.
bool is_comment(std::string_view bytes, std::size_t columns, const Row& row) {
  const std::string_view line = trimmed(slice(bytes, row.span));
  const bool whole = row.cells.size() > 1 && row.cells.size() >= columns;
  return line.starts_with("#quizlint") || (line.starts_with("# ") && !whole);
}

bool is_blank(const Row& row) {
  return std::ranges::all_of(row.cells, [](const Cell& cell) { return cell.inner.empty(); });
}

/// The next row that is neither blank nor a comment, or nothing.
std::optional<Row> next_row(const Sheet& sheet, Offset& at, std::vector<Fault>& faults) {
  while (at < sheet.bytes.size()) {
    Row row = read_row(sheet.bytes, at, sheet.delimiter, faults);
    at = row.next;
    if (!is_blank(row) && !is_comment(sheet.bytes, sheet.header.size(), row)) return row;
  }
  return std::nullopt;
}

/// Which columns hold lists, and whether rows may be short.
void look_at_rows(Sheet& sheet) {
  std::vector<double> lists(sheet.header.size()), filled(sheet.header.size());
  double rows = 0, shorter = 0;
  std::vector<Fault> faults;
  for (Offset at = sheet.first; rows < static_cast<double>(kSample);) {
    const auto row = next_row(sheet, at, faults);
    if (!row) break;
    ++rows;
    shorter += row->cells.size() < sheet.header.size();
    for (std::size_t i = 0; i < std::min(row->cells.size(), sheet.header.size()); ++i) {
      if (row->cells[i].inner.empty()) continue;
      ++filled[i];
      lists[i] += looks_like_literal(chars_of(sheet.bytes, row->cells[i]));
    }
  }
  sheet.ragged = shorter > kRaggedAllowed * rows;
  for (std::size_t i = 0; i < lists.size(); ++i)
    sheet.lists.push_back(filled[i] > 0 && lists[i] >= kMostlyLists * filled[i]);
}

/// Whether a map of the configuration names a cell of this row: then the row names columns, whatever it looks like.
bool is_mapped(std::string_view bytes, const Row& row, const FieldMap& map) {
  return std::ranges::any_of(row.cells, [&](const Cell& cell) {
    const std::string name(trimmed(chars_of(bytes, cell)));
    return !name.empty() && std::ranges::any_of(map, [&](const auto& part) { return part.second == name; });
  });
}

/// Some rows from `at` on.
std::vector<Row> rows_from(const Sheet& sheet, Offset at) {
  constexpr std::size_t kLookedAt = 12;
  std::vector<Fault> faults;
  std::vector<Row> rows;
  while (rows.size() < kLookedAt) {
    auto row = next_row(sheet, at, faults);
    if (!row) break;
    rows.push_back(std::move(*row));
  }
  return rows;
}

Sheet sheet_of(std::string_view bytes, std::string_view layout, const FieldMap& map) {
  const SheetTop top = read_top(bytes);
  Sheet sheet{bytes, layout, ',', top.end, {}, false, false, {}};
  sheet.delimiter = top.delimiter ? *top.delimiter : delimiter_of(bytes, sheet.first, layout == "tsv" ? '\t' : ',');
  std::vector<Fault> faults;
  Offset at = sheet.first;
  const auto first = next_row(sheet, at, faults);
  if (!first) return sheet;
  if (top.anki) {
    sheet.named = true;
    sheet.header = names_of_cards(top, first->cells.size());
    look_at_rows(sheet);
    return sheet;
  }
  sheet.named = is_mapped(bytes, *first, map) || is_header(bytes, *first, rows_from(sheet, at));
  for (std::size_t i = 0; i < first->cells.size(); ++i)
    sheet.header.push_back(sheet.named ? std::string(trimmed(chars_of(bytes, first->cells[i])))
                                       : std::to_string(i + 1));
  if (sheet.named) sheet.first = at;
  look_at_rows(sheet);
  return sheet;
}

bool is_number(std::string_view chars) {
  return !chars.empty() && chars.size() < 20 && chars.find_first_not_of("0123456789.-") == std::string_view::npos &&
         chars.find_first_of("0123456789") != std::string_view::npos;
}

void add_cell(Document& document, const Sheet& sheet, const Cell& cell, std::size_t column) {
  const auto id = static_cast<ValueId>(document.values.size());
  Value value;
  value.span = cell.span;
  value.inner = cell.inner;
  value.after = id + 1;
  value.name = document.names.intern(sheet.header[column]);
  value.quoting = cell.quoted ? Quoting::csv : Quoting::bare;
  if (cell.quoted || !cell.inner.empty()) value.kind = ValueKind::string;
  if (!cell.quoted && is_number(slice(sheet.bytes, cell.inner))) value.kind = ValueKind::number;
  document.values.push_back(value);
  if (sheet.lists[column] && !cell.inner.empty()) expand_literal(document, id, text_of(document, value));
}

/// More cells than columns, or fewer, and nobody knows which is which.
bool has_wrong_length(const Sheet& sheet, const Row& row) {
  if (row.cells.size() < sheet.header.size()) return !sheet.ragged;
  return std::any_of(row.cells.begin() + static_cast<std::ptrdiff_t>(sheet.header.size()), row.cells.end(),
                     [](const Cell& cell) { return !cell.inner.empty(); });
}

void add_row(Document& document, const Sheet& sheet, const Row& row) {
  const auto id = static_cast<ValueId>(document.values.size());
  Value record;
  record.kind = ValueKind::object;
  record.span = record.inner = row.span;
  record.damaged = row.damaged;
  document.values.push_back(record);
  for (std::size_t i = 0; i < std::min(row.cells.size(), sheet.header.size()); ++i)
    add_cell(document, sheet, row.cells[i], i);
  document.values[id].after = static_cast<ValueId>(document.values.size());
  if (!row.damaged && has_wrong_length(sheet, row)) {
    document.values[id].damaged = true;
    document.faults.push_back(
        {"structure/malformed", row.span,
         fmt::format("this row has {} cells where the first has {}; quote cells that hold a separator",
                     row.cells.size(), sheet.header.size())});
  }
  document.roots.push_back(id);
}

Document empty_document(const Sheet& sheet, std::string_view bytes) {
  Document document;
  document.bytes = bytes;
  document.typed = false;
  document.named = sheet.named;
  return document;
}

/// The first rows behind the header.
Document sample_of(const Sheet& sheet) {
  Document document = empty_document(sheet, sheet.bytes);
  Offset at = sheet.first;
  while (document.roots.size() < kSample) {
    const auto row = next_row(sheet, at, document.faults);
    if (!row) break;
    add_row(document, sheet, *row);
  }
  link(document);
  return document;
}

/// Whether a row of a portion may go on in the next one.
bool may_go_on(const Row& row, const Portion& portion) {
  if (portion.last || row.span.begin == 0) return false;
  return row.next >= portion.bytes.size() || (row.damaged && row.span.begin + kNearEnd > portion.bytes.size());
}

/// What is learned from the beginning of a file.
struct Learned {
  Sheet sheet;
  std::optional<Understanding> understood;
  std::vector<Fault> faults;
};

Learned learn(std::string_view bytes, std::string_view layout, const ReadOptions& options) {
  Learned learned;
  const RecordMap given = settled_map(options, learned.faults);
  learned.sheet = sheet_of(bytes, layout, options.map);
  if (learned.sheet.header.size() < 2) return learned;
  const Document sample = sample_of(learned.sheet);
  learned.understood = understand(sample, layout, given);
  if (learned.understood) {
    add_doubts(learned.faults, sample, learned.understood->doubts);
  } else {
    add_unmet(learned.faults, given);
  }
  return learned;
}

/// Reads the rows of a portion. The header stands in the first one.
ReadPortion read_portion(std::string_view path, const Portion& portion, Learned& learned) {
  Sheet& sheet = learned.sheet;
  sheet.bytes = portion.bytes;
  Document document = empty_document(sheet, portion.bytes);
  Offset at = sheet.first;
  auto end = static_cast<Offset>(portion.bytes.size());
  for (;;) {
    const std::size_t faults = document.faults.size();
    const auto row = next_row(sheet, at, document.faults);
    if (!row) break;
    if (may_go_on(*row, portion)) {
      document.faults.resize(faults);
      end = row->span.begin;
      break;
    }
    add_row(document, sheet, *row);
  }
  link(document);
  ReadPortion read{bank_of(path, document, {0, end}, *learned.understood), end};
  read.bank.source = portion.bytes.substr(0, end);
  add_faults(read.bank, document.faults);
  add_faults(read.bank, learned.faults);
  learned.faults.clear();
  sheet.first = 0;
  return read;
}

Bank read_whole(std::string_view path, std::string_view bytes, std::string_view layout, const ReadOptions& options) {
  Learned learned = learn(bytes, layout, options);
  if (learned.understood) return read_portion(path, {bytes}, learned).bank;
  Bank bank = no_bank(path, bytes);
  add_faults(bank, learned.faults);
  return bank;
}

PortionReader learn_portions(std::string_view path, std::string_view first, std::string_view layout,
                             const ReadOptions& options) {
  Learned learned = learn(first, layout, options);
  if (!learned.understood) return nullptr;
  return [path = std::string(path), learned = std::move(learned)](const Portion& portion) mutable {
    return read_portion(path, portion, learned);
  };
}

}  // namespace

Bank read_csv(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  return read_whole(path, bytes, "csv", options);
}

Bank read_tsv(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  return read_whole(path, bytes, "tsv", options);
}

PortionReader learn_csv(std::string_view path, std::string_view first, const ReadOptions& options) {
  return learn_portions(path, first, "csv", options);
}

PortionReader learn_tsv(std::string_view path, std::string_view first, const ReadOptions& options) {
  return learn_portions(path, first, "tsv", options);
}

bool is_table_of_tabs(std::string_view bytes) {
  constexpr std::size_t kLookedAt = 40, kLeastRows = 3;
  const SheetTop top = read_top(bytes);
  if (top.anki) return true;
  std::size_t rows = 0, tabs = 0, phrases = 0;
  for (std::size_t at = top.end; at < bytes.size() && rows < kLookedAt;) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = trimmed(bytes.substr(at, end - at));
    at = end + 1;
    if (line.empty()) continue;
    const auto mine = static_cast<std::size_t>(std::ranges::count(line, '\t'));
    if (mine == 0 || (rows > 0 && mine != tabs)) return false;
    tabs = mine;
    ++rows;
    phrases += line.substr(0, line.find('\t')).find(' ') != std::string_view::npos;
  }
  return rows >= kLeastRows && 2 * phrases >= rows;
}

}  // namespace quizlint
