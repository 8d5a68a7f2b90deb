#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace quizlint::records {

/// What a field of a record may be for.
enum class Role : std::uint8_t {
  stem,
  context,  ///< a passage that the question is about
  choices,
  incorrect,  ///< the wrong choices, where the right one has a field of its own
  key,        ///< which choice is right
  answer,     ///< the answer of a question without choices
  explanation,
  category,
  id,
  language,
  unanswerable,  ///< says that the question has no answer
  label,         ///< inside a choice: its letter or number
  choice_text,   ///< inside a choice: its text
  mark,          ///< inside a choice: whether it is right
};

/// How much the name of a field says that it plays a role, from 0 to 1. `path` is dotted: of `answer.text` the first
/// part counts where the last one says nothing.
double name_fit(std::string_view path, Role role);

/// A name without the remarks that forms put behind it: "Answer 3 (optional)", "Answer 1 - max 75 characters".
std::string_view bare_name(std::string_view name);

/// The words of a name, in lower case: `correctAnswer_2` is "correct", "answer", "2".
std::vector<std::string> name_words(std::string_view name);

}  // namespace quizlint::records
