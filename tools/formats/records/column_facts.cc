#include "formats/records/column_facts.h"

#include <unordered_set>

#include "formats/wording.h"
#include "text/utf8.h"
#include "text/words.h"

namespace quizlint::records {
namespace {

/// Enough to know what a column is like.
constexpr std::size_t kLookedAt = 300;

/// The words of a text; in scripts without blanks, about two characters are one.
double count_of_words(std::string_view text) {
  const auto words = static_cast<double>(count_words(text));
  std::size_t wide = 0;
  for (const char c : text) wide += (static_cast<unsigned char>(c) & 0xF0) == 0xE0;
  return std::max(words, static_cast<double>(wide) / 2);
}

bool is_filled(const Document& document, ValueId id, const std::string& chars) {
  const Value& value = document.values[id];
  if (is_container(value.kind)) return value.after > id + 1;
  return value.kind != ValueKind::null && !trimmed(chars).empty();
}

}  // namespace

double likeness_of(std::string_view text) {
  text = trimmed(text);
  const std::size_t first = text.find('\n');
  if (first == std::string_view::npos) return question_likeness(text);
  double best =
      std::max(question_likeness(text.substr(0, first)), question_likeness(text.substr(text.rfind('\n') + 1)));
  return std::max(best, text.find("?\n") != std::string_view::npos ? 0.9 : 0.0);
}

Facts facts_of(const Table& table, const Column& column) {
  const Document& document = *table.document;
  Facts facts;
  std::unordered_set<std::string> seen;
  double scalars = 0;
  std::size_t looked = 0;
  const std::size_t step = std::max<std::size_t>(1, column.cells.size() / kLookedAt);
  for (std::size_t i = 0; i < column.cells.size(); i += step, ++looked) {
    const ValueId id = column.cells[i];
    if (id == kNone) continue;
    const Value& value = document.values[id];
    const std::string chars = chars_of(document, value);
    ++facts.present;
    if (!is_filled(document, id, chars)) continue;
    ++facts.filled;
    facts.lists += value.kind == ValueKind::list;
    facts.objects += value.kind == ValueKind::object;
    facts.numbers += value.kind == ValueKind::number;
    facts.booleans += value.kind == ValueKind::boolean;
    if (is_container(value.kind)) continue;
    ++scalars;
    if (seen.insert(chars).second) ++facts.distinct;
    if (value.kind != ValueKind::string) continue;
    ++facts.strings;
    facts.words += count_of_words(chars);
    facts.questions += likeness_of(chars);
  }
  const auto share = [&](double& of, double among) { of = among > 0 ? of / among : 0; };
  share(facts.words, facts.strings);
  share(facts.questions, facts.strings);
  share(facts.distinct, scalars);
  const auto count = static_cast<double>(looked);
  for (double* each :
       {&facts.present, &facts.filled, &facts.strings, &facts.lists, &facts.objects, &facts.numbers, &facts.booleans})
    share(*each, count);
  return facts;
}

}  // namespace quizlint::records
