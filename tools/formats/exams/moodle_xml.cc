#include "formats/exams/moodle_xml.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "formats/exams/draft.h"
#include "formats/exams/xml_text.h"
#include "formats/no_bank.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

using exams::Draft;
using exams::Field;
using exams::Option;
using pugi::xml_node;

/// Types of questions that keep their answers apart from the stem, and how they are asked. All others, essays and those
/// with their answers inside the stem, have no answer that could be missing.
struct Type {
  std::string_view name;
  QuestionKind kind;
  bool choices;
};
constexpr std::array<Type, 6> kTypes = {{{"multichoice", QuestionKind::single_choice, true},
                                         {"truefalse", QuestionKind::true_false, false},
                                         {"shortanswer", QuestionKind::open, false},
                                         {"numerical", QuestionKind::numeric, false},
                                         {"matching", QuestionKind::matching, false},
                                         {"ordering", QuestionKind::ordering, false}}};

constexpr std::array<std::string_view, 5> kFeedback = {"generalfeedback", "correctfeedback", "partiallycorrectfeedback",
                                                       "incorrectfeedback", "hint"};

const Type* type_of(std::string_view name) {
  const auto found = std::ranges::find(kTypes, name, &Type::name);
  return found == kTypes.end() ? nullptr : &*found;
}

double weight_of(const xml_node& answer) {
  return std::strtod(answer.attribute("fraction").as_string("0"), nullptr);
}

class Drafter {
 public:
  explicit Drafter(Bank& bank) : bank_(bank) {}

  /// Of a file that is not `whole` the last question is not known to its end, and left out.
  std::vector<Draft> run(const xml_node& quiz, bool whole) {
    for (const xml_node& question : quiz.children("question")) {
      if (!whole && question == quiz.last_child()) break;
      const std::string_view type = question.attribute("type").as_string();
      if (type == "category")
        add_section(question);
      else
        drafts_.push_back(draft_of(question, type));
    }
    return std::move(drafts_);
  }

 private:
  Field text_in(const xml_node& parent) const {
    Field field = exams::field_of(bank_.source, parent.child("text"));
    const std::string_view format = parent.attribute("format").as_string();
    field.plain = format == "plain_text";
    return field;
  }

  void add_section(const xml_node& question) {
    const Field path = text_in(question.child("category"));
    bank_.sections.push_back({exams::category_title(trimmed(path.text.chars())), path.span, 1});
  }

  Draft draft_of(const xml_node& question, std::string_view name) const {
    Draft draft;
    const Type* type = type_of(name);
    draft.span = exams::span_of(bank_.source, question);
    draft.id = trimmed(text_in(question.child("name")).text.chars());
    draft.section = static_cast<std::int32_t>(bank_.sections.size()) - 1;
    draft.stem = text_in(question.child("questiontext"));
    draft.asks = name != "description" && !name.starts_with("random");
    const Offset end = draft.stem.span.empty() ? draft.span.begin : draft.stem.span.end;
    draft.answer_span = {end, end};
    if (!draft.asks) return draft;
    for (const xml_node& child : question.children())
      if (std::ranges::find(kFeedback, child.name()) != kFeedback.end()) draft.feedback.push_back(text_in(child));
    if (type != nullptr) add_options(question, *type, draft);
    draft.marked_by_hand = type == nullptr;
    return draft;
  }

  void add_options(const xml_node& question, const Type& type, Draft& draft) const {
    draft.kind = type.kind;
    draft.choices = type.choices;
    const std::string_view single = question.child("single").text().as_string("true");
    if (type.choices && single != "true" && single != "1") draft.kind = QuestionKind::multiple_choice;
    for (const xml_node& child : question.children()) {  // pairs may stand among answers, where they were moved
      const std::string_view name = child.name();
      if (name == "subquestion") add_pair(child, draft);
      if (name != "answer") continue;
      Option& option = draft.options.emplace_back(option_of(child));
      // Of true and false the wrong one is no answer.
      if (type.kind == QuestionKind::true_false && option.weight <= 0) option.text = {};
    }
    if (!draft.options.empty()) draft.answer_span = draft.options.front().span;
  }

  Option option_of(const xml_node& answer) const {
    Option option;
    option.text = text_in(answer);
    option.span = exams::span_of(bank_.source, answer);
    option.weight = weight_of(answer);
    option.feedback.push_back(text_in(answer.child("feedback")));
    return option;
  }

  /// Both sides of a pair; a side without its partner is a mere distractor.
  void add_pair(const xml_node& pair, Draft& draft) const {
    for (const Field& side : {text_in(pair), text_in(pair.child("answer"))}) {
      Option option;
      option.span = side.span;
      option.text = side;
      draft.options.push_back(std::move(option));
    }
  }

  Bank& bank_;
  std::vector<Draft> drafts_;
};

/// Where pugixml stopped.
void tell_torn(Bank& bank, const pugi::xml_parse_result& result) {
  const auto end = static_cast<std::ptrdiff_t>(bank.source.size());
  const auto at = static_cast<Offset>(std::clamp<std::ptrdiff_t>(result.offset, 0, end));
  bank.faults.push_back(
      {"structure/malformed",
       {at, at},
       fmt::format("this is no XML ({}); what stands from here on is not read", ascii_lower(result.description()))});
}

}  // namespace

Bank read_moodle_xml(std::string_view path, std::string_view bytes, const ReadOptions&) {
  // What spares all other XML the reading.
  if (bytes.find("<quiz") == std::string_view::npos) return no_bank(path, bytes);
  pugi::xml_document document;
  const auto result = document.load_buffer(bytes.data(), bytes.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!document.child("quiz").child("question")) return no_bank(path, bytes);
  Bank bank;
  bank.path = path;
  bank.source = bytes;
  bank.layout = "moodle-xml";
  if (!result) tell_torn(bank, result);
  exams::build_bank(bank, Drafter(bank).run(document.child("quiz"), result));
  return bank;
}

}  // namespace quizlint
