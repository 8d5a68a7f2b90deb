#include "formats/markdown/entities.h"

#include <algorithm>
#include <charconv>

#include "text/utf8.h"

namespace quizlint {
namespace {

struct Named {
  std::string_view name;
  char32_t value;
};

constexpr Named kNamed[] = {
    {"Aacute", 0xC1},  {"Agrave", 0xC0}, {"Auml", 0xC4},     {"Ccedil", 0xC7},  {"Delta", 0x394},  {"Eacute", 0xC9},
    {"Omega", 0x3A9},  {"Ouml", 0xD6},   {"Sigma", 0x3A3},   {"Uuml", 0xDC},    {"aacute", 0xE1},  {"acirc", 0xE2},
    {"acute", 0xB4},   {"agrave", 0xE0}, {"alpha", 0x3B1},   {"amp", '&'},      {"apos", '\''},    {"aring", 0xE5},
    {"atilde", 0xE3},  {"auml", 0xE4},   {"beta", 0x3B2},    {"bull", 0x2022},  {"ccedil", 0xE7},  {"cent", 0xA2},
    {"check", 0x2713}, {"copy", 0xA9},   {"darr", 0x2193},   {"deg", 0xB0},     {"delta", 0x3B4},  {"divide", 0xF7},
    {"eacute", 0xE9},  {"ecirc", 0xEA},  {"egrave", 0xE8},   {"emsp", 0x2003},  {"ensp", 0x2002},  {"epsilon", 0x3B5},
    {"euml", 0xEB},    {"euro", 0x20AC}, {"frac12", 0xBD},   {"frac14", 0xBC},  {"gamma", 0x3B3},  {"ge", 0x2265},
    {"gt", '>'},       {"harr", 0x2194}, {"hellip", 0x2026}, {"iacute", 0xED},  {"icirc", 0xEE},   {"iexcl", 0xA1},
    {"infin", 0x221E}, {"iquest", 0xBF}, {"iuml", 0xEF},     {"lambda", 0x3BB}, {"laquo", 0xAB},   {"larr", 0x2190},
    {"lbrace", '{'},   {"lbrack", '['},  {"ldquo", 0x201C},  {"le", 0x2264},    {"lsquo", 0x2018}, {"lt", '<'},
    {"mdash", 0x2014}, {"micro", 0xB5},  {"middot", 0xB7},   {"minus", 0x2212}, {"mu", 0x3BC},     {"nbsp", 0xA0},
    {"ndash", 0x2013}, {"ne", 0x2260},   {"not", 0xAC},      {"ntilde", 0xF1},  {"oacute", 0xF3},  {"ocirc", 0xF4},
    {"omega", 0x3C9},  {"oslash", 0xF8}, {"ouml", 0xF6},     {"para", 0xB6},    {"pi", 0x3C0},     {"plusmn", 0xB1},
    {"pound", 0xA3},   {"quot", '"'},    {"raquo", 0xBB},    {"rarr", 0x2192},  {"rbrace", '}'},   {"rbrack", ']'},
    {"rdquo", 0x201D}, {"reg", 0xAE},    {"rho", 0x3C1},     {"rsquo", 0x2019}, {"sect", 0xA7},    {"shy", 0xAD},
    {"sigma", 0x3C3},  {"sum", 0x2211},  {"sup2", 0xB2},     {"szlig", 0xDF},   {"theta", 0x3B8},  {"times", 0xD7},
    {"trade", 0x2122}, {"uacute", 0xFA}, {"uarr", 0x2191},   {"ucirc", 0xFB},   {"ugrave", 0xF9},  {"uuml", 0xFC},
    {"zwj", 0x200D},   {"zwnj", 0x200C},
};

std::optional<std::string> numeric(std::string_view digits) {
  int base = 10;
  if (!digits.empty() && (digits.front() == 'x' || digits.front() == 'X')) {
    base = 16;
    digits.remove_prefix(1);
  }
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error != std::errc() || end != digits.data() + digits.size()) return {};
  if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = 0xFFFD;
  std::string out;
  append_utf8(out, value);
  return out;
}

}  // namespace

std::optional<std::string> decode_entity(std::string_view entity) {
  if (entity.size() < 3 || entity.front() != '&' || entity.back() != ';') return {};
  entity = entity.substr(1, entity.size() - 2);
  if (entity.front() == '#') return numeric(entity.substr(1));
  const auto* found = std::lower_bound(std::begin(kNamed), std::end(kNamed), entity,
                                       [](const Named& named, std::string_view name) { return named.name < name; });
  if (found == std::end(kNamed) || found->name != entity) return {};
  std::string out;
  append_utf8(out, found->value);
  return out;
}

}  // namespace quizlint
