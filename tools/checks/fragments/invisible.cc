#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/passages.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "fragments/invisible",
    .severity = Severity::warning,
    .summary = "Zero-width, bidirectional and look-alike characters inside words.",
    .why =
        "They come along when text is copied from a web page or a chat. Nobody sees them, but a search for the word "
        "finds nothing, code that is pasted does not run, and two copies of a question seem to differ. Joiners in "
        "scripts and emoji that need them are left alone.",
    .bad = "**Q:** What is a mu\u200Btex?\n\n**A:** A lock.\n",
    .good = "**Q:** What is a mutex?\n\n**A:** A lock.\n",
    .fix = "Removes the invisible characters, and writes look-alikes as the letters they look like.",
};

struct Named {
  char32_t value;
  std::string_view name;
};

constexpr std::array<Named, 12> kInvisible = {{{0x200B, "a zero-width space"},
                                               {0x200C, "a zero-width non-joiner"},
                                               {0x200D, "a zero-width joiner"},
                                               {0x2060, "a word joiner"},
                                               {0xFEFF, "a byte order mark"},
                                               {0x00AD, "a soft hyphen"},
                                               {0x202A, "a bidirectional control"},
                                               {0x202B, "a bidirectional control"},
                                               {0x202C, "a bidirectional control"},
                                               {0x202D, "a bidirectional control"},
                                               {0x202E, "a bidirectional control"},
                                               {0x180E, "a Mongolian vowel separator"}}};

struct LookAlike {
  char32_t value;
  char latin;
};

/// Cyrillic and Greek letters that look like Latin ones (Unicode technical standard 39, confusables.txt).
constexpr std::array<LookAlike, 33> kLookAlikes = {
    {{0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'}, {0x041A, 'K'}, {0x041C, 'M'}, {0x041D, 'H'}, {0x041E, 'O'},
     {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'}, {0x0425, 'X'}, {0x0405, 'S'}, {0x0406, 'I'}, {0x0408, 'J'},
     {0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'}, {0x0445, 'x'},
     {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'}, {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0397, 'H'},
     {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03BF, 'o'}, {0x0501, 'd'}}};

struct Char {
  char32_t value = 0;
  Offset at = 0;
  Offset size = 0;
};

std::vector<Char> chars_of(std::string_view text) {
  std::vector<Char> chars;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    chars.push_back({point.value, static_cast<Offset>(at), point.size});
    at += point.size;
  }
  return chars;
}

bool is_latin(char32_t value) {
  return value < 0x250 && is_letter(value);
}

const Named* invisible(char32_t value) {
  const auto at = std::ranges::find(kInvisible, value, &Named::value);
  return at == kInvisible.end() ? nullptr : &*at;
}

char latin_of(char32_t value) {
  const auto at = std::ranges::find(kLookAlikes, value, &LookAlike::value);
  return at == kLookAlikes.end() ? '\0' : at->latin;
}

/// What other scripts need beside Latin words, and a hyphen that shows where a word may break.
bool is_joiner(char32_t value) {
  return value == 0x200C || value == 0x200D || value == 0x00AD;
}

/// Whether the nearest visible character on each side is a Latin letter or digit, or one is and the other a sign or
/// blank.
bool in_latin_word(const std::vector<Char>& chars, std::size_t i) {
  const auto kind = [&](std::ptrdiff_t from, std::ptrdiff_t step) {
    const auto size = static_cast<std::ptrdiff_t>(chars.size());
    std::ptrdiff_t k = from;
    while (k >= 0 && k < size && invisible(chars[static_cast<std::size_t>(k)].value)) k += step;
    if (k < 0 || k >= size) return 0;
    const char32_t value = chars[static_cast<std::size_t>(k)].value;
    if (is_latin(value) || (value < 0x80 && is_ascii_digit(static_cast<char>(value)))) return 1;
    return value < 0x80 ? 0 : -1;
  };
  const auto at = static_cast<std::ptrdiff_t>(i);
  const int before = kind(at - 1, -1), after = kind(at + 1, 1);
  if (is_joiner(chars[i].value)) return before == 1 && after == 1;
  return before >= 0 && after >= 0 && before + after >= 1;
}

bool is_at_fault(const std::vector<Char>& chars, std::size_t i) {
  return invisible(chars[i].value) != nullptr && in_latin_word(chars, i);
}

void report(const BankContext& context, const Block& block, Span chars, std::string message, std::string_view text) {
  const Span span = block.text.source(chars);
  Finding found = finding_in(context.bank, kInfo, span, std::move(message));
  found.subject = slice(block.text.chars(), chars);
  if (block.text.editable(chars) && !span.empty()) {
    const std::string title = text.empty() ? "Remove it" : fmt::format("Replace with '{}'", text);
    found.fixes.push_back({title, Safety::safe, {{span, std::string(text)}}});
  }
  context.report(std::move(found));
}

/// Runs of invisible characters, one finding each.
void look_for_invisible(const BankContext& context, const Block& block, const std::vector<Char>& chars) {
  for (std::size_t i = 0; i < chars.size(); ++i) {
    if (!is_at_fault(chars, i)) continue;
    std::size_t last = i;
    while (last + 1 < chars.size() && is_at_fault(chars, last + 1)) ++last;
    const Span run{chars[i].at, chars[last].at + chars[last].size};
    report(context, block, run,
           fmt::format("{} (U+{:04X}) hides in the text here", invisible(chars[i].value)->name,
                       static_cast<unsigned>(chars[i].value)),
           "");
    i = last;
  }
}

/// Words of Latin letters with a few look-alikes among them; the Latin ones must be more.
void look_for_look_alikes(const BankContext& context, const Block& block, const std::vector<Char>& chars) {
  for (std::size_t i = 0; i < chars.size();) {
    std::size_t end = i, latin = 0, alike = 0;
    std::string word;
    for (; end < chars.size() && is_letter(chars[end].value); ++end) {
      latin += is_latin(chars[end].value);
      alike += latin_of(chars[end].value) != '\0';
      if (const char letter = latin_of(chars[end].value)) {
        word += letter;
      } else {
        append_utf8(word, chars[end].value);
      }
    }
    if (alike > 0 && latin > alike && latin + alike == end - i &&
        !block.text.has_opaque({chars[i].at, chars[i].at + 1})) {
      const Span span{chars[i].at, chars[end - 1].at + chars[end - 1].size};
      report(context, block, span,
             fmt::format("'{}' holds letters of another script that look like Latin ones",
                         slice(block.text.chars(), span)),
             word);
    }
    i = std::max(end, i + 1);
  }
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void run(const BankContext& context) {
  for (const Block& block : context.bank.blocks) {
    if (block.kind == BlockKind::markup || is_ascii(block.text.chars())) continue;
    const std::vector<Char> chars = chars_of(block.text.chars());
    look_for_invisible(context, block, chars);
    look_for_look_alikes(context, block, chars);
  }
}

}  // namespace

extern const BankCheck kInvisibleCharacters;
const BankCheck kInvisibleCharacters = {kInfo, run};

}  // namespace quizlint
