#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bank/block.h"

namespace quizlint {

/// Text of a question: slices of blocks in the order of the file. A paragraph that goes on over several lines is one
/// slice; a code block, a table, a list item is one each.
using Passage = std::vector<Slice>;

struct Choice {
  Passage text;
  Span span;          ///< the whole choice in the file, label included
  std::string label;  ///< "A", "1", "" for a check box
  bool correct = false;
};

enum class QuestionKind : std::uint8_t {
  open,
  single_choice,
  multiple_choice,
  true_false,
  numeric,
  ordering,
  matching
};

/// One question with all that belongs to it.
struct Question {
  Span span;  ///< from its first to its last byte in the file
  Passage stem;
  Passage answer;
  Passage explanation;
  Passage context;  ///< a text that it is about; questions may share it, and it is the bank's furniture
  std::vector<Choice> choices;
  std::vector<std::string>
      keys;          ///< the answer of a question with choices as the file writes it ("B", "Paris"), if not by marks
  Span stem_span;    ///< the stem in the file, labels and numbers included: where a finding on the question points
  Span answer_span;  ///< the answer in the file with its label; empty at the place where one would stand
  bool answer_slot = false;     ///< an answer's label or slot is there, filled or not
  bool marked_by_hand = false;  ///< an essay: its format asks for no answer
  std::string id;               ///< given by a record or an anchor; "" where there is none
  std::string number;           ///< as written ("17a"), "" where there is none
  Span number_span;
  std::string style;          ///< how it is marked up, for instance "***Q:"; like questions have like styles
  std::int32_t section = -1;  ///< index into Bank::sections
  QuestionKind kind = QuestionKind::open;
  std::uint16_t part = 0;  ///< index into Bank::parts
  std::string language;    ///< ISO 639-1, "" where unknown
};

/// A heading that groups questions.
struct Section {
  std::string title;
  Span span;
  std::uint8_t level = 0;
};

/// A run of the file that one layout reads.
struct Part {
  std::string layout;
  Span span;
  bool fixable = true;          ///< false where edits cannot be written back: the file is not UTF-8
  bool expects_answers = true;  ///< false in a mere list of questions
};

/// What a reader found wrong while reading. `check` is the id that reports it.
struct Fault {
  std::string_view check;
  Span span;
  std::string message;
};

/// How the fields of a record format were understood, in the order of the contract's `map`.
using FieldMap = std::vector<std::pair<std::string, std::string>>;

/// A question file as quizlint understood it. Plain data; checks read it and nothing else.
struct Bank {
  std::string path;
  std::string_view source;  ///< the bytes of the file as they lie on disk
  std::string layout;       ///< the one that explains most of the bank; "prose" without questions
  double confidence = 0;    ///< share of non-blank bytes explained, less that of the runner-up; 0 to 1
  std::string language;     ///< ISO 639-1 of most of the prose, "" where unknown
  std::optional<FieldMap> map;
  std::vector<Part> parts;
  std::vector<Section> sections;
  std::vector<Block> blocks;
  std::vector<Question> questions;
  Passage furniture;  ///< owned by no question and yet at home: titles, contents, badges, introductions, licences
  Passage stray;      ///< owned by nothing
  std::vector<Fault> faults;
  bool fixable = true;          ///< false where edits cannot be written back: the file is not UTF-8
  bool expects_answers = true;  ///< false in a mere list: no answer, no answer label, no answer slot at all

  const Text& text(const Slice& slice) const { return blocks[slice.block].text; }
};

/// The characters of a slice, a passage; passages are joined by a line end.
std::string_view chars_of(const Bank& bank, const Slice& slice);
std::string plain(const Bank& bank, const Passage& passage);
/// A slice as a Text of its own, with its way back to the file.
Text text_of(const Bank& bank, const Slice& slice);
/// The bytes of the file from which the slice came.
Span source_of(const Bank& bank, const Slice& slice);
/// Whether a question was answered: an answer that shows something, or a choice marked correct, or a key.
bool is_answered(const Bank& bank, const Question& question);

}  // namespace quizlint
