#include <array>

#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "engine/catalog.h"
#include "engine/did_you_mean.h"
#include "engine/rules.h"
#include "engine/selection.h"
#include "report/paint.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::size_t kWidest = 92;  // lines longer than that are hard to read
constexpr std::size_t kSummaryAt = 40;

/// Breaks a paragraph at blanks; lines after the first begin with `indent` blanks.
std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent = 0) {
  std::string out;
  std::size_t at = indent;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const std::size_t width = count_code_points(word);
    if (at > indent && at + 1 + width > columns) {
      out.append("\n").append(indent, ' ');
      at = indent;
    } else if (at > indent) {
      out += ' ';
      ++at;
    }
    out += word;
    at += width;
    begin = end + 1;
  }
  return out;
}

/// An example may hold bytes that are no text; nobody can read those.
std::string readable(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.value >= kInvalid) {
      out += "\xEF\xBF\xBD";
    } else {
      out += text.substr(at, point.size);
    }
    at += point.size;
  }
  return out;
}

std::string indented(std::string_view text) {
  std::string out;
  for (bool at_start = true; const char c : readable(text)) {
    if (at_start && c != '\n') out += "    ";
    out += c;
    at_start = c == '\n';
  }
  if (!out.ends_with('\n')) out += '\n';
  return out;
}

/// A sentence: some summaries are written as one, some not.
std::string sentence(std::string_view summary) {
  std::string out(summary);
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
  if (!out.empty() && !out.ends_with('.') && !out.ends_with('?')) out += '.';
  return out;
}

std::string severity_of(const CheckInfo& check) {
  return fmt::format("{}{}", name_of(check.severity), check.on_by_default ? "" : ", off by default");
}

void list(const Catalog& catalog, std::string_view only_group, const Style& style, std::size_t columns) {
  for (const std::string_view group : catalog.groups) {
    if (!only_group.empty() && group != only_group) continue;
    print(paint(style.color, ink::kBold, group) + "\n");
    for (const CheckInfo& check : catalog.checks) {
      if (group_of(check.id) != group) continue;
      const std::string summary = (check.on_by_default ? "" : "(off) ") + sentence(check.summary);
      print(fmt::format("  {:<28} {} {}\n", check.id,
                        paint(style.color, ink_of(check.severity), fmt::format("{:<7}", name_of(check.severity))),
                        wrapped(summary, columns, kSummaryAt)));
    }
  }
}

void explain(const CheckInfo& check, const Style& style, std::size_t columns) {
  const auto head = [&](std::string_view text) { return paint(style.color, ink::kBold, text); };
  print(fmt::format("{}  [{}]\n\n{}\n", head(check.id), paint(style.color, ink_of(check.severity), severity_of(check)),
                    wrapped(sentence(check.summary), columns)));
  if (!check.why.empty()) print(fmt::format("\n{}\n", wrapped(check.why, columns)));
  if (!check.bad.empty()) print(fmt::format("\n{}\n\n{}", head("Found:"), indented(check.bad)));
  if (!check.good.empty()) print(fmt::format("\n{}\n\n{}", head("Good:"), indented(check.good)));
  if (!check.fix.empty()) print(fmt::format("\n{} {}\n", head("Fix:"), wrapped(check.fix, columns, 5)));
  print(fmt::format("\n{} ignore: [{}] in .quizlint.yaml\n{} <!-- quizlint-ignore {} -->\n", head("Turn it off:"),
                    check.id, head("For one question:"), check.id));
}

/// An example between fences that it does not hold itself.
std::string fenced(std::string_view text) {
  std::string fence = "```";
  while (text.find(fence) != std::string_view::npos) fence += '`';
  return fmt::format("{}text\n{}{}{}\n", fence, readable(text), text.ends_with('\n') ? "" : "\n", fence);
}

void explain_in_markdown(const CheckInfo& check) {
  print(fmt::format("\n### {}\n\n*{}.* {}\n", check.id, severity_of(check), sentence(check.summary)));
  if (!check.why.empty()) print(fmt::format("\n{}\n", check.why));
  if (!check.bad.empty()) print(fmt::format("\nFound:\n\n{}", fenced(check.bad)));
  if (!check.good.empty()) print(fmt::format("\nGood:\n\n{}", fenced(check.good)));
  if (!check.fix.empty()) print(fmt::format("\nFix: {}\n", check.fix));
}

void list_in_markdown(const Catalog& catalog, std::string_view only_group) {
  print("# Checks\n");
  for (const std::string_view group : catalog.groups) {
    if (!only_group.empty() && group != only_group) continue;
    print(fmt::format("\n## {}\n", group));
    for (const CheckInfo& check : catalog.checks)
      if (group_of(check.id) == group) explain_in_markdown(check);
  }
}

std::optional<Error> fault_of_format(const std::string& format) {
  static constexpr std::array<std::string_view, 2> kFormats = {"full", "markdown"};
  if (format.empty() || format == "full" || format == "markdown") return std::nullopt;
  return Error{"--output-format",
               {0, 0},
               "unknown format '" + format + "'; explain writes full or markdown" + did_you_mean(format, kFormats)};
}

}  // namespace

int run_explain(const Arguments& arguments) {
  const Output& output = arguments.outputs.front();
  if (const auto fault = fault_of_format(output.format)) {
    print_errors({*fault});
    return 2;
  }
  std::vector<Error> errors;
  const Knowledge knowledge = knowledge_for(arguments.run.settings, arguments.rules, errors);
  print_errors(errors);
  const Catalog catalog = catalog_of(knowledge);
  const Style style = style_of(arguments, output);
  const std::size_t columns = std::min<std::size_t>(style.columns, kWidest);
  const bool markdown = output.format == "markdown";
  const std::string& asked = arguments.check;
  const int index = catalog.index_of(asked);
  if (asked.empty() || catalog.is_group(asked)) {
    markdown ? list_in_markdown(catalog, asked) : list(catalog, asked, style, columns);
  } else if (index < 0) {
    print_errors({{"", {0, 0}, *fault_of_name(catalog, asked)}});
    return 2;
  } else {
    const CheckInfo& check = catalog.checks[static_cast<std::size_t>(index)];
    markdown ? explain_in_markdown(check) : explain(check, style, columns);
  }
  return errors.empty() ? 0 : 2;
}

}  // namespace quizlint
