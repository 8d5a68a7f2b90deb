#include "knowledge/choice_count.h"

#include <string>

#include "knowledge/pattern.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::string_view kAllLiterals =
    "all that\nall the \nall correct\nall of the\none or more\nmore than one\nmultiple \n"
    "any that";
const Pattern& all_that_apply() {
  static const Pattern pattern(
      R"((?i)\b(?:(?:select|choose|check|mark|pick|tick|identify)\s+(?:all|any)\b(?:\s+(?:of\s+)?(?:the\s+)?(?:that|which|correct|right|options|answers|statements))|all\s+that\s+appl(?:y|ies)|(?:choose|select|pick)\s+(?:one\s+or\s+more|multiple)|more\s+than\s+one\s+(?:answer|option|choice)\b|multiple\s+(?:answers|options|choices|correct|response)))",
      kAllLiterals);
  return pattern;
}

constexpr std::string_view kCountLiterals =
    "choose\nselect\npick\nmark\ntick\nwhich\nanswers\noptions\nchoices\ncorrect";
/// "Choose two" is asked where a sentence or a bracket begins: "you choose two rolls" tells a story.
const Pattern& count_asked() {
  static const Pattern pattern(
      R"((?im)(?:(?:^|[^\w\s,]|\bplease)\s*(?:choose|select|pick|mark|tick)\s+(?:(?:the|any|exactly|only|your|best|correct|up to)\s+)*(one|two|three|four|five|1|2|3|4|5)\b|\bwhich\s+(one)\b|\((?:the\s+)?(one|two|three|four|2|3|4)\s+(?:correct\s+)?(?:answers?|options?|choices?|are correct)|\b(two|three|four|2|3|4)\s+(?:correct\s+)?(?:answers|options|choices)\s+(?:are\s+)?(?:correct|apply|right)))",
      kCountLiterals);
  return pattern;
}

int number_of(std::string_view word) {
  constexpr std::string_view kNumbers[] = {"one", "two", "three", "four", "five"};
  const std::string lower = ascii_lower(word);
  for (int i = 0; i < 5; ++i)
    if (lower == kNumbers[i] || lower == std::to_string(i + 1)) return i + 1;
  return 0;
}

}  // namespace

int keys_asked(std::string_view stem) {
  if (all_that_apply().matches(stem)) return kAnyNumber;
  if (!count_asked().may_match(stem)) return 0;
  const auto match = count_asked().find(stem);
  if (!match) return 0;
  for (std::size_t i = 1; i < match->size(); ++i)
    if (!(*match)[i].empty()) return number_of(slice(stem, (*match)[i]));
  return 0;
}

}  // namespace quizlint
