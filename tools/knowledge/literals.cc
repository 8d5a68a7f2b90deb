#include "knowledge/literals.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "knowledge/pattern_index.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

using Strings = std::vector<std::string>;

constexpr std::size_t kMost = 64;         ///< strings in a set: of 200, indexing them cost more than it spared
constexpr std::size_t kLetters = 24;      ///< a class of more letters tells nothing
constexpr std::size_t kShortest = 3;      ///< bytes of a literal
constexpr int kDeepest = 100;             ///< groups in groups
constexpr std::string_view kEdge = "\b";  ///< a string of kWordEdge

/// What is known of the strings that a part of an expression matches.
struct Known {
  bool exact = false;     ///< they are those of `begins`
  Strings begins = {""};  ///< each begins with one of these
  Strings ends = {""};    ///< each ends with one of these
  Strings holds;          ///< each holds one of these; empty: nothing is known
};

Known exactly(Strings strings) {
  return {true, strings, strings, strings};
}

/// A character of which nothing is known.
Known unknown() {
  return {};
}

std::size_t letters_of(std::string_view literal) {
  return literal.size() - static_cast<std::size_t>(std::ranges::count(literal, kWordEdge));
}

/// How often prose holds one of the literals by chance; blanks are frequent, and edges tell a little.
double chance(const Strings& literals) {
  double sum = literals.empty() ? 1 : 0;
  for (const std::string& literal : literals) {
    double bits = 0;
    for (const char c : literal) bits += c == kWordEdge ? 1.5 : c == ' ' ? 2.5 : 5;
    sum += letters_of(literal) < kShortest ? 1 : std::exp2(-bits);
  }
  return sum;
}

const Strings& rarer(const Strings& a, const Strings& b) {
  return chance(b) < chance(a) ? b : a;
}

void sort_out(Strings& strings) {
  std::ranges::sort(strings);
  strings.erase(std::unique(strings.begin(), strings.end()), strings.end());
}

enum class End : bool { front, back };

/// The strings, so much of each left off at its end that at most so many are left.
Strings shortened(Strings strings, End off, std::size_t most) {
  std::size_t bytes = 0;
  for (const std::string& each : strings) bytes = std::max(bytes, each.size());
  while (strings.size() > std::max<std::size_t>(most, 1)) {
    --bytes;
    for (std::string& each : strings)
      if (each.size() > bytes) each = off == End::back ? each.substr(0, bytes) : each.substr(each.size() - bytes);
    sort_out(strings);
  }
  return strings;
}

/// Each string of one set before each of another.
Strings crossed(const Strings& a, const Strings& b) {
  Strings out;
  for (const std::string& first : a)
    for (const std::string& second : b) out.push_back(first + second);
  sort_out(out);
  return out;
}

Known sequence_of(const Known& a, const Known& b) {
  if (a.exact && b.exact && a.begins.size() * b.begins.size() <= kMost) return exactly(crossed(a.begins, b.begins));
  const Strings behind = shortened(b.begins, End::back, kMost / a.ends.size());
  const Strings before = shortened(a.ends, End::front, kMost / b.begins.size());
  Known out;
  out.begins = a.exact ? crossed(a.begins, behind) : a.begins;
  out.ends = b.exact ? crossed(before, b.ends) : b.ends;
  out.holds = rarer(rarer(a.holds, b.holds), rarer(crossed(a.ends, behind), crossed(before, b.begins)));
  return out;
}

/// The strings of both.
Strings joined(Strings a, const Strings& b) {
  a.insert(a.end(), b.begin(), b.end());
  sort_out(a);
  return a;
}

Known either(const Known& a, const Known& b) {
  const Strings begins = joined(a.begins, b.begins);
  Known out;
  out.exact = a.exact && b.exact && begins.size() <= kMost;
  out.begins = shortened(begins, End::back, kMost);
  out.ends = shortened(joined(a.ends, b.ends), End::front, kMost);
  if (!a.holds.empty() && !b.holds.empty()) out.holds = joined(a.holds, b.holds);
  if (out.holds.size() > kMost) out.holds = rarer(out.begins, out.ends);
  return out;
}

/// Reads an expression. What it does not understand makes it odd, and then nothing is known.
struct Parser {
  std::string_view expression;
  std::size_t at = 0;
  int depth = 0;
  bool odd = false;

  bool ended() const { return odd || at >= expression.size(); }
  bool is_at(std::string_view what) const { return expression.substr(at).starts_with(what); }
  bool skip(std::string_view what) {
    const bool there = is_at(what);
    if (there) at += what.size();
    return there;
  }
  void skip_to(char last) {
    const std::size_t end = expression.find(last, at);
    odd |= end == std::string_view::npos;
    at = odd ? expression.size() : end + 1;
  }

  /// A brace that counts nothing is a sign as others.
  void skip_count() {
    odd |= at >= expression.size() || !is_ascii_digit(expression[at]);
    skip_to('}');
  }

  Known alternation() {
    Known out = sequence();
    while (!ended() && skip("|")) out = either(out, sequence());
    return out;
  }

  Known sequence() {
    Known out = exactly({""});
    while (!ended() && !is_at("|") && !is_at(")")) out = sequence_of(out, repeated());
    return out;
  }

  Known repeated() {
    Known out = atom();
    while (!ended()) {
      if (skip("?")) {
        out = either(out, exactly({""}));
      } else if (skip("*") || skip("{0")) {
        if (expression[at - 1] == '0') skip_to('}');
        out = unknown();
      } else if (skip("+") || skip("{")) {
        if (expression[at - 1] == '{') skip_count();
        out.exact = false;  // what it matches begins and ends with what the part does
      } else {
        break;
      }
      skip("?");  // as few as can be
    }
    return out;
  }

  Known atom() {
    if (skip("(")) return group();
    if (skip("[")) return letters(in_class());
    if (skip("^") || skip("$")) return exactly({""});
    if (skip(".")) return unknown();
    if (skip("\\b")) return exactly({std::string(kEdge)});
    if (skip("\\B") || skip("\\A") || skip("\\z")) return exactly({""});
    return letters(letter());
  }

  Known group() {
    if (skip("?P<") || skip("?<")) skip_to('>');
    if (skip("?")) {
      const std::size_t end = std::min(expression.find_first_not_of("imsU-", at), expression.size());
      at = end;
      if (skip(")")) return exactly({""});
      odd |= !skip(":");
    }
    odd |= ++depth > kDeepest;
    Known out = odd ? unknown() : alternation();
    odd |= !skip(")");
    --depth;
    return out;
  }

  /// One of these letters; of all where there are none.
  static Known letters(const std::vector<char32_t>& all) {
    Strings out;
    for (const char32_t each : all) append_utf8(out.emplace_back(), to_lower(each));
    sort_out(out);
    return out.empty() || out.size() > kLetters ? unknown() : exactly(out);
  }

  /// What stands in a class behind its bracket.
  std::vector<char32_t> in_class() {
    std::vector<char32_t> out;
    bool all = skip("^");
    for (bool first = true; !ended() && (first || !is_at("]")); first = false) {
      if (is_at("[:")) return odd = true, out;
      const std::vector<char32_t> from = letter();
      all |= from.empty();
      out.insert(out.end(), from.begin(), from.end());
      if (!is_at("-") || is_at("-]") || from.size() != 1) continue;
      skip("-");
      const std::vector<char32_t> to = letter();
      all |= to.size() != 1 || to[0] - from[0] > 2 * kLetters;
      for (char32_t each = from[0] + 1; !all && each <= to[0]; ++each) out.push_back(each);
    }
    odd |= !skip("]");
    return all ? std::vector<char32_t>() : out;
  }

  /// The letters that a sign or an escape stands for; none: it may be any. Blanks but ' ', and the sign for what is
  /// opaque, are not always there in the text in which literals are looked for.
  std::vector<char32_t> letter() {
    if (ended()) return odd = true, std::vector<char32_t>();
    if (skip("\\")) return escaped();
    const CodePoint point = decode(expression, at);
    at += point.size;
    const bool blank = point.value < 0x20 || point.value >= kInvalid || point.value == U'\uFFFC';
    return blank ? std::vector<char32_t>() : std::vector<char32_t>{point.value};
  }

  std::vector<char32_t> escaped() {
    const CodePoint point = ended() ? CodePoint{kInvalid, 1} : decode(expression, at);
    at += point.size;
    const char sign = point.value < 0x80 ? static_cast<char>(point.value) : 'C';
    if (sign == 'p' || sign == 'P' || sign == 'x') {
      const bool named = is_at("{");
      if (named) skip_to('}');
      if (!named) at = std::min(at + (sign == 'x' ? 2 : 1), expression.size());
    } else if (is_ascii_letter(sign)) {
      odd |= std::string_view("dDwWsStnrfv").find(sign) == std::string_view::npos;
    } else {
      odd |= is_ascii_digit(sign);
      return {point.value};
    }
    return {};
  }
};

bool is_word_sign(char c) {
  return is_ascii_letter(c) || is_ascii_digit(c) || c == '_';
}

/// A literal without the edges that it has no use for: those inside, and those of signs that make no word.
std::string with_outer_edges(const std::string& literal) {
  std::string bare = literal;
  std::erase(bare, kWordEdge);
  if (bare.empty()) return bare;
  const bool before = literal.front() == kWordEdge && is_word_sign(bare.front());
  const bool behind = literal.back() == kWordEdge && is_word_sign(bare.back());
  return std::string(before ? kEdge : "") + bare + std::string(behind ? kEdge : "");
}

}  // namespace

std::string needed_literals(std::string_view expression) {
  Parser parser{expression};
  const Known known = parser.alternation();
  if (parser.odd || !parser.ended()) return {};
  Strings literals = known.holds;
  for (std::string& literal : literals) literal = with_outer_edges(lowered(literal));
  sort_out(literals);
  std::string lines;
  for (const std::string& literal : literals) {
    if (letters_of(literal) < kShortest) return {};
    lines += lines.empty() ? literal : "\n" + literal;
  }
  return lines;
}

/// A literal without the edges at its ends.
std::string_view bare(std::string_view literal) {
  if (literal.starts_with(kWordEdge)) literal.remove_prefix(1);
  if (literal.ends_with(kWordEdge)) literal.remove_suffix(1);
  return literal;
}

bool stands_at(std::string_view lowered, std::size_t at, std::string_view literal) {
  const std::size_t end = at + bare(literal).size();
  if (!lowered.substr(at).starts_with(bare(literal))) return false;
  if (literal.starts_with(kWordEdge) && at > 0 && is_word_sign(lowered[at - 1])) return false;
  return !literal.ends_with(kWordEdge) || end == lowered.size() || !is_word_sign(lowered[end]);
}

bool holds_one_of(std::string_view lowered, std::string_view literals) {
  bool held = false;
  each_literal(literals, [&](std::string_view literal) {
    for (std::size_t at = 0; !held && (at = lowered.find(bare(literal), at)) != lowered.npos; ++at)
      held = stands_at(lowered, at, literal);
  });
  return held;
}

}  // namespace quizlint
