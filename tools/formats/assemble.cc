#include "formats/assemble.h"

#include <algorithm>
#include <map>
#include <utility>

#include "formats/choices/settle.h"
#include "formats/wording.h"
#include "knowledge/knowledge.h"
#include "text/utf8.h"
#include "text/words.h"

namespace quizlint {
namespace {

/// A reading in which fewer questions have a body is a mere list: the bodies go on with their questions.
constexpr double kLeastAnswered = 0.3;
constexpr double kLeastInProse = 0.08;

bool is_content(const Outline& outline, const Unit& unit, const Mark& mark) {
  if (!mark.chars.empty() || unit.kind == UnitKind::code) return true;
  constexpr Offset kBlanks = 2;  // a picture shows no text, so the blanks before it count as the line's end
  return std::ranges::any_of(runs_from(outline.block(unit), unit.chars.begin, unit.chars.end + kBlanks),
                             [](const Inline& run) { return run.kind == InlineKind::image; });
}

/// Appends a unit to a passage; lines of one block become one slice where nothing else stands between them.
void add(const Outline& outline, Passage& passage, const Unit& unit, Span chars) {
  const bool follows =
      !passage.empty() && passage.back().block == unit.block &&
      trimmed(slice(outline.block(unit).text.chars(), {passage.back().chars.end, chars.begin})).empty();
  if (follows) {
    passage.back().chars.end = chars.end;
  } else {
    passage.push_back({unit.block, chars});
  }
}

/// The marks before a question's text in the file with digits folded to one: "***Q:", "## N.", "N. **".
std::string style_of(std::string_view source, Offset begin, Offset text) {
  std::string style;
  for (const char c : source.substr(begin, std::min<Offset>(text - begin, 40))) {
    if (static_cast<unsigned char>(c) >= 0x80) continue;  // stars and coloured circles
    if (is_ascii_space(c) && !style.empty() && style.back() == ' ') continue;
    if (is_ascii_digit(c)) {
      if (style.empty() || style.back() != 'N') style += 'N';
    } else {
      style += is_ascii_space(c) ? ' ' : c;
    }
  }
  return std::string(trimmed(style));
}

/// A line that fell out of its place: it begins in mid-sentence behind an answer that had ended.
bool is_fragment(std::string_view chars, const Block& block) {
  if (block.kind != BlockKind::paragraph || block.list_depth > 0 || block.quote_depth > 0 || chars.size() < 3)
    return false;
  if (count_words(chars) > 8 || !(chars.ends_with('.') || chars.ends_with(';'))) return false;
  const char first = chars.front();
  if (first < 'a' || first > 'z') return false;
  for (const std::string_view word :
       {"and ", "or ", "but ", "which ", "that ", "with ", "of ", "to ", "because ", "than "})
    if (chars.starts_with(word)) return true;
  return false;
}

/// Roles that only a question that is open can take in.
bool is_of_question(Role role) {
  return role == Role::stem || role == Role::answer || role == Role::explanation || role == Role::choice ||
         role == Role::key;
}

class Assembler {
 public:
  Assembler(const Outline& outline, const Reading& reading, Bank& bank)
      : outline_(outline), reading_(reading), bank_(bank) {}

  void run() {
    for (std::size_t s = 0; s < reading_.stretches.size(); ++s) {
      const Stretch& stretch = reading_.stretches[s];
      if (stretch.layout != nullptr) open_part(stretch);
      bool seen = false;
      for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
        seen = seen || reading_.marks[i].role == Role::question;
        if (reading_.marks[i].role == Role::question) asked_.push_back(i);
        place(i, stretch.layout == nullptr || !seen);
      }
      close_question();
    }
    settle_mere_lists();
  }

 private:
  void open_part(const Stretch& stretch) {
    const Span span{outline_.units[stretch.begin].source.begin, outline_.units[stretch.end - 1].source.end};
    if (!bank_.parts.empty() && bank_.parts.back().layout == stretch.layout->id) {
      bank_.parts.back().span.end = span.end;
    } else {
      bank_.parts.push_back({std::string(stretch.layout->id), span});
    }
  }

  void place(std::size_t i, bool before_questions) {
    const Unit& unit = outline_.units[i];
    const Mark& mark = reading_.marks[i];
    if (mark.of != 0) return add_elsewhere(unit, mark);
    // A change of layout may part a body from its question: what no question is open for stands by itself.
    if (question_ == nullptr && is_of_question(mark.role)) return own(unit);
    switch (mark.role) {
      case Role::section: return add_section(unit, mark);
      case Role::question: return open_question(unit, mark);
      case Role::stem: return extend(unit, mark, question_->stem, question_->stem_span);
      case Role::answer: return add_answer(unit, mark);
      case Role::explanation: return extend(unit, mark, question_->explanation, unused_);
      case Role::choice: return add_choice(unit, mark);
      case Role::key: return add_key(unit, mark);
      case Role::topic:
      case Role::furniture: return own(unit);
      case Role::none: break;
    }
    // Text that no layout knows is mostly an introduction to what follows; stray is what broke off in mid-sentence.
    const bool stray =
        !before_questions && unit.blank_before && is_fragment(outline_.chars(unit), outline_.block(unit));
    if (stray) {
      add(outline_, bank_.stray, unit, unit.chars);
    } else {
      own(unit);
    }
  }

  void own(const Unit& unit) {
    if (!unit.chars.empty()) add(outline_, bank_.furniture, unit, unit.chars);
  }

  void add_section(const Unit& unit, const Mark& mark) {
    close_question();
    if (mark.labelled) {
      counter_ = unit.source;
      return own(unit);
    }
    own(unit);
    bank_.sections.push_back({std::string(outline_.chars(unit)), unit.source, outline_.block(unit).level});
  }

  void open_question(const Unit& unit, const Mark& mark) {
    close_question();
    Question question;
    const Span text = outline_.block(unit).text.source(mark.chars);
    const Offset begin = first_byte(unit);
    question.stem.push_back({unit.block, mark.chars});
    question.stem_span = unit.kind == UnitKind::front_matter ? text : Span{begin, last_byte(unit)};
    question.span = {counter_.empty() ? begin : counter_.begin, last_byte(unit)};
    question.answer_span = {question.span.end, question.span.end};
    question.number = mark.number;
    question.number_span = number_span(unit, mark, counter_);
    question.style = style_of(outline_.source, begin, std::max(begin, text.begin));
    question.section = section_above(outline_.block(unit).level);
    question.part = static_cast<std::uint16_t>(bank_.parts.empty() ? 0 : bank_.parts.size() - 1);
    counter_ = {};
    bank_.questions.push_back(std::move(question));
    question_ = &bank_.questions.back();
    answer_ended_ = false;
    if (!mark.answer.empty()) add_inline_answer(unit, mark);
  }

  void add_inline_answer(const Unit& unit, const Mark& mark) {
    question_->answer.push_back({unit.block, mark.answer});
    question_->answer_span = outline_.block(unit).text.source(mark.answer);
    question_->stem_span.end = outline_.block(unit).text.source(mark.chars).end;
    question_->answer_slot = mark.labelled;
  }

  /// The last section, past those that group nothing: the contents, "Further reading", a heading deeper than the one
  /// that asks (`level`, 0 where no heading does).
  std::int32_t section_above(int level) const {
    std::size_t count = bank_.sections.size();
    while (count > 0 && groups_nothing(bank_.sections[count - 1], level)) --count;
    return static_cast<std::int32_t>(count) - 1;
  }

  static bool groups_nothing(const Section& section, int level) {
    if (level > 0 && section.level > level) return true;
    return is_boilerplate(section.title) && (section.level >= level || is_contents_title(section.title));
  }

  /// Where the number stands: in the text's lead, in the list marker, or in the counting heading above.
  Span number_span(const Unit& unit, const Mark& mark, Span counter) const {
    if (mark.number.empty()) return {};
    const Span before{first_byte(unit), std::max(first_byte(unit), outline_.block(unit).text.source(mark.chars).begin)};
    for (const Span where : {before, counter}) {
      const std::size_t at = slice(outline_.source, where).find(mark.number);
      if (at == std::string_view::npos) continue;
      const Offset begin = where.begin + static_cast<Offset>(at);
      return {begin, begin + static_cast<Offset>(mark.number.size())};
    }
    return {};
  }

  Offset first_byte(const Unit& unit) const { return trimmed(outline_.source, unit.source).begin; }
  Offset last_byte(const Unit& unit) const { return trimmed(outline_.source, unit.source).end; }

  void extend(const Unit& unit, const Mark& mark, Passage& passage, Span& span) {
    if (is_content(outline_, unit, mark)) add(outline_, passage, unit, mark.chars);
    span.end = question_->span.end = last_byte(unit);
  }

  void add_answer(const Unit& unit, const Mark& mark) {
    if (question_ == nullptr) return own(unit);
    const std::string_view chars = slice(outline_.block(unit).text.chars(), mark.chars);
    const bool ended = !question_->answer.empty() && answer_ended_;
    if (ended && unit.first && unit.blank_before && is_fragment(chars, outline_.block(unit)))
      return add(outline_, bank_.stray, unit, mark.chars);
    if (question_->answer_span.empty()) question_->answer_span.begin = first_byte(unit);
    question_->answer_span.end = last_byte(unit);
    if (mark.labelled) question_->answer_slot = true;
    extend(unit, mark, question_->answer, unused_);
    answer_ended_ = chars.ends_with('.') || chars.ends_with('!') || chars.ends_with(')');
  }

  /// An answer that stands in a section of answers; its question may have another layout, then none is known.
  void add_elsewhere(const Unit& unit, const Mark& mark) {
    close_question();
    const auto asked = std::ranges::lower_bound(asked_, mark.of - 1);
    if (asked == asked_.end() || *asked != mark.of - 1) return own(unit);
    Question& question = bank_.questions[static_cast<std::size_t>(asked - asked_.begin())];
    question.answer_slot = true;
    if (!is_content(outline_, unit, mark)) return own(unit);
    add(outline_, mark.role == Role::answer ? question.answer : question.explanation, unit, mark.chars);
  }

  void add_choice(const Unit& unit, const Mark& mark) {
    if (mark.begins || question_->choices.empty())
      question_->choices.push_back({{}, {first_byte(unit), last_byte(unit)}, mark.number, mark.correct});
    Choice& choice = question_->choices.back();
    extend(unit, mark, choice.text, choice.span);
    question_->answer_span = {choice.span.end, choice.span.end};
  }

  /// What follows the labels in the key's line explains it.
  void add_key(const Unit& unit, const Mark& mark) {
    const std::string_view chars = slice(outline_.block(unit).text.chars(), mark.chars);
    const KeyText key = key_text(*question_, chars);
    question_->keys.insert(question_->keys.end(), key.keys.begin(), key.keys.end());
    question_->answer_slot = true;
    if (question_->answer_span.empty()) question_->answer_span.begin = first_byte(unit);
    question_->answer_span.end = question_->span.end = last_byte(unit);
    Mark rest = mark;
    rest.chars.begin += key.end;
    if (rest.chars.empty() || repeats_choice(bank_, *question_, chars.substr(key.end))) return own(unit);
    add(outline_, question_->explanation, unit, rest.chars);
  }

  /// Whether the text asks about code that it shows: "What is printed by the code below?".
  bool asks_about_code(const Question& question) const {
    const std::string stem = folded(plain(bank_, question.stem));
    if (stem.find("write ") != std::string::npos || stem.find("implement ") != std::string::npos) return false;
    const auto& words = Knowledge::builtin().words("phrases/code-below");
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view phrase) { return stem.find(phrase) != std::string::npos; });
  }

  bool is_code(const Passage& passage) const {
    return !passage.empty() && std::all_of(passage.begin(), passage.end(), [&](const Slice& slice) {
      return bank_.blocks[slice.block].kind == BlockKind::code;
    });
  }

  /// A body of nothing but the code that a question asks about goes on with the question; not where a remark in the
  /// code may answer, or other code shows what the first prints.
  void settle_code(Question& question) const {
    if (question.answer.size() != 1 || question.answer_slot || !question.keys.empty()) return;
    const Slice& slice = question.answer.front();
    if (bank_.blocks[slice.block].kind != BlockKind::code) return;
    const std::string_view code = quizlint::slice(bank_.blocks[slice.block].text.chars(), slice.chars);
    for (const std::string_view remark : {"//", "/*", "# ", "--", "<!--", "=>", "-->", "Output"})
      if (code.find(remark) != std::string_view::npos) return;
    if (!asks_about_code(question)) return;
    question.stem.push_back(slice);
    question.stem_span.end = question.answer_span.end;
    question.answer.clear();
    question.answer_span = {question.span.end, question.span.end};
  }

  void close_question() {
    if (question_ != nullptr) {
      settle_code(*question_);
      settle_choices(bank_, *question_);
      settle_explanation(*question_);
    }
    question_ = nullptr;
  }

  /// Where there is nothing to explain, what begins with "Note:" is the answer.
  void settle_explanation(Question& question) const {
    const bool explains = !question.answer.empty() || question.answer_slot || !question.choices.empty();
    if (explains || !question.keys.empty() || question.explanation.empty()) return;
    question.answer = std::exchange(question.explanation, {});
    question.answer_span = {source_of(question.answer.front()).begin, source_of(question.answer.back()).end};
  }
  Span source_of(const Slice& slice) const { return bank_.blocks[slice.block].text.source(slice.chars); }

  /// Whether the answer says anything in prose: code or a nested list alone may as well go on with the question.
  bool answers_in_prose(const Question& question) const {
    const std::uint8_t depth = bank_.blocks[question.stem.front().block].list_depth;
    for (const Slice& slice : question.answer) {
      const Block& block = bank_.blocks[slice.block];
      const std::string_view chars = quizlint::slice(block.text.chars(), slice.chars);
      if (chars.starts_with("\u00A0"))
        continue;  // indented by no-break spaces: a list below the question to its author
      const bool prose = block.kind == BlockKind::paragraph || block.kind == BlockKind::table;
      const bool nested = block.list_depth > depth && block.marker.kind != Marker::Kind::none;
      if (prose && !nested && count_words(prose_of(text_of(bank_, slice)).chars()) > 2) return true;
    }
    return false;
  }

  bool ends_section(std::size_t i) const {
    return i + 1 == bank_.questions.size() || bank_.questions[i + 1].section != bank_.questions[i].section;
  }

  /// Whether all that may answer an item of a list stands below the list, as a remark on it does.
  bool stands_below(const Question& question) const {
    const std::uint8_t depth = bank_.blocks[question.stem.front().block].list_depth;
    return std::all_of(question.answer.begin(), question.answer.end(),
                       [&](const Slice& slice) { return bank_.blocks[slice.block].list_depth < depth; });
  }

  struct Tally {
    double count = 0;
    double answered = 0;
    double in_prose = 0;
    double in_code = 0;     ///< with nothing but code for an answer
    double about_code = 0;  ///< that show the code they ask about
    double at_end = 0;      ///< the last of their section, with text below that no label announces
    bool mere() const {
      if (count >= 3 && answered == at_end && in_prose <= at_end && at_end * 3 <= count) return true;
      const double sure = about_code > 0 ? answered - in_code : answered;
      return sure < kLeastAnswered * count && in_prose < kLeastInProse * count;
    }
  };

  /// Where few questions of a layout have a body, none of them prose, and none has an answer's label, its parts are
  /// mere lists of questions, and the bodies go on with them.
  void settle_mere_lists() {
    std::map<std::string_view, Tally> tallies;
    for (std::size_t i = 0; i < bank_.questions.size(); ++i) {
      const Question& question = bank_.questions[i];
      Tally& tally = tallies[bank_.parts[question.part].layout];
      ++tally.count;
      const bool remark = ends_section(i) && stands_below(question);  // on the whole list
      tally.answered += (is_answered(bank_, question) && !remark) || question.answer_slot;
      const bool tail = ends_section(i) && !question.answer_slot && question.choices.empty() && !remark;
      tally.at_end += tail && is_answered(bank_, question);
      tally.in_code += is_code(question.answer) && !question.answer_slot;
      tally.about_code += question.answer.empty() && question.stem.size() > 1 && is_code({question.stem.back()});
      tally.in_prose += (answers_in_prose(question) && !remark) || question.answer_slot || !question.keys.empty();
    }
    bank_.expects_answers = false;
    for (Part& part : bank_.parts) {
      part.expects_answers = !tallies[part.layout].mere();
      bank_.expects_answers = bank_.expects_answers || part.expects_answers;
    }
    for (Question& question : bank_.questions)
      if (!bank_.parts[question.part].expects_answers) join_body(question);
    std::ranges::sort(bank_.furniture, {},
                      [](const Slice& slice) { return std::pair(slice.block, slice.chars.begin); });
  }

  /// A paragraph below a list goes on with no question of it.
  void join_body(Question& question) {
    const std::uint8_t depth = bank_.blocks[question.stem.front().block].list_depth;
    const std::size_t owned = bank_.furniture.size();
    for (const Slice& slice : question.answer) {
      const Block& block = bank_.blocks[slice.block];
      const bool below = block.kind == BlockKind::paragraph && block.list_depth < depth;
      (below ? bank_.furniture : question.stem).push_back(slice);
    }
    question.answer.clear();
    if (bank_.furniture.size() == owned) return;
    question.span.end = std::max(question.stem_span.end, source_of(question.stem.back()).end);
    question.answer_span = {question.span.end, question.span.end};
  }

  const Outline& outline_;
  const Reading& reading_;
  Bank& bank_;
  Question* question_ = nullptr;  ///< the last of bank_.questions while it is open
  Span counter_;                  ///< a heading that counts the next question
  Span unused_;
  bool answer_ended_ = false;
  std::vector<std::size_t> asked_;  ///< the units that begin the questions
};

}  // namespace

void assemble(const Outline& outline, const Reading& reading, Bank& bank) {
  Assembler(outline, reading, bank).run();
}

}  // namespace quizlint
