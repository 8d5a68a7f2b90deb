#include "formats/records/json.h"

#include <fmt/format.h>

#include "formats/records/json_lexis.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

constexpr std::size_t kDeepest = 200;
/// A file with more faults than this is not worth reading on.
constexpr std::size_t kMostFaults = 1000;

/// Reads one value by recursive descent.
class Scanner {
 public:
  Scanner(Document& document, Offset at, Offset end)
      : document_(document), bytes_(document.bytes), at_(at), end_(end) {}

  JsonResult run() {
    blank();
    value();
    return {at_, complete_, soft_};
  }

 private:
  /// An open list or object. A list knows the first name of its objects: where one begins again after a fault, reading
  /// goes on.
  struct Level {
    bool is_list = false;
    std::string_view first_name;  ///< as written, with its quotation marks
    bool exhausted = false;       ///< that name does not come again
  };

  std::string_view text() const { return bytes_.substr(0, end_); }
  bool at_end() const { return at_ >= end_; }
  char peek() const { return at_end() ? '\0' : bytes_[at_]; }

  void fault(Offset at, std::string message) {
    if (document_.faults.size() > kMostFaults) return;
    if (document_.faults.size() == kMostFaults) message = "there are more faults than these; they are not listed";
    const Offset size = at < end_ ? decode(bytes_, at).size : 0;
    document_.faults.push_back({"structure/malformed", {at, at + size}, std::move(message)});
  }
  void soft_fault(Offset at, std::string message) {
    if (document_.faults.size() < kMostFaults) ++soft_;
    fault(at, std::move(message));
  }

  void blank() {
    for (;;) {
      while (!at_end() && is_blank(bytes_[at_])) ++at_;
      const Offset behind = at_end() ? at_ : behind_comment(bytes_, at_, end_);
      if (behind == at_) return;
      soft_fault(at_, "JSON has no comments; take this one out");
      at_ = behind;
    }
  }

  // Each reader gives false where it cannot go on: the enclosing list `resume_` does, from at_.
  bool value();
  bool list(ValueId id);
  bool object(ValueId id);
  bool one_member();
  bool scalar(ValueId id);
  bool string(ValueId id, char quote);
  bool word(ValueId id);
  bool give_up(std::string message);
  bool separator(char close, bool& more);

  std::optional<Offset> string_end(char quote, bool is_name);
  Offset unclosed(Offset until);
  Offset next_object(Level& level, Offset from, Offset limit);
  void damage(ValueId id) { document_.values[id].damaged = true; }
  void close(ValueId id) {
    Value& value = document_.values[id];
    value.after = static_cast<ValueId>(document_.values.size());
    value.span.end = at_;
  }

  Document& document_;
  std::string_view bytes_;
  Offset at_;
  Offset end_;
  std::vector<Level> levels_;
  std::size_t resume_ = 0;  ///< while unwinding: the index into levels_ of the list that goes on
  bool complete_ = true;
  std::size_t soft_ = 0;
  bool named_ = false;  ///< a name is read and waits for its value
  Span name_span_;
  NameId name_ = kNone;
};

bool Scanner::value() {
  const auto id = static_cast<ValueId>(document_.values.size());
  Value value;
  value.span = value.inner = {at_, at_};
  value.after = id + 1;
  if (named_) value.name_span = name_span_, value.name = name_;
  named_ = false;
  document_.values.push_back(value);
  bool good = false;
  if (levels_.size() >= kDeepest) {
    good = give_up("this is nested too deeply");
  } else if (peek() == '[') {
    good = list(id);
  } else if (peek() == '{') {
    good = object(id);
  } else {
    good = scalar(id);
  }
  if (!good) damage(id);
  close(id);
  return good;
}

/// Reports a fault that costs a record and looks for the next object of the lists that are open.
bool Scanner::give_up(std::string message) {
  if (at_end()) complete_ = false;
  fault(at_, std::move(message));
  Offset best = end_;
  resume_ = levels_.size();
  for (std::size_t i = levels_.size(); i-- > 0;) {
    if (!levels_[i].is_list || levels_[i].first_name.empty()) continue;
    const Offset found = next_object(levels_[i], at_, best);
    if (found >= best) continue;
    best = found;
    resume_ = i;
  }
  at_ = document_.faults.size() > kMostFaults ? end_ : best;
  return false;
}

/// Where the next object begins whose first member has the name of the level's objects, or `limit`.
Offset Scanner::next_object(Level& level, Offset from, Offset limit) {
  if (level.exhausted) return limit;
  const std::string_view bytes = bytes_.substr(0, end_);
  for (std::size_t at = bytes.find(level.first_name, from);; at = bytes.find(level.first_name, at + 1)) {
    if (at == std::string_view::npos) {
      level.exhausted = true;
      return limit;
    }
    if (at >= limit) return limit;
    std::size_t open = at;
    while (open > from && is_blank(bytes[open - 1])) --open;
    if (open > from && bytes[open - 1] == '{') return static_cast<Offset>(open - 1);
  }
}

/// Reads what stands between two entries. `more` says whether another one follows.
bool Scanner::separator(char close, bool& more) {
  blank();
  const Offset comma = at_;
  const bool had_comma = peek() == ',';
  if (had_comma) ++at_;
  blank();
  while (peek() == ',') {
    fault(at_, "a comma too many");
    ++at_;
    blank();
  }
  more = peek() != close;
  if (!more) {
    if (had_comma) soft_fault(comma, "no comma may stand before a closing bracket");
    ++at_;
    return true;
  }
  if (at_end()) return give_up(fmt::format("the text ends here, and '{}' is missing", close));
  if (had_comma) return true;
  const bool entry = peek() == '"' || (close == ']' && (peek() == '{' || peek() == '['));
  if (!entry) return give_up(fmt::format("',' or '{}' is missing before this", close));
  fault(at_, "a comma is missing before this");
  return true;
}

bool Scanner::list(ValueId id) {
  document_.values[id].kind = ValueKind::list;
  ++at_;
  levels_.push_back({true, {}, false});
  const std::size_t mine = levels_.size() - 1;
  blank();
  bool more = peek() != ']';
  if (!more) ++at_;
  bool good = true;
  if (more && at_end()) good = give_up("the text ends here, and ']' is missing");
  while (more) {
    if (good) good = value() && separator(']', more);
    if (good) continue;
    damage(id);
    if (resume_ != mine) break;
    levels_.resize(mine + 1);
    good = true;  // at_ stands at the next object of this list
  }
  levels_.resize(mine);
  return good;
}

bool Scanner::object(ValueId id) {
  document_.values[id].kind = ValueKind::object;
  ++at_;
  levels_.push_back({});
  blank();
  bool more = peek() != '}';
  if (!more) ++at_;
  bool good = true;
  if (more && at_end()) good = give_up("the text ends here, and '}' is missing");
  for (bool first = true; more && good; first = false) {
    good = one_member();
    // In a list of objects the first name tells where the next one begins.
    if (first && good && levels_.size() > 1 && levels_[levels_.size() - 2].is_list) {
      std::string_view& name = levels_[levels_.size() - 2].first_name;
      if (name.empty() && document_.values.size() > id + 1) name = slice(bytes_, document_.values[id + 1].name_span);
    }
    good = good && separator('}', more);
  }
  if (good) levels_.pop_back();
  return good;
}

bool Scanner::one_member() {
  if (peek() != '"' && peek() != '\'' && !is_ascii_letter(peek()) && peek() != '_')
    return give_up("the name of a field is missing here");
  const Offset begin = at_;
  const char quote = peek();
  Span inner;
  if (quote == '"' || quote == '\'') {
    const std::optional<Offset> close = string_end(quote, true);
    if (!close) return give_up("the quotation mark that closes this name is missing");
    inner = {begin + 1, *close};
    at_ = *close + 1;
  } else {
    while (!at_end() && (is_ascii_letter(peek()) || is_ascii_digit(peek()) || peek() == '_')) ++at_;
    inner = {begin, at_};
  }
  const Span span{begin, at_};
  if (quote != '"') fault(begin, "names stand in double quotation marks");
  blank();
  if (peek() != ':') return give_up(fmt::format("':' is missing behind the name of a field"));
  ++at_;
  blank();
  name_span_ = span;
  const std::string_view name = slice(bytes_, inner);
  name_ = name.find('\\') == std::string_view::npos ? document_.names.intern(name)
                                                    : document_.names.intern(json_chars(name));
  named_ = true;
  return value();
}

bool Scanner::scalar(ValueId id) {
  if (at_end()) return give_up("the text ends here, and a value is missing");
  const char c = peek();
  if (c == '"' || c == '\'') return string(id, c);
  const Offset number = behind_number(bytes_, at_, end_);
  if (number == at_) return word(id);
  Value& value = document_.values[id];
  value.kind = ValueKind::number;
  value.inner.end = at_ = number;
  return true;
}

bool Scanner::word(ValueId id) {
  Offset end = at_;
  while (end < end_ && (is_ascii_letter(bytes_[end]) || is_ascii_digit(bytes_[end]) || bytes_[end] == '_')) ++end;
  const std::string_view word = bytes_.substr(at_, end - at_);
  const std::string lower = ascii_lower(word);
  Value& value = document_.values[id];
  if (lower == "true" || lower == "false") {
    value.kind = ValueKind::boolean;
  } else if (lower == "null" || lower == "none" || lower == "nan" || lower == "undefined") {
    value.kind = ValueKind::null;
  } else {
    return give_up("this is no value; text stands in double quotation marks");
  }
  if (word != "true" && word != "false" && word != "null")
    fault(at_, fmt::format("JSON does not know '{}'; it knows true, false and null", word));
  value.inner.end = at_ = end;
  return true;
}

bool Scanner::string(ValueId id, char quote) {
  const Offset begin = at_;
  if (quote == '\'') fault(begin, "text stands in double quotation marks");
  const std::optional<Offset> close = string_end(quote, false);
  if (!close) {
    complete_ = false;
    return give_up("the quotation mark that closes this text is missing");
  }
  Value& value = document_.values[id];
  value.kind = ValueKind::string;
  value.quoting = Quoting::json;
  value.inner = {begin + 1, *close};
  const bool closed = *close < end_ && bytes_[*close] == quote;
  at_ = closed ? *close + 1 : *close;
  return true;
}

/// Where the string at at_ ends: at its closing quotation mark, or where that one was surely meant.
std::optional<Offset> Scanner::string_end(char quote, bool is_name) {
  bool told = false;
  for (Offset at = at_ + 1; at < end_; ++at) {
    at = behind_plain(bytes_, at, end_, quote);
    if (at >= end_) break;
    const char c = bytes_[at];
    if (c == '\\') {
      const EscapeAt escape = escape_at(slice(bytes_, {0, end_}), at);
      if (!escape.fault.empty() && !told) fault(at, std::string(escape.fault));
      told = told || !escape.fault.empty();
      at += static_cast<Offset>(escape.size - 1);
    } else if (c == quote) {
      if (is_name || ends_well(text(), at)) return at;
      if (looks_like_name(text(), at)) return unclosed(at);
      const std::optional<Offset> later = later_quote(text(), at + 1);
      if (!later) return at;
      fault(at, "a quotation mark in text is written \\\"");
      return later;
    } else if (c == '\n') {
      if (is_name) return std::nullopt;
      if (line_looks_like_json(text(), at + 1)) return unclosed(at);
      if (!told) fault(at, "a line end in text is written \\n");
      told = true;
    } else if (static_cast<unsigned char>(c) < 0x20 && c != '\r' && !told) {
      fault(at, c == '\t' ? "a tab in text is written \\t" : "this control character may not stand in text");
      told = true;
    }
  }
  return std::nullopt;
}

/// The end of a string that is not closed before `until`, where something else begins.
Offset Scanner::unclosed(Offset until) {
  fault(at_, "the quotation mark that closes this text is missing");
  while (until > at_ + 1 && (is_blank(bytes_[until - 1]) || bytes_[until - 1] == ',')) --until;
  return until;
}

}  // namespace

JsonResult read_json_value(Document& document, Offset at, Offset end) {
  return Scanner(document, at, end).run();
}

Offset skip_blank(std::string_view bytes, Offset at, Offset end) {
  for (;;) {
    while (at < end && is_blank(bytes[at])) ++at;
    const Offset behind = at < end ? behind_comment(bytes, at, end) : at;
    if (behind == at) return at;
    at = behind;
  }
}

}  // namespace quizlint::records
