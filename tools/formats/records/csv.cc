#include "formats/records/csv.h"

#include <algorithm>
#include <map>
#include <set>

#include "formats/records/names.h"
#include "formats/wording.h"
#include "text/utf8.h"
#include "text/words.h"

namespace quizlint::records {
namespace {

constexpr std::size_t kRowsLookedAt = 40;
constexpr std::string_view kDelimiters = ",;\t|";

bool is_line_end(std::string_view bytes, Offset at) {
  return at >= bytes.size() || bytes[at] == '\n' ||
         (bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n');
}

class RowReader {
 public:
  RowReader(std::string_view bytes, Offset at, char delimiter, std::vector<Fault>& faults)
      : bytes_(bytes), at_(at), delimiter_(delimiter), faults_(faults) {
    row_.span = {at, at};
  }

  Row run() {
    for (;;) {
      read_cell();
      if (at_ >= bytes_.size() || bytes_[at_] != delimiter_) break;
      ++at_;
    }
    row_.span.end = at_;
    if (at_ < bytes_.size() && bytes_[at_] == '\r') ++at_;
    if (at_ < bytes_.size()) ++at_;
    row_.next = at_;
    return std::move(row_);
  }

 private:
  bool ends_cell(Offset at) const { return is_line_end(bytes_, at) || bytes_[at] == delimiter_; }
  Offset behind_blanks(Offset at) const {
    while (at < bytes_.size() && bytes_[at] == ' ') ++at;
    return at;
  }

  void read_cell() {
    const Offset begin = behind_blanks(at_);
    if (begin < bytes_.size() && bytes_[begin] == '"' && read_quoted(begin)) return;
    read_bare();
  }

  void read_bare() {
    Offset end = at_;
    while (!ends_cell(end)) ++end;
    const Span span{at_, end};
    row_.cells.push_back({span, trimmed(bytes_, span), false});
    at_ = end;
  }

  /// The quotation mark that closes the cell whose text begins at `at`, or the end of the bytes.
  Offset closing(Offset at) const {
    for (; at < bytes_.size(); ++at) {
      if (bytes_[at] != '"') continue;
      if (at + 1 >= bytes_.size() || bytes_[at + 1] != '"') return at;
      ++at;
    }
    return static_cast<Offset>(bytes_.size());
  }

  bool read_quoted(Offset begin) {
    const Offset close = closing(begin + 1);
    if (close >= bytes_.size()) return not_closed(begin);
    const Offset behind = behind_blanks(close + 1);
    if (ends_cell(behind)) return take(begin, close, behind);
    // A mark inside the text that is not doubled: the last one on the line that ends a cell closes it.
    const bool same_line = slice(bytes_, {begin, close}).find('\n') == std::string_view::npos;
    Offset at = std::max(close + 1, searched_);
    for (; same_line && !is_line_end(bytes_, at); ++at) {
      if (bytes_[at] != '"' || !ends_cell(behind_blanks(at + 1))) continue;
      report(close, "a quotation mark inside a cell is written twice: \"\"");
      return take(begin, at, behind_blanks(at + 1));
    }
    searched_ = at;  // none of its cells need look there again
    return not_closed(begin);
  }

  bool take(Offset begin, Offset close, Offset behind) {
    row_.cells.push_back({{begin, close + 1}, {begin + 1, close}, true});
    at_ = behind;
    return true;
  }

  bool not_closed(Offset begin) {
    report(begin, "the quotation mark that opens this cell is not closed");
    row_.damaged = true;
    return false;
  }

  void report(Offset at, std::string message) {
    faults_.push_back({"structure/malformed", {at, at + 1}, std::move(message)});
  }

  std::string_view bytes_;
  Offset at_;
  char delimiter_;
  std::vector<Fault>& faults_;
  Offset searched_ = 0;  ///< up to where no mark closes a cell
  Row row_;
};

/// How many of the first rows have the commonest number of cells, and that number.
struct Fit {
  std::size_t rows = 0;
  std::size_t cells = 0;
};

Fit fit_of(std::string_view bytes, Offset at, char delimiter) {
  std::map<std::size_t, std::size_t> lengths;
  std::vector<Fault> faults;
  for (std::size_t i = 0; i < kRowsLookedAt && at < bytes.size(); ++i) {
    const Row row = read_row(bytes, at, delimiter, faults);
    if (!row.span.empty()) ++lengths[row.cells.size()];
    at = row.next;
  }
  Fit best;
  for (const auto& [cells, rows] : lengths)
    if (cells > 1 && rows >= best.rows) best = {rows, cells};
  best.rows -= std::min(best.rows, faults.size());
  return best;
}

bool is_number(std::string_view chars) {
  return !chars.empty() && chars.find_first_not_of("0123456789.,-+% ") == std::string_view::npos;
}

bool names_something(const std::string& name) {
  for (const Role role :
       {Role::stem, Role::choices, Role::key, Role::answer, Role::explanation, Role::category, Role::id})
    if (name_fit(name, role) >= 0.6) return true;
  return false;
}

/// Whether a column holds sentences while its first cell, as all in the first row, is a word or two.
bool stands_above_sentences(std::string_view bytes, const Row& first, const std::vector<Row>& below) {
  constexpr std::size_t kLeastRows = 3;
  const auto words = [&](const Row& row, std::size_t i) {
    return i < row.cells.size() ? count_words(chars_of(bytes, row.cells[i])) : 0;
  };
  bool sentences = false;
  for (std::size_t i = 0; i < first.cells.size(); ++i) {
    if (first.cells[i].inner.empty() || words(first, i) > 2) return false;
    sentences |=
        below.size() >= kLeastRows && std::ranges::all_of(below, [&](const Row& row) { return words(row, i) > 2; });
  }
  return sentences;
}

}  // namespace

Row read_row(std::string_view bytes, Offset at, char delimiter, std::vector<Fault>& faults) {
  return RowReader(bytes, at, delimiter, faults).run();
}

char delimiter_of(std::string_view bytes, Offset at, char preferred) {
  char best = preferred;
  Fit fit = fit_of(bytes, at, preferred);
  for (const char delimiter : kDelimiters) {
    const Fit other = fit_of(bytes, at, delimiter);
    if (other.rows > fit.rows || (other.rows == fit.rows && other.cells > fit.cells)) best = delimiter, fit = other;
  }
  return best;
}

bool is_header(std::string_view bytes, const Row& first, const std::vector<Row>& below_rows) {
  const Row second = below_rows.empty() ? Row{} : below_rows.front();
  std::set<std::string> names;
  std::size_t known = 0, unlike = 0;
  for (std::size_t i = 0; i < first.cells.size(); ++i) {
    const std::string name(trimmed(chars_of(bytes, first.cells[i])));
    if (name.size() > 80 || is_number(name) || (name.ends_with('?') && name.find(' ') != std::string::npos))
      return false;
    if (!name.empty() && !names.insert(name).second) return false;
    known += names_something(name);
    const std::string below = i < second.cells.size() ? chars_of(bytes, second.cells[i]) : "";
    unlike += is_number(below) || below.size() > name.size() + 20;
  }
  return known >= 2 || (known == 1 && unlike > 0) || 2 * unlike >= first.cells.size() ||
         stands_above_sentences(bytes, first, below_rows);
}

std::string chars_of(std::string_view bytes, const Cell& cell) {
  const std::string_view raw = slice(bytes, cell.inner);
  return cell.quoted ? csv_chars(raw) : std::string(raw);
}

}  // namespace quizlint::records
