#include "bank/digest.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <span>

#include "bank/bank.h"
#include "bank/hash.h"
#include "bank/identity.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::size_t kShortAnswer = 200;
/// Longer stems say themselves what they are about.
constexpr Offset kShortStem = 120;

bool is_prose(BlockKind kind) {
  return kind != BlockKind::code && kind != BlockKind::table;
}

/// Whether the text between a tag and its end is code.
bool is_code_tag(std::string_view name) {
  return name == "code" || name == "kbd" || name == "samp" || name == "tt" || name == "var";
}

/// The runs of code and formulae in a block's text, the outer ones, in order.
std::vector<Span> code_runs(const Block& block) {
  std::vector<Span> runs;
  const Inline* open = nullptr;
  for (const Inline& run : block.inlines) {
    const bool covered = !runs.empty() && run.chars.begin < runs.back().end;
    if (covered) continue;
    if (run.kind == InlineKind::code || run.kind == InlineKind::math) runs.push_back(run.chars);
    if (run.kind != InlineKind::tag) continue;
    if (open == nullptr && is_code_tag(run.target)) open = &run;
    if (open == nullptr || !run.target.starts_with('/') || run.target.substr(1) != open->target) continue;
    while (!runs.empty() && runs.back().begin >= open->chars.begin) runs.pop_back();
    runs.push_back({open->chars.begin, run.chars.begin});
    open = nullptr;
  }
  return runs;
}

void append_code(std::string& to, std::string_view code) {
  to += '`';
  for (const char c : code) to += c == '`' ? '\'' : c;
  to += '`';
}

/// What a passage says: `prose` with marks for code inside it, `rest` what must be equal as it is.
struct Content {
  std::string prose;
  std::uint64_t rest = 0;
};

void add_to_rest(Content& content, std::string_view what) {
  content.rest = mix(content.rest, hash_of(what));
}

/// Reads passages of a bank. What it knows of a block it keeps for the next slice: the rows of a table are slices of
/// one block, as many as you like.
class Contents {
 public:
  explicit Contents(const Bank& bank) : bank_(bank) {}

  Content of(const Passage& passage) {
    Content content;
    for (const Slice& slice : passage) {
      if (is_prose(bank_.blocks[slice.block].kind)) {
        if (!content.prose.empty()) content.prose += '\n';
        append_marked(content.prose, slice);
        add_images(slice, content);
      } else if (const std::string code = identity_of_code(chars_of(bank_, slice)); !code.empty()) {
        add_to_rest(content, code);
      }
    }
    return content;
  }

 private:
  /// The characters of a slice with its code between backticks.
  void append_marked(std::string& to, const Slice& slice) {
    const std::string_view chars = bank_.text(slice).chars();
    to.reserve(to.size() + slice.chars.size());
    Offset at = slice.chars.begin;
    for (const Span run : code_in(slice)) {
      if (run.empty() || run.begin < at || run.end > slice.chars.end) continue;
      to += chars.substr(at, run.begin - at);
      append_code(to, quizlint::slice(chars, run));
      at = run.end;
    }
    to += chars.substr(at, slice.chars.end - at);
  }

  /// The runs of code that begin in a slice.
  std::span<const Span> code_in(const Slice& slice) {
    if (block_ != slice.block) {
      code_ = code_runs(bank_.blocks[slice.block]);
      block_ = slice.block;
    }
    const auto begin = std::ranges::lower_bound(code_, slice.chars.begin, {}, &Span::begin);
    const auto end = std::ranges::lower_bound(begin, code_.end(), slice.chars.end, {}, &Span::begin);
    return {begin, end};
  }

  void add_images(const Slice& slice, Content& content) const {
    const std::vector<Inline>& inlines = bank_.blocks[slice.block].inlines;
    const auto begins = [](const Inline& run) { return run.chars.begin; };
    for (auto run = std::ranges::lower_bound(inlines, slice.chars.begin, {}, begins);
         run != inlines.end() && run->chars.begin <= slice.chars.end; ++run)
      if (run->kind == InlineKind::image && slice.chars.covers(run->chars)) add_to_rest(content, run->target);
  }

  const Bank& bank_;
  std::optional<std::uint32_t> block_;
  std::vector<Span> code_;  // of that block
};

std::uint64_t identity_hash(const Content& content) {
  return mix(content.rest, hash_of(identity_of(content.prose)));
}

/// One full stop at the end makes no other choice.
Content without_stop(Content choice) {
  choice.prose = trimmed(choice.prose);
  if (choice.prose.ends_with('.') && !choice.prose.ends_with("..")) choice.prose.pop_back();
  return choice;
}

Span append(std::string& to, std::string_view text) {
  const auto begin = static_cast<Offset>(to.size());
  to += trimmed(text);
  return {begin, static_cast<Offset>(to.size())};
}

Span append_sorted(std::vector<std::uint64_t>& to, std::vector<std::uint64_t> hashes) {
  std::sort(hashes.begin(), hashes.end());
  const auto begin = static_cast<Offset>(to.size());
  to.insert(to.end(), hashes.begin(), hashes.end());
  return {begin, static_cast<Offset>(to.size())};
}

/// Whether a key that no reader could settle names the choice.
bool is_named(const Choice& choice, std::string_view text, const std::vector<std::string>& keys) {
  return std::ranges::any_of(keys, [&](const std::string& key) { return key == choice.label || key == text; });
}

void add_choices(const Bank& bank, Contents& contents, const Question& question, Digest& to, QuestionDigest& digest) {
  std::vector<std::uint64_t> choices, keys;
  std::string key;
  const bool settled = std::ranges::any_of(question.choices, &Choice::correct);
  for (const Choice& choice : question.choices) {
    const std::size_t place = choices.size();
    choices.push_back(identity_hash(without_stop(contents.of(choice.text))));
    const std::string text = plain(bank, choice.text);
    if (!(settled ? choice.correct : is_named(choice, text, question.keys))) continue;
    keys.push_back(choices.back());
    if (place < 32) digest.right |= 1U << place;
    if (!key.empty()) key += "; ";
    key += text;
  }
  digest.choices = append_sorted(to.hashes, std::move(choices));
  digest.keys = append_sorted(to.hashes, std::move(keys));
  if (key.size() <= kShortAnswer) digest.key = append(to.text, key);
}

/// Code alone below a short question may be what is asked about ("What does this print?"). English words tell; in other
/// languages it counts as a part of the question.
bool may_be_asked_about(const Question& question, const Content& answer) {
  return answer.prose.empty() && answer.rest != 0 && question.language != "en" &&
         question.stem_span.size() <= kShortStem;
}

void add_answer(Contents& contents, const Question& question, Digest& to, QuestionDigest& digest) {
  if (question.answer.empty()) return;
  const Content answer = contents.of(question.answer);
  digest.answer = identity_hash(answer);
  if (may_be_asked_about(question, answer)) digest.rest = mix(digest.rest, answer.rest);
  if (digest.key.empty() && answer.rest == 0 && answer.prose.size() <= kShortAnswer)
    digest.key = append(to.text, answer.prose);
}

/// Code above a question that it may speak of, found on a walk through the blocks of the bank: what belongs to no
/// question and is announced ("Given this program:") holds for all below it up to the next heading or answer, and what
/// ends right above a short stem, with no blank line between, for that one.
class CodeAbove {
 public:
  explicit CodeAbove(const Bank& bank) : bank_(bank) {}

  /// A hash, 0 where there is none. Questions must come in their order.
  std::uint64_t of(std::size_t i) {
    const Question& question = bank_.questions[i];
    const Question* before = i > 0 ? &bank_.questions[i - 1] : nullptr;
    bool answered = before != nullptr && !before->answer.empty();
    if (answered) shared_ = 0;
    for (; next_ < bank_.blocks.size() && bank_.blocks[next_].span.begin < question.span.begin; ++next_) {
      const Block& block = bank_.blocks[next_];
      if (block.kind == BlockKind::blank) continue;
      if (block.kind == BlockKind::heading) {
        shared_ = 0;
        answered = false;
      }
      const bool owned = answered || (before != nullptr && before->span.contains(block.span.begin));
      if (block.kind == BlockKind::code && announced_ && !owned) shared_ = hash_of_code(next_);
      announced_ = block.kind == BlockKind::paragraph && trimmed(block.text.chars()).ends_with(':');
    }
    const std::uint64_t touching = touches(question) ? hash_of_code(question.stem.front().block - 1) : 0;
    return touching != 0 ? touching : shared_;
  }

 private:
  bool touches(const Question& question) const {
    if (question.stem.empty() || question.stem.front().block == 0 || question.stem_span.size() > kShortStem)
      return false;
    const std::uint32_t at = question.stem.front().block;
    const Block& stem = bank_.blocks[at];
    const bool starts_anew = stem.kind == BlockKind::heading || !question.number.empty();
    return is_prose(stem.kind) && !starts_anew && bank_.blocks[at - 1].kind == BlockKind::code;
  }

  std::uint64_t hash_of_code(std::size_t block) const {
    const std::string code = identity_of_code(bank_.blocks[block].text.chars());
    return code.empty() ? 0 : hash_of(code);
  }

  const Bank& bank_;
  std::size_t next_ = 0;
  bool announced_ = false;
  std::uint64_t shared_ = 0;
};

void add_question(const Bank& bank, const LineIndex& lines, Contents& contents, std::size_t i, std::uint64_t code_above,
                  Digest& to) {
  const Question& question = bank.questions[i];
  QuestionDigest digest;
  digest.index = static_cast<std::uint32_t>(i + 1);
  digest.stem_span = trimmed(bank.source, question.stem_span);
  digest.begin = lines.position(digest.stem_span.begin);
  digest.end = lines.position(digest.stem_span.end);
  digest.span = question.span;
  if (question.language.size() == 2) digest.language = {question.language[0], question.language[1]};
  std::from_chars(question.number.data(), question.number.data() + question.number.size(), digest.number);
  const Content stem = contents.of(question.stem);
  digest.stem = append(to.text, stem.prose);
  digest.rest = stem.rest;
  if (!question.context.empty()) digest.rest = mix(digest.rest, identity_hash(contents.of(question.context)));
  if (code_above != 0) digest.rest = mix(digest.rest, code_above);
  add_choices(bank, contents, question, to, digest);
  add_answer(contents, question, to, digest);
  to.questions.push_back(digest);
}

}  // namespace

Digest digest_of(const Bank& bank, const LineIndex& lines) {
  Digest digest;
  digest.path = bank.path;
  digest.layout = bank.layout;
  digest.questions.reserve(bank.questions.size());
  Contents contents(bank);
  CodeAbove code_above(bank);
  for (std::size_t i = 0; i < bank.questions.size(); ++i)
    add_question(bank, lines, contents, i, code_above.of(i), digest);
  digest.text.shrink_to_fit();
  digest.hashes.shrink_to_fit();
  return digest;
}

}  // namespace quizlint
