#include "formats/exams/gift_syntax.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "formats/records/decoding.h"
#include "text/byte_order_mark.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace quizlint::gift {
namespace {

constexpr std::string_view kCategory = "$CATEGORY:";
constexpr std::string_view kEscapable = "\\~=#{}:";

Span span_of(std::size_t begin, std::size_t end) {
  return {static_cast<Offset>(begin), static_cast<Offset>(end)};
}

bool is_comment(std::string_view line) {
  return trimmed(line).starts_with("//");
}

/// Walks over the signs of a text that are not behind a backslash nor in a comment.
class Signs {
 public:
  Signs(std::string_view bytes, Span within) : bytes_(bytes.substr(0, within.end)), at_(within.begin) { skip(); }

  bool done() const { return at_ >= bytes_.size(); }
  std::size_t at() const { return at_; }
  std::string_view rest() const { return bytes_.substr(at_); }
  void advance(std::size_t by = 1) {
    const bool new_line = bytes_[at_ + by - 1] == '\n';
    at_ += by;
    skip(new_line);
  }

 private:
  void skip(bool new_line = false) {
    while (at_ < bytes_.size()) {
      if (bytes_[at_] == '\\' && at_ + 1 < bytes_.size() && bytes_[at_ + 1] != '\n')
        at_ += 2;
      else if (new_line && is_comment(line()))
        at_ += line().size();
      else
        return;
      new_line = false;
    }
    at_ = bytes_.size();
  }
  std::string_view line() const { return rest().substr(0, rest().find('\n')); }

  std::string_view bytes_;
  std::size_t at_;
};

/// Text without white space at its ends and without the comments that stand before it.
Span bare(std::string_view bytes, Span text) {
  text = trimmed(bytes, text);
  while (slice(bytes, text).starts_with("//")) {
    const std::size_t line = bytes.rfind('\n', text.begin);
    const bool own_line = line == std::string_view::npos || trimmed(bytes.substr(line, text.begin - line)).empty();
    if (!own_line) break;
    const std::size_t end = std::min<std::size_t>(bytes.find('\n', text.begin), text.end);
    text = trimmed(bytes, {static_cast<Offset>(end), text.end});
  }
  return text;
}

/// Takes "[html]" from the front.
std::optional<Format> take_format(std::string_view bytes, Span& text) {
  static constexpr std::pair<std::string_view, Format> kMarks[] = {{"[html]", Format::html},
                                                                   {"[markdown]", Format::markdown},
                                                                   {"[plain]", Format::plain},
                                                                   {"[moodle]", Format::moodle}};
  for (const auto& [mark, format] : kMarks) {
    if (!slice(bytes, text).starts_with(mark)) continue;
    text = trimmed(bytes, {text.begin + static_cast<Offset>(mark.size()), text.end});
    return format;
  }
  return std::nullopt;
}

/// Takes "%50%" from the front.
std::optional<double> take_weight(std::string_view bytes, Span& text) {
  const std::string_view chars = slice(bytes, text);
  const std::size_t end = chars.starts_with('%') ? chars.find('%', 1) : std::string_view::npos;
  if (end == std::string_view::npos) return std::nullopt;
  const std::string figure(chars.substr(1, end - 1));
  char* stopped = nullptr;
  const double weight = std::strtod(figure.c_str(), &stopped);
  if (figure.empty() || *stopped != '\0') return std::nullopt;
  text = trimmed(bytes, {text.begin + static_cast<Offset>(end + 1), text.end});
  return weight;
}

/// Reads what stands between the braces.
class AnswersReader {
 public:
  AnswersReader(std::string_view bytes, Item& item) : bytes_(bytes), item_(item) {}

  void run() {
    Span within = bare(bytes_, *item_.braces);
    const std::string_view chars = slice(bytes_, within);
    item_.numeric = chars.starts_with('#') && !chars.starts_with("####");
    if (item_.numeric) within = trimmed(bytes_, {within.begin + 1, within.end});
    begin_ = text_ = within.begin;
    for (Signs signs(bytes_, within); !signs.done();) signs.advance(read(signs));
    close(within.end);
  }

 private:
  /// Reads one sign; gives its length.
  std::size_t read(const Signs& signs) {
    const std::string_view rest = signs.rest();
    const std::size_t at = signs.at();
    if (general_) return 1;
    if (rest.starts_with("####")) {
      close(at);
      general_ = true;
      text_ = at + 4;
      return 4;
    }
    if (rest[0] == '=' || rest[0] == '~') {
      close(at);
      open(at, rest[0]);
    } else if (rest[0] == '#') {
      feedback_.push_back(at);
    } else if (rest.starts_with("->") && sign_ == '=' && bytes_[at - 1] != '-' && feedback_.empty() && match_ == 0) {
      match_ = at;
    }
    return 1;
  }

  void open(std::size_t at, char sign) {
    sign_ = sign;
    begin_ = at;
    text_ = at + 1;
  }

  /// Ends the answer that is open before `end`, where there is one.
  void close(std::size_t end) {
    if (general_) {
      item_.general_feedback = trimmed(bytes_, span_of(text_, end));
      return;
    }
    Answer answer;
    answer.sign = sign_;
    answer.span = trimmed(bytes_, span_of(begin_, end));
    const std::size_t said = feedback_.empty() ? end : feedback_.front();
    answer.text = trimmed(bytes_, span_of(text_, match_ == 0 ? said : match_));
    if (match_ != 0) answer.match = trimmed(bytes_, span_of(match_ + 2, said));
    answer.weight = take_weight(bytes_, answer.text);
    answer.format = take_format(bytes_, answer.text);
    for (std::size_t i = 0; i < feedback_.size(); ++i) {
      const std::size_t until = i + 1 < feedback_.size() ? feedback_[i + 1] : end;
      Span feedback = trimmed(bytes_, span_of(feedback_[i] + 1, until));
      take_format(bytes_, feedback);
      if (!feedback.empty()) answer.feedback.push_back(feedback);
    }
    if (!answer.span.empty()) item_.answers.push_back(std::move(answer));
    feedback_.clear();
    match_ = 0;
  }

  std::string_view bytes_;
  Item& item_;
  char sign_ = 0;
  std::size_t begin_ = 0, text_ = 0, match_ = 0;
  std::vector<std::size_t> feedback_;
  bool general_ = false;
};

/// Cuts a file into items.
class ItemsReader {
 public:
  ItemsReader(std::string_view bytes, std::vector<Fault>& faults) : bytes_(bytes), lines_(bytes), faults_(faults) {}

  std::vector<Item> run() {
    while (line_ < lines_.count()) {
      const std::string_view line = trimmed(content(line_));
      if (line.empty() || is_comment(line))
        ++line_;
      else if (line.starts_with(kCategory))
        add_category();
      else
        add_question();
    }
    return std::move(items_);
  }

 private:
  Span span_of_line(std::size_t line) const {
    Span span = lines_.content(line);
    if (line == 0) span.begin = text_begin(bytes_);
    return span;
  }
  std::string_view content(std::size_t line) const { return slice(bytes_, span_of_line(line)); }

  void add_category() {
    Item item;
    item.kind = Item::Kind::category;
    item.span = trimmed(bytes_, span_of_line(line_++));
    item.title = trimmed(bytes_, {item.span.begin + static_cast<Offset>(kCategory.size()), item.span.end});
    items_.push_back(std::move(item));
  }

  /// Where in a line, from `from` on, the braces open or close; the end of the line if they do not.
  std::size_t find(char sign, std::size_t from, std::size_t end) const {
    for (Signs signs(bytes_, span_of(from, end)); !signs.done(); signs.advance())
      if (signs.rest()[0] == sign) return signs.at();
    return end;
  }

  /// The next line from `line` on that is neither blank nor a comment.
  std::size_t filled_from(std::size_t line) const {
    while (line < lines_.count() && (trimmed(content(line)).empty() || is_comment(content(line)))) ++line;
    return line;
  }

  /// Whether a line that follows a blank line inside braces begins another question.
  bool begins_question(std::size_t line) const {
    if (line == lines_.count()) return true;
    const std::string_view text = trimmed(content(line));
    if (text.starts_with("::") || text.starts_with(kCategory)) return true;
    const Span span = span_of_line(line);
    return find('{', span.begin, span.end) < find('}', span.begin, span.end);
  }

  void add_question() {
    const std::size_t first = line_;
    std::size_t open = 0, close = 0;
    for (; line_ < lines_.count(); ++line_) {
      const Span line = span_of_line(line_);
      if (is_comment(content(line_))) continue;
      if (trimmed(content(line_)).empty()) {
        const std::size_t next = filled_from(line_);
        if (open == 0 || close != 0 || begins_question(next)) break;
        tell_parted(line);
        line_ = next - 1;
        continue;
      }
      if (close != 0 && begins_anew(line)) {
        tell_joined(line);
        break;
      }
      std::size_t from = line.begin;
      if (open == 0 && (from = find('{', from, line.end)) != line.end) open = ++from;
      if (open != 0 && close == 0) {
        const std::size_t at = find('}', from, line.end);
        if (at != line.end) close = at;
      }
    }
    Item item;
    item.span = trimmed(bytes_, {span_of_line(first).begin, span_of_line(line_ - 1).end});
    settle(item, open, close);
    items_.push_back(std::move(item));
  }

  /// Whether a line behind the answers of a question belongs to another one.
  bool begins_anew(Span line) const {
    const std::string_view text = trimmed(slice(bytes_, line));
    return text.starts_with("::") || text.starts_with(kCategory) || find('{', line.begin, line.end) != line.end;
  }

  void tell_parted(Span blank) {
    faults_.push_back({"structure/malformed", blank,
                       "a blank line stands between the braces, and Moodle ends the question there; take it out"});
  }

  void tell_joined(Span line) {
    faults_.push_back(
        {"structure/malformed", trimmed(bytes_, line),
         "a blank line is missing before this; without it Moodle takes it for a part of the question above"});
  }

  void settle(Item& item, std::size_t open, std::size_t close) {
    if (open != 0 && close == 0) {
      faults_.push_back({"structure/malformed", span_of(open - 1, open),
                         "this brace is never closed; write '}' behind the last answer"});
      close = item.span.end;
    }
    const std::size_t stem_end = open == 0 ? item.span.end : open - 1;
    item.lead = trimmed(bytes_, span_of(item.span.begin, stem_end));
    take_title(item);
    item.format = take_format(bytes_, item.lead).value_or(Format::moodle);
    if (open == 0) return;
    item.braces = span_of(open, close);
    if (close < item.span.end) item.tail = bare(bytes_, span_of(close + 1, item.span.end));
    AnswersReader(bytes_, item).run();
  }

  void take_title(Item& item) const {
    if (!slice(bytes_, item.lead).starts_with("::")) return;
    for (Signs signs(bytes_, {item.lead.begin + 2, item.lead.end}); !signs.done(); signs.advance()) {
      if (!signs.rest().starts_with("::")) continue;
      item.title = trimmed(bytes_, span_of(item.lead.begin + 2, signs.at()));
      item.lead = bare(bytes_, span_of(signs.at() + 2, item.lead.end));
      return;
    }
  }

  std::string_view bytes_;
  LineIndex lines_;
  std::vector<Fault>& faults_;
  std::vector<Item> items_;
  std::size_t line_ = 0;
};

/// `\=` and its like are the sign, `\n` and CRLF a line end, a comment is nothing.
struct GiftEscapes {
  static records::EscapeAt at(std::string_view raw, std::size_t at) {
    const std::string_view rest = raw.substr(at);
    if (rest.starts_with("\r\n") || rest.starts_with("\\n")) return {"\n", 2, {}};
    if (rest.size() > 1 && rest[0] == '\\' && kEscapable.find(rest[1]) != std::string_view::npos)
      return {std::string(1, rest[1]), 2, {}};
    const bool begins_line = at > 0 && raw[at - 1] == '\n';
    const std::size_t end = begins_line ? std::min(rest.find('\n'), rest.size() - 1) + 1 : 0;
    return is_comment(rest.substr(0, end)) ? records::EscapeAt{"", end, {}} : records::EscapeAt{};
  }
  static std::size_t next(std::string_view raw, std::size_t from) {
    while (from < raw.size() && at(raw, from).size == 0) ++from;
    return from;
  }
  static records::EscapeAt read(std::string_view raw, std::size_t from) { return at(raw, from); }
};

}  // namespace

std::vector<Item> items_of(std::string_view bytes, std::vector<Fault>& faults) {
  return ItemsReader(bytes, faults).run();
}

Text text_of(std::string_view bytes, Span span) {
  return records::decode_by<GiftEscapes>(bytes, span);
}

}  // namespace quizlint::gift
