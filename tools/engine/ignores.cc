#include "engine/ignores.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/comments.h"
#include "engine/did_you_mean.h"
#include "engine/own_checks.h"
#include "engine/selection.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::array<std::string_view, 4> kDirectives = {"quizlint-ignore", "quizlint-ignore-file", "quizlint-disable",
                                                         "quizlint-enable"};

Span span_of(std::string_view part, std::string_view whole) {
  const auto begin = static_cast<Offset>(part.data() - whole.data());
  return {begin, begin + static_cast<Offset>(part.size())};
}

/// Cuts the next word, which ends at a blank or a comma, off the front of `rest`.
std::string_view take_word(std::string_view& rest) {
  constexpr std::string_view kBetween = " \t\r\n,";
  rest.remove_prefix(std::min(rest.find_first_not_of(kBetween), rest.size()));
  const std::string_view word = rest.substr(0, rest.find_first_of(kBetween));
  rest.remove_prefix(word.size());
  return word;
}

std::vector<IgnoredName> names_in(std::string_view rest, std::string_view bytes) {
  rest = rest.substr(0, rest.find(':'));
  std::vector<IgnoredName> names;
  for (std::string_view word = take_word(rest); !word.empty(); word = take_word(rest))
    names.push_back({std::string(word), span_of(word, bytes), {}, {}});
  return names;
}

/// Whether an instruction for `enabled` ends what one for `disabled` began.
bool ends(const std::vector<IgnoredName>& enabled, const IgnoredName& disabled) {
  return enabled.empty() || std::ranges::any_of(enabled, [&](const IgnoredName& each) {
           return each.name == disabled.name || each.name == group_of(disabled.name);
         });
}

class IgnoreReader {
 public:
  IgnoreReader(const Bank& bank, const LineIndex& lines, const Catalog& catalog)
      : bank_(bank), lines_(lines), bytes_(bank.source), catalog_(catalog) {}

  Ignores read() {
    for (const Comment& comment : comments_with(bank_, "quizlint-")) read(comment);
    for (Finding& fault : ignores_.faults) place(fault);
    for (IgnoreComment& comment : ignores_.comments)
      for (IgnoredName& ignored : comment.names) place(ignored);
    return std::move(ignores_);
  }

 private:
  void place(auto& at) const {
    at.begin = lines_.position(at.span.begin);
    at.end = lines_.position(at.span.end);
  }

  void read(const Comment& comment) {
    std::string_view rest = slice(bytes_, comment.text);
    const std::string_view directive = take_word(rest);
    if (!directive.starts_with("quizlint-")) return;
    std::string_view name = directive;
    if (name.ends_with(':')) name.remove_suffix(1);
    if (std::ranges::find(kDirectives, name) == kDirectives.end())
      return fault(span_of(directive, bytes_),
                   "unknown instruction '" + std::string(name) + "'" + did_you_mean(name, kDirectives));
    std::vector<IgnoredName> names;
    if (!directive.ends_with(':')) names = names_in(rest, bytes_);
    judge(names);
    if (name == "quizlint-enable") return enable(comment, names);
    if (names.empty()) names.push_back({"", span_of(directive, bytes_), {}, {}});
    IgnoreComment made{comment.span, comment.line, {comment.span.end, size()}, 0, std::move(names)};
    if (name == "quizlint-ignore-file") made.covers = {0, size()};
    if (name == "quizlint-ignore") aim(made);
    ignores_.comments.push_back(std::move(made));
  }

  Offset size() const { return static_cast<Offset>(bytes_.size()); }

  void fault(Span span, std::string message) {
    ignores_.faults.push_back(finding(own_checks().front(), span, std::move(message)));
  }

  void judge(std::vector<IgnoredName>& names) {
    for (const IgnoredName& each : names)
      if (auto wrong = fault_of_name(catalog_, each.name)) fault(each.span, std::move(*wrong));
    std::erase_if(names, [&](const IgnoredName& each) { return fault_of_name(catalog_, each.name).has_value(); });
  }

  /// Ends, name by name, the ranges that are open before the comment.
  void enable(const Comment& comment, const std::vector<IgnoredName>& names) {
    for (std::size_t i = 0, count = ignores_.comments.size(); i < count; ++i) {
      IgnoreComment& open = ignores_.comments[i];
      if (open.question != 0 || open.covers.end != size() || open.covers.begin == 0) continue;
      IgnoreComment ended = open;
      std::erase_if(ended.names, [&](const IgnoredName& each) { return !ends(names, each); });
      if (ended.names.empty()) continue;
      ended.covers.end = comment.span.begin;
      std::erase_if(open.names, [&](const IgnoredName& each) { return ends(names, each); });
      if (open.names.empty()) {
        open = std::move(ended);
      } else {
        ignores_.comments.push_back(std::move(ended));
      }
    }
  }

  /// Whether nothing but white space and comments follows in the question.
  bool is_behind(const Question& question, const IgnoreComment& made) const {
    return trimmed(slice(bytes_, {made.span.end, std::max(made.span.end, question.span.end)})).empty();
  }

  bool is_blank_line(std::size_t line) const {
    return line >= lines_.count() || trimmed(slice(bytes_, lines_.content(line))).empty();
  }

  /// Whether its lines follow the question's last one at once, and a blank line follows them.
  bool hangs_on(const Question& question, const IgnoreComment& made) const {
    const std::size_t first = lines_.line_of(made.span.begin);
    return first > 0 && !is_blank_line(first - 1) && question.span.contains(lines_.content(first - 1).begin) &&
           is_blank_line(lines_.line_of(made.span.end - 1) + 1);
  }

  /// Whether the comment is about this question: in mid of it, at the end of its last line, or right below that.
  bool is_in(const Question& question, const IgnoreComment& made) const {
    const bool has_own_lines = made.removal != made.span;
    if (has_own_lines && is_behind(question, made)) return hangs_on(question, made);
    return question.span.covers(made.span);
  }

  /// The question in which the comment stands, else the next one.
  void aim(IgnoreComment& made) {
    const auto begins = [](const Question& question) { return question.span.begin; };
    const auto after = std::ranges::upper_bound(bank_.questions, made.span.begin, {}, begins);
    const auto before = after == bank_.questions.begin() ? after : after - 1;
    for (auto i = static_cast<std::size_t>(before - bank_.questions.begin()); i < bank_.questions.size(); ++i) {
      const Question& question = bank_.questions[i];
      const bool inside = is_in(question, made);
      if (!inside && question.span.begin < made.span.end) continue;
      made.question = static_cast<std::uint32_t>(i + 1);
      made.covers = inside ? question.span : Span{made.span.end, question.span.end};
      return;
    }
  }

  const Bank& bank_;
  const LineIndex& lines_;
  const std::string_view bytes_;
  const Catalog& catalog_;
  Ignores ignores_;
};

bool names(const IgnoredName& ignored, std::string_view check) {
  return ignored.name.empty() || ignored.name == check || ignored.name == group_of(check);
}

bool in_reach(const IgnoreComment& comment, std::uint32_t question, Span span) {
  if (comment.question != 0 && question != 0) return comment.question == question;
  return comment.covers.begin <= span.begin && span.begin <= comment.covers.end && span.end <= comment.covers.end;
}

/// Whether every check that the name stands for ran, so that silence means that it found nothing.
bool all_ran(const IgnoredName& ignored, const Catalog& catalog, const std::vector<bool>& ran) {
  for (std::size_t i = 0; i < ran.size(); ++i)
    if (names(ignored, catalog.checks[i].id) && catalog.checks[i].on_by_default && !ran[i]) return false;
  const int index = catalog.index_of(ignored.name);
  return index < 0 || ran[static_cast<std::size_t>(index)];
}

}  // namespace

Ignores read_ignores(const Bank& bank, const LineIndex& lines, const Catalog& catalog) {
  return IgnoreReader(bank, lines, catalog).read();
}

bool silences(Ignores& ignores, std::string_view check, std::uint32_t question, Span span) {
  bool silenced = false;
  for (IgnoreComment& comment : ignores.comments) {
    if (!in_reach(comment, question, span)) continue;
    for (IgnoredName& ignored : comment.names) {
      if (!names(ignored, check)) continue;
      ignored.used = true;
      silenced = true;
    }
  }
  return silenced;
}

std::vector<Finding> unused_ignores(const Ignores& ignores, const Catalog& catalog, const std::vector<bool>& ran) {
  std::vector<Finding> findings = ignores.faults;
  for (const IgnoreComment& comment : ignores.comments) {
    for (const IgnoredName& ignored : comment.names) {
      if (ignored.used || !all_ran(ignored, catalog, ran)) continue;
      Finding found = finding(own_checks().front(), ignored.span,
                              ignored.name.empty() ? "this comment silences nothing; remove it"
                                                   : "no finding of " + ignored.name + " is silenced here; remove it");
      found.begin = ignored.begin;
      found.end = ignored.end;
      found.subject = ignored.name;
      if (std::ranges::none_of(comment.names, &IgnoredName::used))
        found.fixes.push_back({"Remove the comment", Safety::safe, {{comment.removal, ""}}});
      findings.push_back(std::move(found));
    }
  }
  return findings;
}

}  // namespace quizlint
