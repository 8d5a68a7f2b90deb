#include "formats/exams/gift.h"

#include <algorithm>
#include <string>

#include "formats/exams/draft.h"
#include "formats/exams/gift_syntax.h"
#include "text/byte_order_mark.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

using exams::Draft;
using exams::Field;
using exams::Option;
using gift::Answer;
using gift::Format;
using gift::Item;

/// Of the items of a text file that is GIFT, at least this share has braces: descriptions have none.
constexpr double kQuestions = 0.5;

bool is_true_or_false(std::string_view text) {
  const std::string lower = ascii_lower(text);
  return lower == "t" || lower == "f" || lower == "true" || lower == "false";
}

bool has(const Item& item, char sign) {
  return std::ranges::any_of(item.answers, [&](const Answer& it) { return it.sign == sign; });
}

bool is_matching(const Item& item) {
  return std::ranges::any_of(item.answers, [](const Answer& it) { return !it.match.empty(); });
}

/// Makes drafts of the items of a file.
class Drafter {
 public:
  explicit Drafter(Bank& bank) : bank_(bank) {}

  std::vector<Draft> run(const std::vector<Item>& items) {
    for (const Item& item : items) {
      if (item.kind == Item::Kind::category) add_section(item);
      if (item.kind == Item::Kind::question) drafts_.push_back(draft_of(item));
    }
    return std::move(drafts_);
  }

 private:
  std::string_view chars(Span span) const { return slice(bank_.source, span); }

  void add_section(const Item& item) {
    bank_.sections.push_back({exams::category_title(chars(item.title)), item.title, 1});
  }

  Field field(Span span, Format format) const {
    return {gift::text_of(bank_.source, span), span, format == Format::plain, Quoting::bare, {}};
  }

  Draft draft_of(const Item& item) const {
    Draft draft;
    draft.span = item.span;
    draft.id = gift::text_of(bank_.source, item.title).chars();
    draft.section = static_cast<std::int32_t>(bank_.sections.size()) - 1;
    draft.stem = field(item.lead, item.format);
    draft.asks = item.braces.has_value();
    if (!draft.asks) return draft;
    draft.tail = field(item.tail, item.format);
    draft.answer_span = *item.braces;
    draft.choices = !item.numeric && has(item, '~');
    for (const Answer& answer : item.answers) draft.options.push_back(option_of(item, answer));
    draft.feedback.push_back(field(item.general_feedback, item.format));
    draft.kind = kind_of(item);
    // Nothing between the braces is an essay.
    draft.marked_by_hand = item.answers.empty() && item.general_feedback.empty();
    return draft;
  }

  Option option_of(const Item& item, const Answer& answer) const {
    Option option;
    const Span pair = answer.match.empty() ? answer.text : join(answer.text, answer.match);
    option.text = field(pair, answer.format.value_or(item.format));
    option.span = answer.span;
    option.weight = answer.weight.value_or(answer.sign == '=' ? 100 : 0);
    for (const Span feedback : answer.feedback) option.feedback.push_back(field(feedback, item.format));
    return option;
  }

  QuestionKind kind_of(const Item& item) const {
    if (item.numeric) return QuestionKind::numeric;
    if (has(item, '~')) return QuestionKind::single_choice;
    if (is_matching(item)) return QuestionKind::matching;
    const bool one = item.answers.size() == 1 && item.answers[0].sign == 0;
    return one && is_true_or_false(chars(item.answers[0].text)) ? QuestionKind::true_false : QuestionKind::open;
  }

  Bank& bank_;
  std::vector<Draft> drafts_;
};

/// `::title::` at the start of a line; `::: note` is Pandoc's.
bool is_title(std::string_view line) {
  return line.starts_with("::") && !line.starts_with(":::") && line.find("::", 3) != std::string_view::npos;
}

/// What a text file must have to be taken for GIFT: braces and tildes stand in many others.
bool has_titles(std::string_view bytes) {
  std::size_t at = text_begin(bytes);
  while (at < bytes.size()) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string_view line = bytes.substr(at, end - at);
    if (is_title(line) || line.starts_with("$CATEGORY:")) return true;
    at = end + 1;
  }
  return false;
}

}  // namespace

bool is_gift(std::string_view bytes) {
  if (bytes.find('{') == std::string_view::npos || !has_titles(bytes)) return false;
  std::vector<Fault> faults;
  const std::vector<Item> items = gift::items_of(bytes, faults);
  const auto texts = std::ranges::count_if(items, [](const Item& it) { return it.kind == Item::Kind::question; });
  const auto questions = std::ranges::count_if(items, [](const Item& it) { return it.braces.has_value(); });
  const auto broken = static_cast<std::ptrdiff_t>(faults.size());
  return questions > broken && static_cast<double>(questions) >= kQuestions * static_cast<double>(texts);
}

Bank read_gift(std::string_view path, std::string_view bytes, const ReadOptions&) {
  Bank bank;
  bank.path = path;
  bank.source = bytes;
  bank.layout = "gift";
  const std::vector<Item> items = gift::items_of(bytes, bank.faults);
  exams::build_bank(bank, Drafter(bank).run(items));
  return bank;
}

}  // namespace quizlint
