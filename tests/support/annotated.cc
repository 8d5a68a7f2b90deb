#include "support/annotated.h"

#include <algorithm>

#include <fmt/format.h>

#include "text/utf8.h"

namespace quizlint::test {
namespace {

constexpr std::string_view kSign = "//~";

/// A cursor over one annotation.
struct Reader {
  std::string_view line;
  std::size_t at = 0;

  bool done() const { return at >= line.size(); }
  char peek() const { return done() ? '\0' : line[at]; }
  void skip(char c) {
    while (peek() == c && !done()) ++at;
  }
  bool take(char c) { return peek() == c && ++at; }
  std::string word() {
    const std::size_t begin = at;
    while (!done() && !is_ascii_space(line[at])) ++at;
    return std::string(line.substr(begin, at - begin));
  }
  std::optional<Offset> number() {
    if (!is_ascii_digit(peek())) return std::nullopt;
    Offset value = 0;
    while (is_ascii_digit(peek())) value = value * 10 + static_cast<Offset>(line[at++] - '0');
    return value;
  }
};

/// The rest of an annotation: `check/id`, then perhaps `"text"`.
bool read_demand(Reader& in, Expectation& to) {
  in.skip(' ');
  to.check = in.word();
  in.skip(' ');
  if (in.take('"')) {
    const std::size_t close = in.line.rfind('"');
    if (close < in.at) return false;
    to.quoted = std::string(in.line.substr(in.at, close - in.at));
    in.at = close + 1;
  }
  in.skip(' ');
  return in.done() && to.check.find('/') != std::string::npos;
}

/// `//~    ^^^^ check/id "text"`: the columns that the carets stand in.
bool read_carets(Reader& in, Expectation& to) {
  in.skip(' ');
  to.column = static_cast<Offset>(in.at + 1);
  in.skip('^');
  to.end_column = static_cast<Offset>(in.at + 1);
  return to.end_column > to.column && read_demand(in, to);
}

/// `//~1-4 check/id "text"`: columns 1 to 4, for what stands below the sign itself.
bool read_columns(Reader& in, Expectation& to) {
  to.column = in.number().value_or(0);
  if (!in.take('-')) return false;
  to.end_column = in.number().value_or(0) + 1;
  return to.column > 0 && to.end_column > to.column && read_demand(in, to);
}

bool read_expectation(std::string_view line, Expectation& to) {
  Reader in{line, kSign.size()};
  if (in.take('<')) return read_demand(in, to);
  return is_ascii_digit(in.peek()) ? read_columns(in, to) : read_carets(in, to);
}

/// `//~! key=value key=value`.
bool read_options(std::string_view line, std::map<std::string, std::string>& options) {
  Reader in{line, kSign.size() + 1};
  for (in.skip(' '); !in.done(); in.skip(' ')) {
    const std::string word = in.word();
    const std::size_t sign = word.find('=');
    if (sign == std::string::npos) return false;
    options[word.substr(0, sign)] = word.substr(sign + 1);
  }
  return true;
}

void read_annotation(std::string_view line, Offset written_at, Annotated& to) {
  if (line.starts_with("//~!")) {
    if (!read_options(line, to.options))
      to.malformed.push_back(fmt::format("{}: options are written key=value", written_at));
    return;
  }
  Expectation expectation;
  expectation.written_at = written_at;
  expectation.line = static_cast<Offset>(to.written_at.size());
  if (expectation.line == 0) {
    to.malformed.push_back(fmt::format("{}: there is no line above this annotation", written_at));
  } else if (read_expectation(line, expectation)) {
    to.expected.push_back(expectation);
  } else {
    to.malformed.push_back(fmt::format("{}: not an annotation: {}", written_at, line));
  }
}

void use_crlf(std::string& bytes) {
  std::string crlf;
  for (const char c : bytes) crlf += c == '\n' ? std::string("\r\n") : std::string(1, c);
  bytes = crlf;
}

bool meets(const Finding& finding, const Expectation& expectation) {
  if (finding.check != expectation.check || finding.begin.line != expectation.line) return false;
  if (expectation.column != 0) {
    if (finding.begin.column != expectation.column) return false;
    const bool one_line = finding.end.line == finding.begin.line;
    const Offset width = expectation.end_column - expectation.column;
    if (one_line && finding.span.empty() && width != 1) return false;
    if (one_line && !finding.span.empty() && finding.end.column != expectation.end_column) return false;
  }
  if (!expectation.quoted) return true;
  for (const Fix& fix : finding.fixes)
    if (!fix.edits.empty() && fix.edits.front().text == *expectation.quoted && &fix == &finding.fixes.front())
      return true;
  return finding.message.find(*expectation.quoted) != std::string::npos;
}

std::string described(const Expectation& expectation) {
  std::string out = expectation.check;
  if (expectation.column != 0) out += fmt::format(" in columns {}-{}", expectation.column, expectation.end_column - 1);
  if (expectation.quoted) out += fmt::format(" \"{}\"", *expectation.quoted);
  return out;
}

}  // namespace

std::string described(const Finding& finding) {
  std::string out = finding.check;
  if (finding.begin.line == finding.end.line) {
    const Offset last = finding.span.empty() ? finding.end.column : finding.end.column - 1;
    out += fmt::format(" in columns {}-{}", finding.begin.column, last);
  } else {
    out +=
        fmt::format(" from column {}, over {} lines", finding.begin.column, finding.end.line - finding.begin.line + 1);
  }
  out += fmt::format(": {}", finding.message);
  if (!finding.fixes.empty() && !finding.fixes.front().edits.empty())
    out += fmt::format(" [{} \"{}\"]", name_of(finding.fixes.front().safety), finding.fixes.front().edits.front().text);
  return out;
}

Annotated read_annotated(std::string_view file) {
  Annotated bank;
  Offset number = 0;
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t newline = file.find('\n', at);
    const std::size_t next = newline == std::string_view::npos ? file.size() : newline + 1;
    const std::string_view line = file.substr(at, (newline == std::string_view::npos ? next : newline) - at);
    ++number;
    if (line.starts_with(kSign)) {
      read_annotation(line, number, bank);
    } else {
      bank.bytes += file.substr(at, next - at);
      bank.written_at.push_back(number);
    }
    at = next;
  }
  if (bank.options["eol"] == "crlf") use_crlf(bank.bytes);
  if (bank.options["bom"] == "yes") bank.bytes.insert(0, "\xEF\xBB\xBF");
  if (bank.options["final-newline"] == "no" && bank.bytes.ends_with('\n')) bank.bytes.pop_back();
  return bank;
}

std::vector<std::string> differences(const Annotated& bank, const std::string& path,
                                     const std::vector<Finding>& findings) {
  std::vector<std::string> out;
  for (const std::string& fault : bank.malformed) out.push_back(fmt::format("{}:{}", path, fault));
  std::vector<bool> met(findings.size(), false);
  for (const Expectation& expectation : bank.expected) {
    std::size_t i = 0;
    while (i < findings.size() && (met[i] || !meets(findings[i], expectation))) ++i;
    if (i < findings.size()) {
      met[i] = true;
    } else {
      out.push_back(fmt::format("{}:{}: not found: {}", path, expectation.written_at, described(expectation)));
    }
  }
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (met[i]) continue;
    const std::size_t line = std::min<std::size_t>(findings[i].begin.line, bank.written_at.size());
    const Offset at = line == 0 ? 1 : bank.written_at[line - 1];
    out.push_back(fmt::format("{}:{}: not expected: {}", path, at, described(findings[i])));
  }
  return out;
}

}  // namespace quizlint::test
