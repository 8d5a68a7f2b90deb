#include "formats/records/build.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "formats/records/choices.h"
#include "formats/records/content.h"
#include "formats/records/parts.h"
#include "formats/records/table.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

/// The blocks that a value became.
struct Place {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  Span text;  ///< its bytes between the quotation marks
};

class Builder {
 public:
  Builder(std::string_view path, const Document& document, Span span, const Reading& reading)
      : document_(document),
        map_(reading.map),
        fields_(document, map_),
        reading_(reading),
        span_(span),
        places_(document.values.size()) {
    bank_.path = path;
    bank_.source = document.bytes;
    bank_.layout = reading.layout;
    bank_.expects_answers = reading.answers;
  }

  Bank run(const std::vector<ValueId>& records) {
    const std::vector<Parts> all = parts_of(document_, records, map_, fields_, bank_.faults);
    lay_out(all);
    for (const Parts& parts : all) add_question(parts);
    own_contexts(all);
    if (!bank_.questions.empty()) bank_.parts.push_back({bank_.layout, span_, true, bank_.expects_answers});
    return std::move(bank_);
  }

 private:
  const Value& value(ValueId id) const { return document_.values[id]; }
  /// Which values become blocks, in the order of the file.
  void lay_out(const std::vector<Parts>& all) {
    std::vector<ValueId> used;
    for (const Parts& parts : all) {
      append_values(used, parts);
      for (const ChoicePart& choice : parts.choices) {
        if (choice.is_name) names_.insert(choice.value);
        if (choice.chars) split_.insert(choice.value);
      }
    }
    const auto place = [&](ValueId id) { return bytes_of(id).begin; };
    if (!std::ranges::is_sorted(used, {}, place)) std::ranges::sort(used, {}, place);  // most are
    used.erase(std::unique(used.begin(), used.end()), used.end());
    bank_.blocks.reserve(2 * used.size() + 1);  // a value, and what stands between it and the next
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
    Block& block = bank_.blocks.emplace_back();
    block.kind = BlockKind::markup;
    block.span = {begin, end};
  }

  void add_blocks(ValueId id, Span bytes) {
    const bool is_name = names_.contains(id);
    Text text = is_name ? name_text(document_, value(id)) : records::text_of(document_, value(id));
    const Quoting quoting = is_name ? Quoting::json : value(id).quoting;
    const auto first = static_cast<std::uint32_t>(bank_.blocks.size());
    append_blocks(bank_.blocks, std::move(text), bytes, quoting, split_.contains(id));
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
    question.section = section_of(find(document_, parts.record, fields_.category, true));
    question.id = chars_or_empty(find(document_, parts.record, fields_.id));
    question.language = language_of(find(document_, parts.record, fields_.language, true));
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
    const ValueId id = find(document_, parts.record, question.choices.empty() ? field : fields_.key);
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
    if (map_.key_as == KeyAs::none || !is_filled(document_, parts.key)) return false;
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

  /// The blocks that questions own; a broken record may give a question what others are about.
  std::vector<std::uint32_t> owned_blocks() const {
    std::vector<std::uint32_t> blocks;
    const auto add = [&](const Passage& passage) {
      for (const Slice& slice : passage) blocks.push_back(slice.block);
    };
    for (const Question& question : bank_.questions) {
      for (const Passage* passage : {&question.stem, &question.answer, &question.explanation}) add(*passage);
      for (const Choice& choice : question.choices) add(choice.text);
    }
    std::ranges::sort(blocks);
    return blocks;
  }

  /// Passages that questions are about belong to the bank: several questions may share one.
  void own_contexts(const std::vector<Parts>& all) {
    std::vector<ValueId> contexts;
    for (const Parts& parts : all) contexts.insert(contexts.end(), parts.contexts.begin(), parts.contexts.end());
    std::ranges::sort(contexts);
    contexts.erase(std::unique(contexts.begin(), contexts.end()), contexts.end());
    const std::vector<std::uint32_t> owned = contexts.empty() ? std::vector<std::uint32_t>() : owned_blocks();
    for (const ValueId id : contexts)
      for (const Slice& slice : passage_of(id))
        if (!std::binary_search(owned.begin(), owned.end(), slice.block)) bank_.furniture.push_back(slice);
    sort(bank_.furniture);
  }

  const Document& document_;
  const RecordMap& map_;
  const Fields fields_;
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
