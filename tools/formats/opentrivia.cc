#include "formats/opentrivia.h"

#include <algorithm>

#include "formats/text_reader.h"
#include "formats/wording.h"
#include "text/lines.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// What begins a line.
enum class Mark : std::uint8_t { none, question, key, choice, blank };

Mark mark_of(std::string_view line, std::size_t choices) {
  if (trimmed(line).empty()) return Mark::blank;
  if (line.starts_with("#Q")) return Mark::question;
  if (line.starts_with("^ ") || line == "^") return Mark::key;
  const bool lettered = line.size() >= 2 && line[1] == ' ' && line[0] >= 'A' && line[0] <= 'Z';
  const bool alone = line.size() == 1 && line[0] >= 'A' && line[0] <= 'Z';
  return (lettered || alone) && static_cast<std::size_t>(line[0] - 'A') <= choices ? Mark::choice : Mark::none;
}

/// `#Q` and `^` on lines of their own, in that order.
bool is_open_trivia(std::string_view bytes) {
  const std::size_t question = bytes.starts_with("#Q ") ? 0 : bytes.find("\n#Q ");
  return question != std::string_view::npos && bytes.find("\n^ ", question) != std::string_view::npos;
}

class OpenTriviaReader {
 public:
  explicit OpenTriviaReader(Bank& bank) : bank_(bank), lines_(bank.source) {}

  void run() {
    for (std::size_t i = 0; i < lines_.count(); ++i) read_line(i);
    close_question();
  }

 private:
  Span text_of(std::size_t line, Offset marker) const {
    const Span content = lines_.content(line);
    Span text{std::min(content.begin + marker, content.end), content.end};
    return trimmed(bank_.source, text);
  }

  void read_line(std::size_t line) {
    const std::string_view content = slice(bank_.source, lines_.content(line));
    const bool open = !bank_.questions.empty() && open_;
    const Mark mark = mark_of(content, open && seen_key_ ? bank_.questions.back().choices.size() : 0);
    if (mark == Mark::blank) return add_blank(line, open);
    if (mark == Mark::question) return open_question(line);
    if (!open) return add_stray(line);
    if (mark == Mark::key && !seen_key_) return add_key(line);
    if (mark == Mark::choice && seen_key_) return add_choice(line);
    add_more(line);
  }

  std::uint32_t add_block(BlockKind kind, std::size_t line, Offset marker) {
    Block block;
    block.kind = kind;
    block.span = lines_.full(line);
    const Span text = text_of(line, marker);
    if (kind != BlockKind::blank) block.text = Text::verbatim(slice(bank_.source, text), text.begin);
    bank_.blocks.push_back(std::move(block));
    return static_cast<std::uint32_t>(bank_.blocks.size() - 1);
  }
  Slice whole(std::uint32_t block) const { return {block, {0, bank_.blocks[block].text.size()}}; }

  void add_blank(std::size_t line, bool open) {
    add_block(BlockKind::blank, line, 0);
    // A blank line ends a question whose choices have come; some stems have one inside.
    if (open && seen_key_ && !bank_.questions.back().choices.empty()) close_question();
  }

  void add_stray(std::size_t line) { bank_.stray.push_back(whole(add_block(BlockKind::paragraph, line, 0))); }

  void open_question(std::size_t line) {
    close_question();
    const std::uint32_t block = add_block(BlockKind::field, line, 2);
    Question question;
    question.stem.push_back(whole(block));
    question.stem_span = question.span = trimmed(bank_.source, lines_.content(line));
    question.answer_span = {question.span.end, question.span.end};
    question.kind = QuestionKind::single_choice;
    question.style = "#Q";
    bank_.questions.push_back(std::move(question));
    last_ = &Question::stem;
    open_ = true;
    seen_key_ = false;
  }

  void add_key(std::size_t line) {
    Question& question = bank_.questions.back();
    const std::uint32_t block = add_block(BlockKind::field, line, 1);
    question.answer_slot = true;
    question.answer_span = trimmed(bank_.source, lines_.content(line));
    question.answer.push_back(whole(block));
    question.span.end = question.answer_span.end;
    last_ = &Question::answer;
    seen_key_ = true;
  }

  void add_choice(std::size_t line) {
    Question& question = bank_.questions.back();
    const std::uint32_t block = add_block(BlockKind::field, line, 1);
    Choice choice;
    choice.text.push_back(whole(block));
    choice.span = trimmed(bank_.source, lines_.content(line));
    choice.label = std::string(1, bank_.source[lines_.content(line).begin]);
    question.choices.push_back(std::move(choice));
    question.span.end = question.choices.back().span.end;
  }

  /// A line without a mark goes on with what came before it.
  void add_more(std::size_t line) {
    Question& question = bank_.questions.back();
    const std::uint32_t block = add_block(BlockKind::field, line, 0);
    const Offset end = trimmed(bank_.source, lines_.content(line)).end;
    if (!question.choices.empty()) {
      question.choices.back().text.push_back(whole(block));
      question.choices.back().span.end = end;
    } else {
      (question.*last_).push_back(whole(block));
      if (last_ == &Question::stem) question.stem_span.end = end;
      if (last_ == &Question::answer) question.answer_span.end = end;
    }
    question.span.end = end;
  }

  /// The key is the text of a choice; a question without choices has it as its answer.
  void close_question() {
    if (!open_) return;
    open_ = false;
    Question& question = bank_.questions.back();
    const std::string key = plain(bank_, question.answer);
    if (question.choices.empty()) question.kind = QuestionKind::open;
    if (question.choices.empty() || key.empty()) return;
    question.keys.push_back(key);
    const auto named = [&](auto&& like) {
      const auto found =
          std::ranges::find_if(question.choices, [&](const Choice& it) { return like(plain(bank_, it.text)); });
      if (found != question.choices.end()) found->correct = true;
      return found != question.choices.end();
    };
    if (!named([&](const std::string& text) { return text == key; }))
      named([&](const std::string& text) { return same_but_for_blanks(text, key); });
  }

  Bank& bank_;
  LineIndex lines_;
  Passage Question::*last_ = &Question::stem;
  bool open_ = false;
  bool seen_key_ = false;
};

}  // namespace

Bank read_open_trivia(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  if (options.layout != "opentrivia" && !is_open_trivia(bytes)) return read_text(path, bytes, options);
  Bank bank;
  bank.path = path;
  bank.source = bytes;
  bank.layout = "opentrivia";
  OpenTriviaReader(bank).run();
  bank.confidence = bank.questions.empty() ? 0 : 1;
  if (!bank.questions.empty()) bank.parts.push_back({bank.layout, {0, static_cast<Offset>(bytes.size())}});
  return bank;
}

}  // namespace quizlint
