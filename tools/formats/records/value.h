#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bank/bank.h"
#include "text/text.h"

namespace quizlint::records {

/// An index into Document::values.
using ValueId = std::uint32_t;
/// An index into Document::names.
using NameId = std::uint32_t;
inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

enum class ValueKind : std::uint8_t { null, boolean, number, string, list, object };

/// One value of a record file. Values stand in the order of the file, a container before what it holds.
struct Value {
  ValueKind kind = ValueKind::null;
  Quoting quoting = Quoting::none;
  bool damaged = false;        ///< something inside could not be read, and was reported
  Span span;                   ///< with its quotation marks or brackets
  Span inner;                  ///< of a scalar: without its quotation marks
  Span name_span;              ///< of an object's member: its name, with quotation marks
  NameId name = kNone;         ///< of an object's member
  ValueId after = 0;           ///< behind the last value that it holds
  std::uint32_t text = kNone;  ///< a scalar whose text was decoded while it was read: an index into Document::texts
};

/// The names of members, each kept once.
class Names {
 public:
  NameId intern(std::string_view name);
  /// The id of a name, kNone where no member has it.
  NameId find(std::string_view name) const;
  const std::string& operator[](NameId id) const { return names_[id]; }
  std::size_t size() const { return names_.size(); }

 private:
  std::deque<std::string> names_;
  NameId next_ = 0;  ///< the name that followed the last one when it was first met: records name their fields in order
  std::unordered_map<std::string_view, NameId> ids_;
};

/// What a record file says, as a list of values in the order of the file. A file may have several roots (JSON Lines).
struct Document {
  std::string_view bytes;
  std::vector<Value> values;
  std::vector<ValueId> roots;
  std::vector<Text> texts;
  Names names;
  std::vector<ValueId> parents;       ///< the list or object right around each value, kNone for a root; see link
  std::vector<std::uint32_t> places;  ///< how many values stand before it there
  /// The items of lists that are too long to be counted through for each of them. See link.
  std::unordered_map<ValueId, std::vector<ValueId>> items;
  /// Of each member whose name is a question, a value that stands for the name; it lies behind all others. See link.
  std::unordered_map<ValueId, ValueId> asked;
  std::vector<Fault> faults;
  bool typed = true;  ///< the format tells numbers from text
  bool named = true;  ///< fields have names; a table without a header counts them instead
};

/// The values right inside a list or object.
class Children {
 public:
  Children(const Document& document, ValueId of) : document_(document), of_(of) {}
  class Iterator {
   public:
    Iterator(const Document& document, ValueId at) : document_(&document), at_(at) {}
    ValueId operator*() const { return at_; }
    Iterator& operator++() {
      at_ = document_->values[at_].after;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return at_ != other.at_; }

   private:
    const Document* document_;
    ValueId at_;
  };
  Iterator begin() const { return {document_, of_ + 1}; }
  Iterator end() const { return {document_, document_.values[of_].after}; }
  std::size_t size() const;

 private:
  const Document& document_;
  ValueId of_;
};

inline Children children(const Document& document, ValueId of) {
  return {document, of};
}

/// Works out `parents`, `places`, `items` and `asked`, once all values are there.
void link(Document& document);

bool is_container(ValueKind kind);
/// The member of that name of an object, or kNone; of several the last one, as most parsers read it.
ValueId member(const Document& document, ValueId object, NameId name);

/// The decoded text of a scalar; "" for null.
Text text_of(const Document& document, const Value& value);
/// Its characters, without their places: cheaper.
std::string chars_of(const Document& document, const Value& value);
/// The decoded name of a member as a text of its own.
Text name_text(const Document& document, const Value& value);

}  // namespace quizlint::records
