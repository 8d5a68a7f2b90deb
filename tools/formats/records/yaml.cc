#include "formats/records/yaml.h"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include "formats/records/names.h"
#include "text/byte_order_mark.h"

namespace quizlint::records {
namespace {

bool is_number(std::string_view chars) {
  return !chars.empty() && chars.size() < 20 && chars.find_first_not_of("0123456789.-+eE") == std::string_view::npos &&
         chars.find_first_of("0123456789") == (chars[0] == '-' || chars[0] == '+' ? 1U : 0U);
}

/// yaml-cpp goes on for ever at the end of some faulty documents: more events for a byte than this are no document's.
constexpr std::size_t kMostEvents = 8;

/// Turns the events of a YAML document into values. An alias of a text is read as that text, any other as nothing.
class Handler : public YAML::EventHandler {
 public:
  Handler(Document& document, Offset base) : document_(document), base_(base) {}

  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override {
    count();
    if (in_name_ > 0) return;
    wants_name() ? take_name("", {place(mark), place(mark)}) : void(add(ValueKind::null, mark));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    if (in_name_ > 0) return;
    const auto text = anchors_.find(anchor);
    if (text == anchors_.end()) return OnNull(mark, anchor);
    const Offset begin = place(mark);
    const std::size_t end = document_.bytes.find_first_of(" \t\r\n,]}", begin);
    const Span span{begin, static_cast<Offset>(std::min(end, document_.bytes.size()))};
    if (wants_name()) return take_name(text->second, span);
    Value& value = document_.values[add(ValueKind::string, mark)];
    value.span = value.inner = span;
    value.text = static_cast<std::uint32_t>(document_.texts.size());
    document_.texts.emplace_back().append(text->second, span, PieceKind::escaped);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open(ValueKind::list, mark);
  }
  void OnSequenceEnd() override { leave(); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
    open(ValueKind::object, mark);
  }
  void OnMapEnd() override { leave(); }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& chars) override {
    count();
    if (anchor != YAML::NullAnchor) anchors_[anchor] = chars;
    if (in_name_ > 0) return;
    YamlScalar scalar = locate_scalar(document_.bytes, place(mark), chars);
    if (!is_closed(scalar)) not_closed_ = scalar.span.begin;
    if (wants_name()) return take_name(chars, scalar.span);
    const bool plain = tag == "?" && scalar.quoting == Quoting::bare;
    const ValueId id = add(ValueKind::string, mark);
    Value& value = document_.values[id];
    if (plain && (chars == "true" || chars == "false")) value.kind = ValueKind::boolean;
    if (plain && is_number(chars)) value.kind = ValueKind::number;
    if (plain && (chars == "~" || chars == "null")) value.kind = ValueKind::null;
    value.span = scalar.span;
    value.inner = scalar.inner;
    value.quoting = scalar.quoting;
    value.text = static_cast<std::uint32_t>(document_.texts.size());
    document_.texts.push_back(std::move(scalar.text));
  }

  /// Where a quotation mark opens text that runs into what follows; yaml-cpp lets it.
  std::optional<Offset> not_closed() const { return not_closed_; }

  /// Closes what a fault left open.
  void finish() {
    while (!open_.empty()) {
      document_.values[open_.back().id].damaged = true;
      close();
    }
  }

 private:
  struct Open {
    ValueId id;
    bool named = false;  ///< a name is read and waits for its value
    NameId name = kNone;
    Span name_span;
  };

  /// The only way out of yaml-cpp is to throw; its caller catches.
  void count() {
    if (++events_ > kMostEvents * (document_.bytes.size() + kMostEvents)) throw std::length_error("endless YAML");
  }

  Offset place(const YAML::Mark& mark) const {
    const auto at = static_cast<Offset>(base_ + static_cast<std::size_t>(std::max(mark.pos, 0)));
    return std::min(at, static_cast<Offset>(document_.bytes.size()));
  }

  /// A list item or a name at the start of a line inside quotation marks was not meant to stand there.
  bool is_closed(const YamlScalar& scalar) const {
    if (scalar.quoting == Quoting::bare) return true;
    const std::string_view bytes = slice(document_.bytes, scalar.span);
    if (bytes.size() < 2 || bytes.back() != bytes.front()) return false;
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
      const std::size_t text = bytes.find_first_not_of(' ', at + 1);
      if (text == std::string_view::npos) break;
      const std::size_t end = bytes.find_first_of(" \n", text + 2);
      if (bytes.substr(text, 2) == "- " && end != std::string_view::npos && bytes[end - 1] == ':') return false;
    }
    return true;
  }

  bool wants_name() const {
    return !open_.empty() && document_.values[open_.back().id].kind == ValueKind::object && !open_.back().named;
  }
  void take_name(const std::string& chars, Span span) {
    open_.back().named = true;
    open_.back().name = document_.names.intern(chars);
    open_.back().name_span = span;
  }

  ValueId add(ValueKind kind, const YAML::Mark& mark) {
    const auto id = static_cast<ValueId>(document_.values.size());
    Value value;
    value.kind = kind;
    value.quoting = Quoting::bare;
    value.span = value.inner = {place(mark), place(mark)};
    value.after = id + 1;
    if (!open_.empty() && document_.values[open_.back().id].kind == ValueKind::object) {
      value.name = open_.back().name;
      value.name_span = open_.back().name_span;
      open_.back().named = false;
    }
    if (open_.empty()) document_.roots.push_back(id);
    document_.values.push_back(value);
    return id;
  }

  /// A list or an object may be the name of a member ("? [a, b] : c"): such a name says nothing to us.
  void open(ValueKind kind, const YAML::Mark& mark) {
    count();
    if (in_name_ > 0 || wants_name()) {
      if (in_name_++ == 0) name_at_ = place(mark);
      return;
    }
    open_.push_back({add(kind, mark), false, kNone, {}});
  }

  void leave() {
    if (in_name_ == 0) return close();
    if (--in_name_ == 0) take_name("", {name_at_, name_at_});
  }

  /// A container ends where its last value ends: YAML does not say.
  void close() {
    Value& value = document_.values[open_.back().id];
    value.after = static_cast<ValueId>(document_.values.size());
    for (ValueId child = open_.back().id + 1; child < value.after; child = document_.values[child].after)
      value.span.end = std::max(value.span.end, document_.values[child].span.end);
    open_.pop_back();
  }

  Document& document_;
  std::size_t base_;
  std::vector<Open> open_;
  std::size_t events_ = 0;
  std::size_t in_name_ = 0;  ///< how many containers of a name are open
  Offset name_at_ = 0;
  std::optional<Offset> not_closed_;
  std::map<YAML::anchor_t, std::string> anchors_;
};

/// Reads the documents in `span`; gives false, and reports why, where YAML refuses them.
bool read_documents(Document& document, Span span) {
  const std::string_view bytes = document.bytes;
  Handler handler(document, span.begin);
  const std::size_t first = document.values.size();
  try {
    std::istringstream stream{std::string(slice(bytes, span))};
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(handler)) {
    }
    if (!handler.not_closed()) return true;
    document.faults.push_back({"structure/malformed",
                               {*handler.not_closed(), *handler.not_closed() + 1},
                               "the quotation mark that opens this text is not closed"});
    for (std::size_t id = first; id < document.values.size(); ++id) document.values[id].damaged = true;
  } catch (const YAML::Exception& error) {
    const auto at = std::min<Offset>(span.begin + static_cast<Offset>(std::max(error.mark.pos, 0)), span.end);
    document.faults.push_back(
        {"structure/malformed", {at, std::min(at + 1, span.end)}, std::string("this is not YAML: ").append(error.msg)});
  } catch (const std::exception&) {
    document.faults.push_back({"structure/malformed", {span.begin, span.begin}, "this cannot be read as YAML"});
  }
  handler.finish();
  return false;
}

/// The items of the outermost list, by the lines that begin with its dash.
std::vector<Span> items_of(std::string_view bytes) {
  std::vector<std::pair<std::size_t, Offset>> dashes;  // indentation, where the line begins
  for (std::size_t at = 0; at < bytes.size();) {
    std::size_t text = at;
    while (text < bytes.size() && bytes[text] == ' ') ++text;
    if (bytes.substr(text, 2) == "- " || bytes.substr(text, 2) == "-\n")
      dashes.emplace_back(text - at, static_cast<Offset>(at));
    const std::size_t end = bytes.find('\n', at);
    at = end == std::string_view::npos ? bytes.size() : end + 1;
  }
  std::vector<Span> items;
  const auto least = std::ranges::min_element(dashes);
  if (least == dashes.end()) return items;
  for (const auto& [indent, at] : dashes) {
    if (indent != least->first) continue;
    if (!items.empty()) items.back().end = at;
    items.push_back({at, static_cast<Offset>(bytes.size())});
  }
  return items;
}

/// Whether anything speaks for a question at all: parsing YAML is slow, and most files of it are settings.
bool may_hold_questions(std::string_view bytes) {
  if (bytes.find('?') != std::string_view::npos || bytes.find("\xEF\xBC\x9F") != std::string_view::npos) return true;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    std::string_view line = trimmed(bytes.substr(at, end - at));
    if (line.starts_with("- ")) line = trimmed(line.substr(2));
    const std::size_t colon = line.find(':');
    if (colon != std::string_view::npos && colon < 40 && name_fit(line.substr(0, colon), Role::stem) >= 0.3)
      return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

void read_yaml_values(Document& document) {
  const std::string_view bytes = document.bytes;
  const auto size = static_cast<Offset>(bytes.size());
  if (!may_hold_questions(bytes)) return;
  const Offset begin = text_begin(bytes);
  if (read_documents(document, {begin, size})) return;
  const std::vector<Span> items = items_of(bytes);
  if (items.empty()) return;
  Document again;
  again.bytes = bytes;
  again.names = std::move(document.names);
  for (const Span item : items) read_documents(again, item);
  if (again.faults.empty()) again.faults = std::move(document.faults);
  document = std::move(again);
}

}  // namespace quizlint::records
