#include "formats/legacy.h"

#include <algorithm>
#include <array>

#include "text/utf8.h"

namespace quizlint {
namespace {

/// The upper half of a code page, from 0x80 on; 0 is a byte that it does not use.
using CodePage = std::array<char16_t, 128>;

/// The first 32 of Windows-1252 (https://encoding.spec.whatwg.org/index-windows-1252.txt); the rest is Latin-1.
constexpr CodePage windows_1252() {
  constexpr char16_t kFirst[] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
                                 0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                 0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  CodePage page{};
  for (std::size_t i = 0; i < page.size(); ++i) page[i] = i < 32 ? kFirst[i] : static_cast<char16_t>(0x80 + i);
  return page;
}

/// https://encoding.spec.whatwg.org/index-windows-1251.txt
constexpr CodePage windows_1251() {
  constexpr char16_t kFirst[] = {0x402,  0x403,  0x201A, 0x453,  0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x409,
                                 0x2039, 0x40A,  0x40C,  0x40B,  0x40F,  0x452,  0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                 0x2013, 0x2014, 0x98,   0x2122, 0x459,  0x203A, 0x45A,  0x45C,  0x45B,  0x45F,  0xA0,
                                 0x40E,  0x45E,  0x408,  0xA4,   0x490,  0xA6,   0xA7,   0x401,  0xA9,   0x404,  0xAB,
                                 0xAC,   0xAD,   0xAE,   0x407,  0xB0,   0xB1,   0x406,  0x456,  0x491,  0xB5,   0xB6,
                                 0xB7,   0x451,  0x2116, 0x454,  0xBB,   0x458,  0x405,  0x455,  0x457};
  CodePage page{};
  for (std::size_t i = 0; i < page.size(); ++i) page[i] = i < 64 ? kFirst[i] : static_cast<char16_t>(0x410 + i - 64);
  return page;
}

/// The letters of KOI8-R (RFC 1489); its line-drawing characters do not occur in questions.
constexpr CodePage koi8_r() {
  constexpr char16_t kLower[] = {0x44E, 0x430, 0x431, 0x446, 0x434, 0x435, 0x444, 0x433, 0x445, 0x438, 0x439,
                                 0x43A, 0x43B, 0x43C, 0x43D, 0x43E, 0x43F, 0x44F, 0x440, 0x441, 0x442, 0x443,
                                 0x436, 0x432, 0x44C, 0x44B, 0x437, 0x448, 0x44D, 0x449, 0x447, 0x44A};
  CodePage page{};
  for (std::size_t i = 0; i < page.size(); ++i) page[i] = static_cast<char16_t>(0x80 + i);
  for (std::size_t i = 0; i < 32; ++i) {
    page[64 + i] = kLower[i];
    page[96 + i] = static_cast<char16_t>(kLower[i] - 0x20);
  }
  page[0xA3 - 0x80] = 0x451;
  page[0xB3 - 0x80] = 0x401;
  return page;
}

constexpr CodePage kWestern = windows_1252();
constexpr CodePage kCyrillic = windows_1251();
constexpr CodePage kKoi8 = koi8_r();

/// Cyrillic comes in words of high bytes, Western letters stand alone among others. Most letters are small: those have
/// the highest bytes in Windows-1251, and the ones below in KOI8-R.
const CodePage& likely_page(std::string_view bytes) {
  std::size_t high = 0, in_words = 0, upper_half = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto byte = static_cast<unsigned char>(bytes[i]);
    if (byte < 0xC0) continue;
    ++high;
    upper_half += byte >= 0xE0;
    in_words += i > 0 && static_cast<unsigned char>(bytes[i - 1]) >= 0xC0;
  }
  if (high < 20 || 2 * in_words < high) return kWestern;
  return 2 * upper_half > high ? kCyrillic : kKoi8;
}

void append(Text& to, char32_t value, Span source) {
  std::string chars;
  append_utf8(chars, value);
  to.append(chars, source, PieceKind::escaped);
}

Text from_code_page(std::string_view bytes) {
  const CodePage& page = likely_page(bytes);
  Text file;
  Offset at = 0;
  while (at < bytes.size()) {
    const std::size_t bad = first_invalid(bytes.substr(at));
    const auto end = bad == std::string_view::npos ? static_cast<Offset>(bytes.size()) : at + static_cast<Offset>(bad);
    file.append(bytes.substr(at, end - at), {at, end}, PieceKind::verbatim);
    if (end >= bytes.size()) break;
    append(file, page[static_cast<unsigned char>(bytes[end]) - 0x80U], {end, end + 1});
    at = end + 1;
  }
  return file;
}

bool is_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

Text from_utf16(std::string_view bytes, bool big) {
  Text file;
  const auto unit = [&](std::size_t at) {
    const auto low = static_cast<unsigned char>(bytes[big ? at + 1 : at]);
    const auto high = static_cast<unsigned char>(bytes[big ? at : at + 1]);
    return static_cast<char32_t>(high << 8 | low);
  };
  Offset at = 2;
  for (; at + 1 < bytes.size();) {
    char32_t value = unit(at);
    Offset size = 2;
    if (value >= 0xD800 && value < 0xDC00 && at + 3 < bytes.size() && unit(at + 2) >= 0xDC00 && unit(at + 2) < 0xE000) {
      value = 0x10000 + ((value - 0xD800) << 10) + (unit(at + 2) - 0xDC00);
      size = 4;
    } else if (value >= 0xD800 && value < 0xE000) {
      value = 0xFFFD;
    }
    append(file, value, {at, at + size});
    at += size;
  }
  return file;
}

/// Spans of the transcoded text become spans of the file.
class Relocator {
 public:
  Relocator(const Text& file, std::string_view bytes) : text_(file), bytes_(bytes) {}

  void run(Bank& bank) const {
    bank.source = bytes_;
    for (Block& block : bank.blocks) move(block);
    if (!bank.blocks.empty()) {
      bank.blocks.front().span.begin = 0;
      bank.blocks.back().span.end = static_cast<Offset>(bytes_.size());
    }
    for (Question& question : bank.questions) move(question);
    for (Section& section : bank.sections) move(section.span);
    for (Part& part : bank.parts) move(part.span);
    for (Fault& fault : bank.faults) move(fault.span);
  }

 private:
  void move(Span& span) const { span = text_.source(span); }

  void move(Block& block) const {
    move(block.span);
    move(block.marker.source);
    for (Inline& run : block.inlines) move(run.source);
    block.text = moved(block.text);
  }

  void move(Question& question) const {
    for (Span* span : {&question.span, &question.stem_span, &question.answer_span, &question.number_span}) move(*span);
    for (Choice& choice : question.choices) move(choice.span);
  }

  Text moved(const Text& text) const {
    Text to;
    for (const Piece& piece : text.pieces()) {
      switch (piece.kind) {
        case PieceKind::verbatim: to.append(text_, piece.source); break;
        case PieceKind::opaque: to.append(text_, piece.source, true); break;
        case PieceKind::escaped:
        case PieceKind::made_up:
          to.append(slice(text.chars(), piece.chars), text_.source(piece.source), piece.kind);
          break;
      }
    }
    return to;
  }

  const Text& text_;
  std::string_view bytes_;
};

}  // namespace

std::optional<Text> transcoded(std::string_view bytes) {
  if (is_utf16(bytes)) return from_utf16(bytes, bytes.starts_with('\xFE'));
  if (first_invalid(bytes) == std::string_view::npos) return std::nullopt;
  return from_code_page(bytes);
}

bool is_binary(std::string_view bytes) {
  if (is_utf16(bytes)) return false;
  const std::string_view start = bytes.substr(0, 8192);
  return std::ranges::count(start, '\0') * 100 > static_cast<std::ptrdiff_t>(start.size());
}

void relocate(Bank& bank, const Text& file, std::string_view bytes) {
  Relocator(file, bytes).run(bank);
  bank.fixable = !is_utf16(bytes);
}

}  // namespace quizlint
