#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "report/excerpt.h"
#include "report/paint.h"
#include "report/reporter.h"
#include "report/summary_line.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::size_t kMostLines = 6;  // of one excerpt; of more, the first ones and the last are shown
constexpr std::size_t kMostRelated = 3;
constexpr std::size_t kMostFixes = 3;

struct File {
  std::string_view bytes;
  LineIndex lines;
};

/// Writes findings one after the other, as compilers do.
class FullWriter {
 public:
  explicit FullWriter(const ReportInput& input) : input_(input), color_(input.style.color) {}

  std::string write() {
    const std::vector<Finding>& findings = input_.outcome.findings;
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const Finding& finding = findings[i];
      if (!input_.style.fold || ++like_[finding.check] <= kUnfolded) write(finding);
      if (i + 1 == findings.size() || findings[i + 1].path != finding.path) tell_folded(finding.path);
    }
    if (input_.style.summary) out_ += summary_line(input_.outcome, color_);
    return std::move(out_);
  }

 private:
  template <typename... Parts>
  void line(const Parts&... parts) {
    const std::size_t begin = out_.size();
    ((out_ += parts), ...);
    while (out_.size() > begin && out_.back() == ' ') out_.pop_back();
    out_ += '\n';
  }

  std::string frame(std::string_view text) const { return paint(color_, ink::kFrame, text); }
  std::string margin(std::string_view text) const { return fmt::format("{:>{}}", text, margin_); }

  void write(const Finding& finding) {
    const std::string_view ink = ink_of(finding.severity);
    margin_ = margin_of(finding);
    line(paint(color_, ink, fmt::format("{}[{}]", name_of(finding.severity), finding.check)),
         paint(color_, ink::kBold, ": " + finding.message));
    place("-->", finding.path, finding.begin);
    excerpt(finding.path, finding.span, '^', ink, "");
    for (std::size_t i = 0; i < std::min(finding.related.size(), kMostRelated); ++i) {
      const Related& related = finding.related[i];
      line(margin(""), frame(" |"));
      place(":::", related.path, related.begin);
      excerpt(related.path, related.span, '-', ink::kFrame, related.message);
    }
    write_notes(finding);
    out_ += '\n';
  }

  void write_notes(const Finding& finding) {
    if (finding.related.size() > kMostRelated || !finding.fixes.empty()) line(margin(""), frame(" |"));
    if (finding.related.size() > kMostRelated)
      note("note", fmt::format("and {} more like it", finding.related.size() - kMostRelated));
    for (std::size_t i = 0; i < std::min(finding.fixes.size(), kMostFixes); ++i)
      note("help", help_of(finding.fixes[i]));
  }

  /// Titles begin as headings do; after "help:" the sentence goes on.
  static std::string help_of(const Fix& fix) {
    std::string help = fix.title;
    if (help.size() > 1 && !(help[1] >= 'A' && help[1] <= 'Z')) help[0] = ascii_lower(help[0]);
    return help;
  }

  void note(std::string_view kind, const std::string& text) {
    line(margin(""), frame(" = "), paint(color_, kind == "help" ? ink::kHelp : ink::kBold, kind), ": ", text);
  }

  void place(std::string_view arrow, const std::string& path, Position at) {
    line(margin(""), frame(arrow), fmt::format(" {}:{}:{}", path, at.line, at.column));
  }

  const File* file(const std::string& path) {
    const auto known = files_.find(path);
    if (known != files_.end()) return &known->second;
    const auto source = input_.outcome.sources.find(path);
    if (source == input_.outcome.sources.end()) return nullptr;
    return &files_.emplace(path, File{*source->second, LineIndex(*source->second)}).first->second;
  }

  /// Cells of the widest line number that the finding shows.
  std::size_t margin_of(const Finding& finding) {
    Offset last = finding.end.line;
    for (std::size_t i = 0; i < std::min(finding.related.size(), kMostRelated); ++i)
      last = std::max(last, finding.related[i].end.line);
    return fmt::formatted_size("{}", last);
  }

  void source_line(std::size_t number, std::string_view bar, std::string_view text) {
    line(frame(margin(fmt::format("{}", number + 1)) + " |"), " ", bar, text);
  }

  void mark_line(std::string_view bar, std::size_t before, std::string_view ink, const std::string& mark,
                 std::string_view label) {
    line(margin(""), frame(" |"), " ", bar, std::string(before, ' '), paint(color_, ink, mark), " ",
         label.empty() ? "" : paint(color_, ink, label));
  }

  void excerpt(const std::string& path, Span span, char sign, std::string_view ink, std::string_view label) {
    const File* from = file(path);
    if (from == nullptr || from->lines.count() == 0) return;
    const std::size_t first = from->lines.line_of(span.begin);
    const std::size_t last = span.empty() ? first : from->lines.line_of(span.end - 1);
    line(margin(""), frame(" |"));
    if (first == last) {
      const ShownLine shown = show_line(from->bytes, from->lines.content(first), span, input_.style.columns);
      source_line(first, "", shown.text);
      mark_line("", shown.before, ink, std::string(shown.marked, sign), label);
    } else {
      long_excerpt(*from, span, {first, last}, sign, ink, label);
    }
  }

  void long_excerpt(const File& from, Span span, std::pair<std::size_t, std::size_t> lines, char sign,
                    std::string_view ink, std::string_view label) {
    const auto [first, last] = lines;
    ShownLine shown;
    for (std::size_t i = first; i <= last; ++i) {
      if (last - first >= kMostLines && i == first + kMostLines - 2) {
        line(frame(fmt::format("{:<{}}", "...", margin_ + 3)), paint(color_, ink, "|"));
        i = last;
      }
      const Span content = from.lines.content(i);
      const Offset end = std::min(span.end, content.end);
      shown = show_line(from.bytes, content, {end, end}, input_.style.columns - 2);
      source_line(i, paint(color_, ink, i == first ? "/ " : "| "), shown.text);
    }
    const std::size_t before = shown.before == 0 ? 0 : shown.before - 1;
    mark_line("", 0, ink, fmt::format("|{:_<{}}{}", "", before + 1, sign), label);
  }

  void tell_folded(const std::string& path) {
    for (const auto& [check, count] : like_)
      if (count > kUnfolded && input_.style.fold)
        line(paint(color_, ink::kBold, fmt::format("... and {} more of {} in {}", count - kUnfolded, check, path)),
             " (--verbose shows them)\n");
    like_.clear();
  }

  const ReportInput& input_;
  const bool color_;
  std::size_t margin_ = 1;
  std::map<std::string, File> files_;
  std::map<std::string, std::size_t> like_;  // findings of each check in the bank at hand
  std::string out_;
};

std::string write(const ReportInput& input) {
  return FullWriter(input).write();
}

}  // namespace

extern const Reporter kFull;
const Reporter kFull = {"full", "for people: an excerpt with the fault underlined, and help", true, write};

}  // namespace quizlint
