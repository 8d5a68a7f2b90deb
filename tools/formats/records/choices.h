#pragma once

#include <optional>

#include "formats/records/map.h"
#include "formats/records/value.h"

namespace quizlint::records {

/// A choice as a record writes it: a value, or a run of a value's text.
struct ChoicePart {
  ValueId value = kNone;
  bool is_name = false;        ///< the member's name is the text, its value the mark
  std::optional<Span> chars;   ///< a run of the value's text; the whole where there is none
  std::string label;           ///< the name of its field, its letter; "" where it has none
  std::optional<bool> marked;  ///< whether the record marks it as right
};

/// The choices of a record that is read by `map`. Those in the stem are not among them: see choices_inside.
std::vector<ChoicePart> choices_of(const Document& document, ValueId record, const RecordMap& map);

/// Whether a cell beside a choice marks it: an `x`, a tick, a yes of any kind; an empty one does not.
std::optional<bool> mark_of(const Document& document, ValueId id);

/// Whether a value says yes or no, as `true`, `"false"`, `1`, `0` and the like do; a percentage of 100 is a yes.
std::optional<bool> truth_of(const Document& document, const Value& value);

/// The text of a choice.
std::string chars_of(const Document& document, const ChoicePart& choice);

/// Choices that stand in a text: lines such as "(A) …" or "- …" behind a line "Options:", or "a ) 38 , b ) 27".
struct InsideChoices {
  Offset stem_end = 0;  ///< where the stem ends
  std::vector<ChoicePart> choices;
};
InsideChoices choices_inside(std::string_view text);

/// How many bytes of a choice are its label: "(B) ", "b) ", "C. ", where `index` is its place. 0 where it has none.
std::size_t label_size(std::string_view choice, std::size_t index);

/// Which choices a key names.
struct KeyReading {
  std::vector<std::size_t> choices;  ///< ascending
  bool fits = false;                 ///< every part of the key names one
  bool several = false;              ///< the key is written as a list, or as several letters
};
/// `texts` and `labels` are those of the choices.
KeyReading read_key(const Document& document, ValueId key, KeyAs as, const std::vector<std::string>& texts,
                    const std::vector<std::string>& labels);
/// The key as the record writes it, part by part.
std::vector<std::string> key_parts(const Document& document, ValueId key);

}  // namespace quizlint::records
