#include "formats/records/parts.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include <fmt/format.h>

#include "formats/records/table.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

class PartsReader {
 public:
  PartsReader(const Document& document, const RecordMap& map, const Fields& fields, std::vector<Fault>& faults)
      : document_(document), map_(map), fields_(fields), faults_(faults) {}

  std::vector<Parts> run(const std::vector<ValueId>& records) {
    std::vector<Parts> all;
    all.reserve(records.size());
    for (const ValueId record : records)
      if (auto parts = parts_of(record)) all.push_back(std::move(*parts));
    drop_torn(all);
    keep_contexts(all);
    return all;
  }

 private:
  const Value& value(ValueId id) const { return document_.values[id]; }

  bool is_damaged(ValueId record) const {
    for (ValueId id = record; id < value(record).after; ++id)
      if (value(id).damaged) return true;
    return false;
  }

  /// The scalars with text in a field, each text once; of an object those that hold text.
  void add_texts(ValueId id, std::vector<ValueId>& to) const {
    if (id == kNone || value(id).kind == ValueKind::null) return;
    if (!is_container(value(id).kind)) return to.push_back(id);
    std::unordered_set<std::string> seen;
    for (const ValueId known : to) seen.insert(chars_of(document_, value(known)));
    const auto is_new = [&](ValueId text) { return seen.insert(chars_of(document_, value(text))).second; };
    for (const ValueId child : children(document_, id)) {
      if (value(child).kind == ValueKind::object) {
        for (const ValueId inner : children(document_, child))
          if (value(inner).kind == ValueKind::string && is_new(inner)) {
            to.push_back(inner);
            break;
          }
      } else if (!is_container(value(child).kind) && is_filled(document_, child) && is_new(child)) {
        to.push_back(child);
      }
    }
  }

  std::optional<Parts> parts_of(ValueId record) {
    if (is_damaged(record)) return std::nullopt;
    if (const ValueId inner = record_in_choices(record); inner != kNone) return tell_torn(inner), std::nullopt;
    Parts parts;
    parts.record = record;
    parts.stem = find(document_, record, fields_.stem);
    if (parts.stem != kNone && !asks(value(parts.stem))) parts.stem = kNone;
    parts.choices = choices_of(document_, record, map_);
    parts.key = map_.incorrect.empty() ? find(document_, record, fields_.key) : kNone;
    if (map_.choices_in_stem && parts.stem != kNone) parts.choices = choices_in_stem(parts.stem);
    if (parts.choices.empty()) add_texts(find(document_, record, fields_.answer), parts.answers);
    // A key that is not understood is an answer nevertheless, and so is one without choices.
    const bool is_answer = parts.choices.empty() ? parts.answers.empty() : map_.key_as == KeyAs::none;
    if (is_answer) add_texts(parts.key, parts.answers);
    add_texts(find(document_, record, fields_.explanation), parts.explanations);
    add_texts(find(document_, record, fields_.context, true), parts.contexts);
    if (parts.answers.empty() && parts.choices.empty()) add_no_answer(record, parts);
    if (parts.stem == kNone) return no_stem(parts), std::nullopt;
    return parts;
  }

  static bool asks(const Value& stem) {
    return !is_container(stem.kind) && stem.kind != ValueKind::null && !stem.inner.empty();
  }

  /// A question that is meant to have no answer has the mark that says so for one.
  void add_no_answer(ValueId record, Parts& parts) const {
    const ValueId mark = find(document_, record, fields_.unanswerable);
    if (mark != kNone && chars_of(document_, value(mark)) == "true") parts.answers.push_back(mark);
  }

  std::vector<ChoicePart> choices_in_stem(ValueId stem) const {
    InsideChoices inside = choices_inside(chars_of(document_, value(stem)));
    if (inside.stem_end == 0) return {};
    for (ChoicePart& choice : inside.choices) choice.value = stem;
    return std::move(inside.choices);
  }

  /// A record that says something, but not what is asked.
  void no_stem(const Parts& parts) {
    if (parts.choices.empty() && parts.answers.empty()) return;
    const Span span = value(parts.record).span;
    faults_.push_back(
        {"structure/malformed",
         {span.begin, std::min(span.end, span.begin + 1)},
         fmt::format("this record has no '{}', and so no question; add it or take the record out", map_.stem)});
  }

  /// A record among the texts of a list of choices: a bracket got lost before it.
  ValueId record_in_choices(ValueId record) const {
    if (map_.choices.size() != 1) return kNone;
    const ValueId list = value_at(document_, record, map_.choices.front());
    if (list == kNone || value(list).kind != ValueKind::list) return kNone;
    const NameId stem = document_.names.find(map_.stem);
    ValueId found = kNone;
    bool texts = false;
    for (const ValueId item : children(document_, list)) {
      texts |= value(item).kind == ValueKind::string;
      const bool is_record = value(item).kind == ValueKind::object && member(document_, item, stem) != kNone;
      if (is_record && found == kNone) found = item;
    }
    return texts ? found : kNone;
  }

  /// A record that reaches into another one lost a bracket on the way: that one is whole, it is not. Questions may well
  /// hold others in a field of their own.
  void drop_torn(std::vector<Parts>& all) {
    struct Outer {
      const Parts* parts;
      std::vector<ValueId> values;  ///< sorted, once a record is met inside
      bool listed = false;
    };
    std::vector<Outer> open;
    std::unordered_set<ValueId> torn;
    for (const Parts& parts : all) {
      const ValueId record = parts.record;
      while (!open.empty() && value(open.back().parts->record).after <= record) open.pop_back();
      for (Outer& outer : open) {
        if (!outer.listed) {
          append_values(outer.values, *outer.parts);
          std::ranges::sort(outer.values);
          outer.listed = true;
        }
        const auto inside = std::ranges::lower_bound(outer.values, record);
        if (inside == outer.values.end() || *inside >= value(record).after) continue;
        outer.values.clear();
        torn.insert(outer.parts->record);
        tell_torn(record);
      }
      if (value(record).after > record + 1) open.push_back({&parts, {}});
    }
    std::erase_if(all, [&](const Parts& parts) { return torn.contains(parts.record); });
  }

  /// What one question is about is no answer of another, whose list of answers lost the bracket that ends it.
  static void keep_contexts(std::vector<Parts>& all) {
    std::unordered_set<ValueId> contexts;
    for (const Parts& parts : all) contexts.insert(parts.contexts.begin(), parts.contexts.end());
    if (contexts.empty()) return;
    const auto is_context = [&](ValueId id) { return contexts.contains(id); };
    for (Parts& parts : all) {
      std::erase_if(parts.answers, is_context);
      std::erase_if(parts.explanations, is_context);
      std::erase_if(parts.choices, [&](const ChoicePart& choice) { return is_context(choice.value); });
    }
  }

  void tell_torn(ValueId inner) {
    const Offset begin = value(inner).span.begin;
    faults_.push_back({"structure/malformed",
                       {begin, begin + 1},
                       "a record begins here before the one around it is closed; close that one first"});
  }

  const Document& document_;
  const RecordMap& map_;
  const Fields& fields_;
  std::vector<Fault>& faults_;
};

}  // namespace

std::vector<Parts> parts_of(const Document& document, const std::vector<ValueId>& records, const RecordMap& map,
                            const Fields& fields, std::vector<Fault>& faults) {
  return PartsReader(document, map, fields, faults).run(records);
}

void append_values(std::vector<ValueId>& to, const Parts& parts) {
  to.insert(to.end(), parts.contexts.begin(), parts.contexts.end());
  if (parts.stem != kNone) to.push_back(parts.stem);
  to.insert(to.end(), parts.answers.begin(), parts.answers.end());
  to.insert(to.end(), parts.explanations.begin(), parts.explanations.end());
  for (const ChoicePart& choice : parts.choices) to.push_back(choice.value);
}

bool is_filled(const Document& document, ValueId id) {
  if (id == kNone || document.values[id].kind == ValueKind::null) return false;
  const Value& value = document.values[id];
  return is_container(value.kind) || !trimmed(chars_of(document, value)).empty();
}

}  // namespace quizlint::records
