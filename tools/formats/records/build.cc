#include "formats/records/build.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "formats/records/choices.h"
#include "formats/records/content.h"
#include "formats/records/table.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

/// What of a record is read, as values.
struct Parts {
  ValueId record = kNone;
  ValueId stem = kNone;
  std::vector<ValueId> contexts;
  ValueId key = kNone;
  std::vector<ValueId> answers;
  std::vector<ValueId> explanations;
  std::vector<ChoicePart> choices;
};

/// The blocks that a value became.
struct Place {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  Span text;  ///< its bytes between the quotation marks
};

class Builder {
 public:
  Builder(std::string_view path, const Document& document, Span span, const Reading& reading)
      : document_(document), map_(reading.map), reading_(reading), span_(span), places_(document.values.size()) {
    bank_.path = path;
    bank_.source = document.bytes;
    bank_.layout = reading.layout;
    bank_.expects_answers = reading.answers;
  }

  Bank run(const std::vector<ValueId>& records) {
    std::vector<Parts> all;
    for (const ValueId record : records)
      if (auto parts = parts_of(record)) all.push_back(std::move(*parts));
    drop_torn(all);
    lay_out(all);
    for (const Parts& parts : all) add_question(parts);
    own_contexts(all);
    if (!bank_.questions.empty()) bank_.parts.push_back({bank_.layout, span_, true, bank_.expects_answers});
    return std::move(bank_);
  }

 private:
  const Value& value(ValueId id) const { return document_.values[id]; }
  bool is_filled(ValueId id) const {
    if (id == kNone || value(id).kind == ValueKind::null) return false;
    return is_container(value(id).kind) || !trimmed(chars_of(document_, value(id))).empty();
  }

  /// A path of the map. Most are the name of a member, which need not be looked up in each record again.
  struct Field {
    Field(const Document& document, const std::string& field)
        : path(field), name(document.names.find(field)), is_name(field.find_first_of(".[{>") == std::string::npos) {}

    const std::string& path;
    NameId name;
    bool is_name;
  };

  ValueId find_in(ValueId record, const Field& field) const {
    if (!field.is_name || value(record).kind != ValueKind::object) return value_at(document_, record, field.path);
    return member(document_, record, field.name);
  }

  ValueId find(ValueId record, const Field& field, bool outer = false) const {
    if (field.path.empty()) return kNone;
    for (ValueId at = record; at != kNone; at = outer ? document_.parents[at] : kNone) {
      const ValueId found = find_in(at, field);
      if (found != kNone) return found;
    }
    return kNone;
  }

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
      } else if (!is_container(value(child).kind) && is_filled(child) && is_new(child)) {
        to.push_back(child);
      }
    }
  }

  std::optional<Parts> parts_of(ValueId record) {
    if (is_damaged(record)) return std::nullopt;
    if (const ValueId inner = record_in_choices(record); inner != kNone) return tell_torn(inner), std::nullopt;
    Parts parts;
    parts.record = record;
    parts.stem = find(record, fields_.stem);
    if (parts.stem != kNone && (is_container(value(parts.stem).kind) || value(parts.stem).kind == ValueKind::null))
      parts.stem = kNone;
    parts.choices = choices_of(document_, record, map_);
    parts.key = map_.incorrect.empty() ? find(record, fields_.key) : kNone;
    if (map_.choices_in_stem && parts.stem != kNone) parts.choices = choices_in_stem(parts.stem);
    if (parts.choices.empty()) add_texts(find(record, fields_.answer), parts.answers);
    // A key that is not understood is an answer nevertheless, and so is one without choices.
    const bool is_answer = parts.choices.empty() ? parts.answers.empty() : map_.key_as == KeyAs::none;
    if (is_answer) add_texts(parts.key, parts.answers);
    add_texts(find(record, fields_.explanation), parts.explanations);
    add_texts(find(record, fields_.context, true), parts.contexts);
    if (parts.answers.empty() && parts.choices.empty()) add_no_answer(record, parts);
    if (parts.stem == kNone) return no_stem(parts), std::nullopt;
    return parts;
  }

  /// A question that is meant to have no answer has the mark that says so for one.
  void add_no_answer(ValueId record, Parts& parts) const {
    const ValueId mark = find(record, fields_.unanswerable);
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
    bank_.faults.push_back(
        {"structure/malformed",
         {span.begin, std::min(span.end, span.begin + 1)},
         fmt::format("this record has no '{}', and so no question; add it or take the record out", map_.stem)});
  }

  /// The values that a question's text is made of.
  static std::vector<ValueId> values_of(const Parts& parts) {
    std::vector<ValueId> values = parts.contexts;
    if (parts.stem != kNone) values.push_back(parts.stem);
    values.insert(values.end(), parts.answers.begin(), parts.answers.end());
    values.insert(values.end(), parts.explanations.begin(), parts.explanations.end());
    for (const ChoicePart& choice : parts.choices) values.push_back(choice.value);
    return values;
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
      ValueId record;
      std::vector<ValueId> values;
      bool sorted = false;  ///< once a record is met inside
    };
    std::vector<Outer> open;
    std::unordered_set<ValueId> torn;
    for (const Parts& parts : all) {
      const ValueId record = parts.record;
      while (!open.empty() && value(open.back().record).after <= record) open.pop_back();
      for (Outer& outer : open) {
        if (!outer.sorted) std::ranges::sort(outer.values);
        outer.sorted = true;
        const auto inside = std::ranges::lower_bound(outer.values, record);
        if (inside == outer.values.end() || *inside >= value(record).after) continue;
        outer.values.clear();
        torn.insert(outer.record);
        tell_torn(record);
      }
      if (value(record).after > record + 1) open.push_back({record, values_of(parts)});
    }
    std::erase_if(all, [&](const Parts& parts) { return torn.contains(parts.record); });
  }

  void tell_torn(ValueId inner) {
    const Offset begin = value(inner).span.begin;
    bank_.faults.push_back({"structure/malformed",
                            {begin, begin + 1},
                            "a record begins here before the one around it is closed; close that one first"});
  }

  /// Which values become blocks, in the order of the file.
  void lay_out(const std::vector<Parts>& all) {
    std::vector<ValueId> used;
    for (const Parts& parts : all) {
      const std::vector<ValueId> values = values_of(parts);
      used.insert(used.end(), values.begin(), values.end());
      for (const ChoicePart& choice : parts.choices) {
        if (choice.is_name) names_.insert(choice.value);
        if (choice.chars) split_.insert(choice.value);
      }
    }
    std::ranges::sort(used, {}, [&](ValueId id) { return bytes_of(id).begin; });
    used.erase(std::unique(used.begin(), used.end()), used.end());
    Offset at = span_.begin;
    for (const ValueId id : used) {
      const Span bytes = bytes_of(id);
      if (bytes.begin < at || bytes.empty()) continue;  // inside what another value holds
      add_markup(at, bytes.begin);
      add_blocks(id, bytes);
      at = bytes.end;
    }
    add_markup(at, span_.end);
  }

  Span bytes_of(ValueId id) const { return names_.contains(id) ? value(id).name_span : value(id).span; }

  void add_markup(Offset begin, Offset end) {
    if (begin == end) return;
    Block block;
    block.kind = BlockKind::markup;
    block.span = {begin, end};
    bank_.blocks.push_back(std::move(block));
  }

  void add_blocks(ValueId id, Span bytes) {
    const bool is_name = names_.contains(id);
    Text text = is_name ? name_text(document_, value(id)) : records::text_of(document_, value(id));
    const Quoting quoting = is_name ? Quoting::json : value(id).quoting;
    const auto first = static_cast<std::uint32_t>(bank_.blocks.size());
    for (Block& block : blocks_of(std::move(text), bytes, quoting, split_.contains(id)))
      bank_.blocks.push_back(std::move(block));
    const Span inner = is_name ? Span{bytes.begin + 1, bytes.end - 1} : value(id).inner;
    places_[id] = {first, static_cast<std::uint32_t>(bank_.blocks.size()) - first, inner};
  }

  Passage passage_of(ValueId id, std::optional<Span> chars = {}) const {
    Passage passage;
    if (id == kNone) return passage;
    const Place& place = places_[id];
    for (std::uint32_t i = place.first; i < place.first + place.count; ++i) {
      const Block& block = bank_.blocks[i];
      const bool is_text =
          block.kind != BlockKind::blank && block.kind != BlockKind::markup && block.kind != BlockKind::rule;
      if (is_text && (!block.text.empty() || place.count == 1))
        passage.push_back({i, chars.value_or(Span{0, block.text.size()})});
    }
    return passage;
  }

  void add_question(const Parts& parts) {
    Question question;
    question.span = value(parts.record).span;
    question.stem = passage_of(parts.stem);
    question.stem_span = places_[parts.stem].text;
    for (const ValueId id : parts.contexts) append(question.context, passage_of(id));
    question.section = section_of(find(parts.record, fields_.category, true));
    question.id = chars_or_empty(find(parts.record, fields_.id));
    question.language = language_of(find(parts.record, fields_.language, true));
    if (map_.choices_in_stem && !parts.choices.empty()) cut_stem(question);
    for (std::size_t i = 0; i < parts.choices.size(); ++i) add_choice(parts.choices[i], i, question);
    add_answers(parts, question);
    for (const ValueId id : parts.explanations) append(question.explanation, passage_of(id));
    sort(question.explanation);
    const bool several = !question.choices.empty() && settle_key(parts, question);
    question.kind = kind_of(parts, question, several);
    for (const Choice& choice : question.choices) question.span = join(question.span, choice.span);
    if (map_.stem == "{}") question.span = join(question.span, question.stem_span);
    if (map_.answer.starts_with('>')) question.span = join(question.span, question.answer_span);
    if (question.stem.empty()) return disown(question);
    bank_.questions.push_back(std::move(question));
  }

  /// What a stem that cannot be read leaves behind.
  void disown(const Question& question) {
    for (const Passage* passage : {&question.answer, &question.explanation}) append(bank_.stray, *passage);
    for (const Choice& choice : question.choices) append(bank_.stray, choice.text);
    sort(bank_.stray);
  }

  std::string chars_or_empty(ValueId id) const {
    return id == kNone || is_container(value(id).kind) ? std::string() : chars_of(document_, value(id));
  }
  std::string language_of(ValueId id) const {
    const std::string code = ascii_lower(chars_or_empty(id));
    const bool is_code = code.size() == 2 || (code.size() > 2 && (code[2] == '-' || code[2] == '_'));
    return is_code ? code.substr(0, 2) : std::string();
  }

  std::int32_t section_of(ValueId id) {
    const std::string title(trimmed(chars_or_empty(id)));
    if (title.empty()) return -1;
    const auto [known, is_new] = sections_.emplace(title, static_cast<std::int32_t>(bank_.sections.size()));
    if (is_new) bank_.sections.push_back({title, value(id).inner, 1});
    return known->second;
  }

  /// Where the choices stand in the stem, the stem ends before them.
  void cut_stem(Question& question) const {
    Slice& stem = question.stem.front();
    stem.chars.end = choices_inside(bank_.text(stem).chars()).stem_end;
  }

  void add_choice(const ChoicePart& part, std::size_t index, Question& question) const {
    Choice choice;
    choice.text = passage_of(part.value, part.chars);
    choice.label = part.label;
    choice.correct = part.marked.value_or(false);
    const Place& place = places_[part.value];
    if (place.count == 0) return;
    choice.span = part.chars && !choice.text.empty() ? source_of(bank_, choice.text.front()) : place.text;
    if (!choice.text.empty() && !part.chars) cut_label(choice, index);
    question.choices.push_back(std::move(choice));
  }

  /// "(B) 42" has the label B and the text 42.
  void cut_label(Choice& choice, std::size_t index) const {
    Slice& first = choice.text.front();
    const std::size_t size = label_size(chars_of(bank_, first), index);
    if (size == 0 || !(choice.label.empty() || choice.label.size() == 1)) return;
    if (choice.label.empty()) choice.label = std::string(1, static_cast<char>('A' + index));
    first.chars.begin += static_cast<Offset>(size);
  }

  void add_answers(const Parts& parts, Question& question) {
    for (const ValueId id : parts.answers) append(question.answer, passage_of(id));
    sort(question.answer);
    const Field& field = map_.answer.empty() ? fields_.key : fields_.answer;
    const ValueId id = find(parts.record, question.choices.empty() ? field : fields_.key);
    question.answer_slot = id != kNone || !field.path.empty();
    if (!parts.answers.empty() && places_[parts.answers.front()].count > 0) {
      question.answer_span = places_[parts.answers.front()].text;
    } else {
      question.answer_span = id != kNone ? value(id).inner : Span{question.stem_span.end, question.stem_span.end};
    }
  }

  static void append(Passage& to, const Passage& more) { to.insert(to.end(), more.begin(), more.end()); }
  static void sort(Passage& passage) { std::ranges::sort(passage); }

  /// Marks the choices that the key names; says whether the key is written as one for several.
  bool settle_key(const Parts& parts, Question& question) const {
    if (map_.key_as == KeyAs::none || !is_filled(parts.key)) return false;
    std::vector<std::string> texts, labels;
    for (const Choice& choice : question.choices) {
      texts.push_back(plain(bank_, choice.text));
      labels.push_back(choice.label);
    }
    const KeyReading key = read_key(document_, parts.key, map_.key_as, texts, labels);
    if (map_.key_as != KeyAs::marks) question.keys = key_parts(document_, parts.key);
    for (const std::size_t i : key.choices) question.choices[i].correct = true;
    return key.several;
  }

  QuestionKind kind_of(const Parts& parts, const Question& question, bool several) const {
    if (question.choices.empty()) {
      const ValueKind kind = parts.answers.empty() ? ValueKind::null : value(parts.answers.front()).kind;
      if (kind == ValueKind::boolean) return QuestionKind::true_false;
      return kind == ValueKind::number ? QuestionKind::numeric : QuestionKind::open;
    }
    const auto right = std::ranges::count_if(question.choices, &Choice::correct);
    if (right != 1 && (several || (right > 1 && reading_.several_keys))) return QuestionKind::multiple_choice;
    return is_true_false(question) ? QuestionKind::true_false : QuestionKind::single_choice;
  }

  bool is_true_false(const Question& question) const {
    if (question.choices.size() != 2) return false;
    std::string both;
    for (const Choice& choice : question.choices) both += ascii_lower(plain(bank_, choice.text)) + " ";
    return both == "true false " || both == "false true ";
  }

  /// Passages that questions are about belong to the bank: several questions may share one.
  void own_contexts(const std::vector<Parts>& all) {
    std::vector<ValueId> contexts;
    for (const Parts& parts : all) contexts.insert(contexts.end(), parts.contexts.begin(), parts.contexts.end());
    std::ranges::sort(contexts);
    contexts.erase(std::unique(contexts.begin(), contexts.end()), contexts.end());
    for (const ValueId id : contexts) append(bank_.furniture, passage_of(id));
    sort(bank_.furniture);
  }

  const Document& document_;
  const RecordMap& map_;
  const struct {
    Field stem, context, key, answer, explanation, category, id, language, unanswerable;
  } fields_ = {{document_, map_.stem},   {document_, map_.context},     {document_, map_.key},
               {document_, map_.answer}, {document_, map_.explanation}, {document_, map_.category},
               {document_, map_.id},     {document_, map_.language},    {document_, map_.unanswerable}};
  const Reading& reading_;
  Span span_;
  Bank bank_;
  std::vector<Place> places_;          ///< by value
  std::unordered_set<ValueId> names_;  ///< values whose name is the text
  std::unordered_set<ValueId> split_;  ///< values whose text holds several choices, and so must stay in one piece
  std::unordered_map<std::string, std::int32_t> sections_;
};

}  // namespace

Bank build_bank(std::string_view path, const Document& document, const std::vector<ValueId>& records, Span span,
                const Reading& reading) {
  return Builder(path, document, span, reading).run(records);
}

}  // namespace quizlint::records
