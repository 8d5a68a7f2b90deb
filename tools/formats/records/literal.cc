#include "formats/records/literal.h"

#include "text/utf8.h"

namespace quizlint::records {
namespace {

constexpr int kDeepest = 8;

/// A reader of Python literals over the decoded text of a cell.
class LiteralReader {
 public:
  LiteralReader(Document& document, const Text& text) : document_(document), text_(text), chars_(text.chars()) {}

  bool run(ValueId cell) {
    blank();
    if (!container(cell, 0)) return false;
    blank();
    return at_ == chars_.size();
  }

 private:
  char peek() const { return at_ < chars_.size() ? chars_[at_] : '\0'; }
  void blank() {
    while (at_ < chars_.size() && is_ascii_space(chars_[at_])) ++at_;
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at_;
    return true;
  }

  bool container(ValueId id, int depth) {
    if (depth > kDeepest) return false;
    const bool is_array = chars_.compare(at_, 6, "array(") == 0;
    if (is_array) at_ += 6;
    blank();
    const char open = peek();
    if (open != '[' && open != '(' && open != '{') return false;
    ++at_;
    const bool good = open == '{' ? members(depth) : items(open == '[' ? ']' : ')', depth);
    if (!good) return false;
    if (is_array && !rest_of_array()) return false;
    Value& value = document_.values[id];
    value.kind = open == '{' ? ValueKind::object : ValueKind::list;
    value.after = static_cast<ValueId>(document_.values.size());
    return true;
  }

  /// ", dtype=object)"
  bool rest_of_array() {
    const std::size_t close = chars_.find(')', at_);
    if (close == std::string::npos) return false;
    at_ = close + 1;
    return true;
  }

  /// NumPy writes blanks between items where Python writes commas.
  bool items(char close, int depth) {
    for (;;) {
      blank();
      if (take(close)) return true;
      if (!item(depth)) return false;
      blank();
      take(',');
    }
  }

  bool members(int depth) {
    for (;;) {
      blank();
      if (take('}')) return true;
      std::string name;
      const std::size_t begin = at_;
      if (!string(name)) return false;
      const Span span = source(begin, at_);
      blank();
      if (!take(':')) return false;
      blank();
      const auto id = static_cast<ValueId>(document_.values.size());
      if (!item(depth)) return false;
      document_.values[id].name = document_.names.intern(name);
      document_.values[id].name_span = span;
      blank();
      take(',');
    }
  }

  bool item(int depth) {
    const auto id = static_cast<ValueId>(document_.values.size());
    Value value;
    value.after = id + 1;
    value.quoting = Quoting::bare;
    document_.values.push_back(value);
    const std::size_t begin = at_;
    if (peek() == '\'' || peek() == '"') return string_value(id);
    if (peek() == '[' || peek() == '(' || peek() == '{' || chars_.compare(at_, 6, "array(") == 0) {
      if (!container(id, depth + 1)) return false;
      document_.values[id].span = document_.values[id].inner = source(begin, at_);
      return true;
    }
    return word(id);
  }

  bool word(ValueId id) {
    const std::size_t begin = at_;
    while (at_ < chars_.size() && std::string_view(",]}): \n").find(chars_[at_]) == std::string_view::npos) ++at_;
    const std::string word = chars_.substr(begin, at_ - begin);
    const bool truth = word == "True" || word == "False" || word == "true" || word == "false";
    const bool none = word == "None" || word == "null" || word == "nan";
    const bool number = !word.empty() && word.find_first_not_of("0123456789.eE+-") == std::string::npos;
    if (!truth && !none && !number) return false;
    Value& value = document_.values[id];
    value.kind = truth ? ValueKind::boolean : none ? ValueKind::null : ValueKind::number;
    value.span = value.inner = source(begin, at_);
    keep(id, text_.slice({static_cast<Offset>(begin), static_cast<Offset>(at_)}));
    return true;
  }

  bool string_value(ValueId id) {
    const std::size_t begin = at_;
    Text decoded;
    if (!quoted(decoded)) return false;
    Value& value = document_.values[id];
    value.kind = ValueKind::string;
    value.span = source(begin, at_);
    value.inner = source(begin + 1, at_ - 1);
    keep(id, std::move(decoded));
    return true;
  }

  bool string(std::string& chars) {
    Text decoded;
    if (!quoted(decoded)) return false;
    chars = decoded.chars();
    return true;
  }

  bool quoted(Text& to) {
    const char quote = peek();
    if (quote != '\'' && quote != '"') return false;
    for (++at_; at_ < chars_.size(); ++at_) {
      const auto at = static_cast<Offset>(at_);
      if (chars_[at_] == quote) return ++at_, true;
      if (chars_[at_] != '\\' || at_ + 1 >= chars_.size()) {
        to.append(text_, {at, at + 1});
        continue;
      }
      ++at_;
      const char c = chars_[at_];
      const char plain = c == 'n' ? '\n' : c == 't' ? '\t' : c;
      const bool known = c == 'n' || c == 't' || c == '\'' || c == '"' || c == '\\';
      if (known) to.append({&plain, 1}, text_.source({at, at + 2}), PieceKind::escaped);
      if (!known) to.append(text_, {at, at + 2});
    }
    return false;
  }

  Span source(std::size_t begin, std::size_t end) const {
    return text_.source({static_cast<Offset>(begin), static_cast<Offset>(end)});
  }
  void keep(ValueId id, Text text) {
    document_.values[id].text = static_cast<std::uint32_t>(document_.texts.size());
    document_.texts.push_back(std::move(text));
  }

  Document& document_;
  const Text& text_;
  const std::string& chars_;
  std::size_t at_ = 0;
};

}  // namespace

bool looks_like_literal(std::string_view chars) {
  chars = trimmed(chars);
  if (chars.starts_with("array(")) return chars.ends_with(')');
  if (chars.starts_with('[')) return chars.ends_with(']');
  return chars.starts_with('{') && chars.ends_with('}') && chars.find(':') != std::string_view::npos;
}

bool expand_literal(Document& document, ValueId cell, const Text& text) {
  const std::size_t texts = document.texts.size();
  const Value before = document.values[cell];
  if (LiteralReader(document, text).run(cell)) return true;
  document.values.resize(cell + 1);
  document.values[cell] = before;
  document.texts.resize(texts);
  return false;
}

}  // namespace quizlint::records
