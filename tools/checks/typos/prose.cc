#include "checks/typos/prose.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "checks/speller_english.h"
#include "knowledge/language.h"
#include "text/byte_set.h"
#include "text/utf8.h"
#include "text/words.h"

namespace quizlint {
namespace {

constexpr std::size_t kWordsThatTell = 4;  ///< fewer words do not show their language

bool is_prose(BlockKind kind) {
  return kind == BlockKind::heading || kind == BlockKind::summary || kind == BlockKind::paragraph ||
         kind == BlockKind::table || kind == BlockKind::field;
}

/// What stands around a word.
struct Surroundings {
  const std::string& chars;
  Span word;

  char before(std::size_t n = 1) const { return word.begin >= n ? chars[word.begin - n] : '\n'; }
  char after(std::size_t n = 0) const { return word.end + n < chars.size() ? chars[word.end + n] : '\n'; }
};

/// Whether the word is only a part of one: "P(rocess)", "sh[ining]", "add-ons".
bool is_part(const Surroundings& at) {
  const bool bracket = (at.before() == '(' || at.before() == '[') && is_ascii_letter(at.before(2));
  const bool joined = at.before() == '-' || at.after() == '-';
  return bracket || (joined && at.word.size() <= 3);
}

constexpr ByteSet kApostrophes("'\xE2");  // of ' and U+2019, how they begin

/// Whether an apostrophe stands where English has none: "b'data", "free'd".
bool has_odd_apostrophe(std::string_view word) {
  const auto sign = std::ranges::find_if(word, [](char c) { return kApostrophes[c]; });
  if (sign == word.end()) return false;
  const auto at = static_cast<std::size_t>(sign - word.begin());
  const std::string_view tail = word.substr(at + (word[at] == '\'' ? 1 : 3 <= word.size() - at ? 3 : 0));
  constexpr std::string_view kTails[] = {"t", "nt", "s", "re", "ve", "ll", "d", "m", "clock"};
  return std::ranges::find(kTails, tail) == std::end(kTails) || (tail == "d" && at > 4);
}

constexpr ByteSet kNaming("/\\.@#$_~=&<{%"), kGoingOn("\\_=<>@/");

/// Whether a sign before or behind the word says that it names a thing: `-flag`, `/path`, `$name`, `<name>`, `call()`,
/// `object->member`.
bool is_name(const Surroundings& at) {
  const bool flag =
      at.before() == '-' && !is_ascii_letter(at.before(2)) && static_cast<unsigned char>(at.before(2)) < 0x80;
  const bool call = at.after() == '(' && (at.after(1) == ')' || !is_ascii_space(at.before()));
  const bool member = at.before() == '>' && at.before(2) == '-';
  return flag || call || member || kNaming[at.before()] || kGoingOn[at.after()];
}

bool touches_opaque(const Text& text, Span word) {
  const Offset begin = word.begin > 0 ? word.begin - 1 : 0;
  const Offset end = std::min(word.end + 1, text.size());
  return text.has_opaque({begin, end});
}

bool is_quotation_mark(char32_t value) {
  return value == '"' || value == '\'' || (value >= 0x2018 && value <= 0x201F) || value == 0xAB || value == 0xBB;
}

constexpr ByteSet kCodeSigns("={}[];<>_\\`|");

bool has_code_sign(std::string_view run) {
  return std::ranges::any_of(run, [](char c) { return kCodeSigns[c]; });
}

/// Whether a line is prose about code: words by far, and the signs are all in a few runs between blanks.
bool is_about_code(std::string_view line) {
  std::size_t plain = 0, code = 0;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
    const std::string_view run = line.substr(at, end - at);
    if (has_code_sign(run))
      ++code;
    else if (std::ranges::count_if(run, is_ascii_letter) > 1)
      ++plain;
    at = end + 1;
  }
  return plain >= 6 && plain >= 4 * code;
}

/// Whether a line reads like code that nobody marked as such: prompts, directives of reStructuredText, and lines with
/// many of the signs that prose has few of.
bool looks_like_code(std::string_view line) {
  for (const std::string_view start : {">>>", "...", "$ ", ".. ", "#include", "import ", "def ", "public ", "private ",
                                       "<?", "\\usepackage", "\\documentclass", "\\RequirePackage", "\\input"})
    if (line.starts_with(start) && !(start == "..." && line.size() > 3 && line[3] != ' ')) return true;
  if (line.starts_with(':') && line.find(':', 1) < 40) return true;
  std::size_t signs = 0, letters = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool call = line[i] == '(' && i > 0 && !is_ascii_space(line[i - 1]);
    const bool sign = kCodeSigns[line[i]];
    signs += call || (sign && (i == 0 || line[i - 1] != line[i])) ? 1 : 0;
    letters += is_ascii_letter(line[i]) || static_cast<unsigned char>(line[i]) >= 0x80 ? 1 : 0;
  }
  const bool ends_like_code =
      line.ends_with(';') || line.ends_with('{') || line.ends_with("){") || line.ends_with("()");
  return signs * 6 >= letters || (ends_like_code && signs * 12 >= letters);
}

/// The words from one on that begin before `end`; the label of a choice ("A", "B)") is none.
std::uint32_t words_until(const std::vector<ProseWord>& words, const ProseWord& first, std::size_t end) {
  std::uint32_t count = 0;
  for (const ProseWord* word = &first; word != words.data() + words.size() && word->chars.begin < end; ++word)
    count += word == &first && word->text.size() == 1 ? 0 : 1;
  return count;
}

/// Whether the run between blanks that a word stands in has signs of code. Asked for the words in order; each run is
/// looked at once.
class CodeRuns {
 public:
  explicit CodeRuns(std::string_view chars) : chars_(chars) {}

  bool hold(Span word) {
    if (word.begin < end_) return code_;
    constexpr std::string_view kBlanks = " \t\n";
    const std::size_t before = chars_.find_last_of(kBlanks, word.begin);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    end_ = std::min(chars_.find_first_of(kBlanks, word.end), chars_.size());
    code_ = has_code_sign(chars_.substr(begin, end_ - begin));
    return code_;
  }

 private:
  std::string_view chars_;
  std::size_t end_ = 0;
  bool code_ = false;
};

/// Tells of each word how many its line has, and marks those that look like code as not to be judged.
void look_at_lines(const std::string& chars, std::vector<ProseWord>& words) {
  std::size_t end = 0;
  bool code = false, about_code = false;
  std::uint32_t count = 0;
  CodeRuns runs(chars);
  for (ProseWord& word : words) {
    if (word.chars.begin >= end) {
      const std::size_t break_before =
          word.chars.begin == 0 ? std::string::npos : chars.rfind('\n', word.chars.begin - 1);
      const std::size_t begin = break_before == std::string::npos ? 0 : break_before + 1;
      end = std::min(chars.find('\n', word.chars.begin), chars.size());
      const std::string_view line = trimmed(std::string_view(chars).substr(begin, end - begin));
      code = looks_like_code(line);
      about_code = code && is_about_code(line);
      count = words_until(words, word, end);
    }
    word.in_line = count;
    word.in_code = code && (!about_code || runs.hold(word.chars));
    if (word.in_code) word.judged = false;
  }
}

/// Whether nothing but signs stands between the word and the end of a sentence, or the beginning of its line.
bool opens_sentence(const std::string& chars, Span word) {
  for (std::size_t at = word.begin; at > 0;) {
    const CodePoint point = decode_before(chars, at);
    at -= point.size;
    if (point.value == '\n' || point.value == '\t') return true;
    if (point.value == '.' || point.value == '?' || point.value == '!' || point.value == ':' || point.value == '|' ||
        point.value == ')')
      return true;
    if (is_ascii_digit(static_cast<char>(point.value < 0x80 ? point.value : 'a'))) return at == 0;
    if (is_letter(point.value) || point.value == ',' || point.value == ';') return false;
  }
  return true;
}

/// Whether a word with hyphens is a part of an address: "#count-the-words", "how-to-sort-a-list".
bool is_in_slug(std::string_view chars, Span word) {
  constexpr std::size_t kHyphens = 3, kLongest = 200;
  const auto is_part = [&](std::size_t at) {
    return chars[at] == '-' || is_ascii_letter(chars[at]) || is_ascii_digit(chars[at]);
  };
  std::size_t begin = word.begin, end = word.end, hyphens = 0;
  while (begin > 0 && is_part(begin - 1) && word.begin - begin < kLongest) hyphens += chars[--begin] == '-' ? 1 : 0;
  while (end < chars.size() && is_part(end) && end - word.end < kLongest) hyphens += chars[end++] == '-' ? 1 : 0;
  return hyphens > kHyphens || (begin > 0 && chars[begin - 1] == '#' && hyphens > 0);
}

ProseWord prose_word(const Text& text, const Word& word) {
  const std::string& chars = text.chars();
  const Surroundings at{chars, word.chars};
  const std::string_view written = slice(chars, word.chars);
  ProseWord out{word.chars, written, plain_lower(written)};
  out.judged =
      word.plain && !is_name(at) && !is_part(at) && !has_odd_apostrophe(out.text) && !touches_opaque(text, word.chars);
  out.opens = opens_sentence(chars, word.chars);
  out.quoted = word.chars.begin > 0 && is_quotation_mark(decode_before(chars, word.chars.begin).value);
  out.joined =
      std::string_view("-/").find(at.before()) != std::string_view::npos || at.after() == '-' || at.after() == '/';
  if (out.joined && out.judged && is_in_slug(chars, word.chars)) out.judged = false;
  return out;
}

bool is_title_case(const std::vector<ProseWord>& words) {
  std::size_t capitals = 0, long_words = 0;
  for (const ProseWord& word : words) {
    if (word.text.size() < 4) continue;
    ++long_words;
    capitals += is_upper(decode(word.text, 0).value) ? 1 : 0;
  }
  return long_words >= 2 && capitals * 3 >= long_words * 2;
}

}  // namespace

namespace {

/// Where a word is cut in two: "input/output", "administration\\import". A path has more parts, shorter ones or signs
/// about it, and "\\n" is a line end.
std::size_t cut_of(std::string_view written) {
  constexpr std::size_t kShortest = 4;  ///< letters of each of the two
  const std::size_t at = written.find_first_of("/\\");
  if (at == std::string_view::npos || at + 1 >= written.size()) return std::string_view::npos;
  if (written[at] == '\\' && std::string_view("abfnrtvx").find(written[at + 1]) != std::string_view::npos)
    return std::string_view::npos;
  const auto is_whole = [](std::string_view part) {
    return part.size() >= kShortest && std::ranges::all_of(part, is_ascii_letter);
  };
  const std::string_view first = written.substr(0, at), second = written.substr(at + 1);
  const bool words = is_whole(first) && is_whole(second) && (is_plainly_known(first) || is_plainly_known(second));
  return words ? at : std::string_view::npos;
}

/// Adds a word, or both of two.
void add_word(const Text& text, const Word& word, std::vector<ProseWord>& out) {
  const std::size_t at = word.plain ? std::string_view::npos : cut_of(slice(text.chars(), word.chars));
  if (at == std::string_view::npos) {
    out.push_back(prose_word(text, word));
    return;
  }
  const auto cut = static_cast<Offset>(word.chars.begin + at);
  const bool apart = !is_name({text.chars(), word.chars}) && !touches_opaque(text, word.chars);
  for (const Span part : {Span{word.chars.begin, cut}, Span{cut + 1, word.chars.end}}) {
    out.push_back(prose_word(text, {part, true}));
    out.back().judged = apart;
    out.back().joined = true;
  }
}

/// Where a formula that a dollar sign opens ends, or `at`: "$x_1$" but not "$5 or $6".
std::size_t dollar_end(std::string_view chars, std::size_t at) {
  if (chars.substr(at).starts_with("$$")) {
    const std::size_t close = chars.find("$$", at + 2);
    return close == std::string_view::npos ? at : close + 2;
  }
  if (at + 1 >= chars.size() || is_ascii_space(chars[at + 1])) return at;
  const std::size_t close = chars.find('$', at + 1);
  if (close == std::string_view::npos || is_ascii_space(chars[close - 1])) return at;
  return close + 1 < chars.size() && (is_ascii_digit(chars[close + 1]) || is_ascii_letter(chars[close + 1]))
             ? at
             : close + 1;
}

/// Where a formula that an escaped bracket opens ends, or `at`: Markdown reads `\(` as a bracket, TeX as a formula.
std::size_t bracket_end(const Bank& bank, const Text& text, std::size_t at) {
  constexpr std::size_t kLongest = 300;  ///< bytes of a formula in a line
  const std::string& chars = text.chars();
  const auto is_escaped = [&](std::size_t i) {
    const auto begin = static_cast<Offset>(i);
    const Offset there = text.source({begin, begin + 1}).begin;
    return there > 0 && bank.source[there - 1] == '\\';
  };
  if (!is_escaped(at)) return at;
  const char close = chars[at] == '(' ? ')' : ']';
  for (std::size_t i = at + 1; i < std::min(chars.size(), at + kLongest); ++i)
    if (chars[i] == close && is_escaped(i)) return i + 1;
  return at;
}

constexpr ByteSet kOpening("$([");

/// Marks the words of formulae that the format reads as text.
void look_at_formulae(const Bank& bank, const Text& text, std::vector<ProseWord>& words) {
  const std::string& chars = text.chars();
  auto word = words.begin();
  const auto next = [&](std::size_t from) {
    while (from < chars.size() && !kOpening[chars[from]]) ++from;
    return from;
  };
  for (std::size_t at = next(0); at < chars.size();) {
    const std::size_t end = chars[at] == '$' ? dollar_end(chars, at) : bracket_end(bank, text, at);
    for (; word != words.end() && word->chars.begin < end; ++word)
      if (word->chars.begin > at) word->judged = false;
    at = next(std::max(end, at + 1));
  }
}

/// The prose of one block, or of a run of its characters.
std::optional<ProseBlock> prose_of_block(const BankContext& context, std::size_t i, Span run) {
  const Bank& bank = context.bank;
  const Block& block = bank.blocks[i];
  ProseBlock prose{static_cast<std::uint32_t>(i), bank.language, false, {}};
  const std::vector<Word> words = words_of(block.text);
  prose.words.reserve(words.size());
  for (const Word& word : words)
    if (run.covers(word.chars)) add_word(block.text, word, prose.words);
  if (prose.words.empty()) return std::nullopt;
  look_at_formulae(bank, block.text, prose.words);
  if (block.kind == BlockKind::paragraph) look_at_lines(block.text.chars(), prose.words);
  if (prose.words.size() >= kWordsThatTell) {
    const bool part = block.kind == BlockKind::front_matter;
    std::string language =
        part ? language_of(slice(block.text.chars(), run)) : language_of(prose_of(block.text).chars());
    const std::vector<std::string>& allowed = context.options.languages;
    if (!language.empty() && (allowed.empty() || std::ranges::find(allowed, language) != allowed.end()))
      prose.language = std::move(language);
  }
  prose.title_case = is_title_case(prose.words);
  return prose;
}

/// The question that stands in the front matter, which else holds settings.
Span prose_of_front_matter(const Bank& bank, std::size_t i) {
  for (const Question& question : bank.questions)
    for (const Slice& slice : question.stem)
      if (slice.block == i) return slice.chars;
  return {};
}

std::vector<ProseBlock> prose_blocks_of(const BankContext& context) {
  const Bank& bank = context.bank;
  std::vector<ProseBlock> out;
  for (std::size_t i = 0; i < bank.blocks.size(); ++i) {
    const Block& block = bank.blocks[i];
    const bool front = block.kind == BlockKind::front_matter;
    if (!front && !is_prose(block.kind)) continue;
    const Span run = front ? prose_of_front_matter(bank, i) : Span{0, block.text.size()};
    if (auto prose = prose_of_block(context, i, run)) out.push_back(std::move(*prose));
  }
  return out;
}

/// Looks up every word of a bank, each distinct one once.
void look_up_words(std::vector<ProseBlock>& blocks) {
  std::unordered_map<std::string_view, bool> known;
  for (ProseBlock& prose : blocks)
    for (ProseWord& word : prose.words) {
      const auto [at, fresh] = known.try_emplace(word.text);
      if (fresh) at->second = is_plainly_known(word.text);
      word.known = at->second;
    }
}

}  // namespace

const std::vector<ProseBlock>& prose_blocks(const BankContext& context) {
  if (!context.shared.prose) {
    auto blocks = std::make_shared<std::vector<ProseBlock>>(prose_blocks_of(context));
    look_up_words(*blocks);
    context.shared.prose = std::move(blocks);
  }
  return *context.shared.prose;
}

}  // namespace quizlint
