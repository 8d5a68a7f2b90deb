#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "checks/similarity/differences.h"
#include "report/clusters.h"
#include "report/excerpt.h"
#include "report/paint.h"
#include "report/reporter.h"
#include "report/source_reader.h"
#include "report/summary_line.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::size_t kMostLines = 6;  // of one excerpt; of more, the first ones and the last are shown
constexpr std::size_t kMostRelated = 3;
constexpr std::size_t kMostFixes = 3;
constexpr std::size_t kMostCopies = 10;

/// A file, or the lines of it that an excerpt shows.
struct File {
  std::string_view bytes;
  LineIndex lines;
  Offset at = 0;          ///< where `bytes` begin in the file
  std::size_t first = 0;  ///< the 0-based number of the first line

  bool holds(Span span) const { return at <= span.begin && span.end - at <= bytes.size(); }
};

/// Writes findings one after the other, as compilers do.
class FullWriter {
 public:
  explicit FullWriter(const ReportInput& input) : input_(input), sources_(input.outcome), color_(input.style.color) {}

  std::string write() {
    const std::vector<Finding>& findings = input_.outcome.findings;
    const std::vector<Cluster> clusters = clusters_of(findings);
    std::vector<bool> told(findings.size());  // with the first of its cluster
    auto cluster = clusters.begin();
    for (std::size_t i = 0; i < findings.size(); ++i) {
      const Finding& finding = findings[i];
      if (cluster != clusters.end() && cluster->findings.front() == i) {
        for (const std::size_t copy : cluster->findings) told[copy] = true;
        if (is_shown(cluster->check)) write(*cluster);
        ++cluster;
      } else if (!told[i] && is_shown(finding.check)) {
        write(finding);
      }
      if (i + 1 == findings.size() || findings[i + 1].path != finding.path) tell_folded(finding.path);
      pass_on(input_, out_);
    }
    if (input_.style.summary) out_ += summary_line(input_);
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

  /// Counts like findings of a bank, and says whether this one is not folded.
  bool is_shown(std::string_view check) { return !input_.style.fold || ++like_[std::string(check)] <= kUnfolded; }

  void headline(Severity severity, std::string_view check, const std::string& message) {
    line(paint(color_, ink_of(severity), fmt::format("{}[{}]", name_of(severity), check)),
         paint(color_, ink::kBold, ": " + message));
  }

  void write(const Finding& finding) {
    const std::string_view ink = ink_of(finding.severity);
    margin_ = margin_of(finding);
    headline(finding.severity, finding.check, finding.message);
    place("-->", finding.path, finding.begin);
    const Marks marks = marks_of(finding);
    excerpt(finding.path, finding.span, marks.here, '^', ink, "");
    for (std::size_t i = 0; i < std::min(finding.related.size(), kMostRelated); ++i) {
      const Related& related = finding.related[i];
      line(margin(""), frame(" |"));
      place(":::", related.path, related.begin);
      excerpt(related.path, related.span, marks.there, '-', ink::kFrame, related.message);
    }
    write_notes(finding);
    out_ += '\n';
  }

  /// The copies of one question in one block: the first, and how each of the others differs from it.
  void write(const Cluster& cluster) {
    const std::vector<Finding>& findings = input_.outcome.findings;
    const std::size_t count = cluster.findings.size();
    const std::size_t shown = input_.style.fold ? std::min(count, kMostCopies) : count;
    margin_ = fmt::formatted_size("{}", cluster.first.end.line);
    for (std::size_t i = 0; i < shown; ++i) margin_ = std::max(margin_, margin_of(findings[cluster.findings[i]]));
    headline(cluster.severity, cluster.check, fmt::format("one question stands {} times; keep one of them", count + 1));
    place("-->", cluster.first.path, cluster.first.begin);
    excerpt(cluster.first.path, cluster.first.span, {}, '-', ink::kFrame, cluster.first.message);
    for (std::size_t i = 0; i < shown; ++i) {
      const Finding& copy = findings[cluster.findings[i]];
      line(margin(""), frame(" |"));
      place(":::", copy.path, copy.begin);
      excerpt(copy.path, copy.span, marks_of(copy).here, '^', ink_of(copy.severity), copy.check);
      if (copy.check != "duplicates/exact") note("note", copy.message);
    }
    if (shown < count) note("note", fmt::format("and {} more copies (--verbose shows them)", count - shown));
    out_ += '\n';
  }

  /// Of two copies of a question, the words that differ.
  struct Marks {
    std::vector<Span> here, there;
  };

  Marks marks_of(const Finding& finding) {
    if (finding.question == 0 || finding.related.size() != 1 || !finding.check.starts_with("duplicates/")) return {};
    const Related& other = finding.related.front();
    const std::string here(sources_.read(finding.path, finding.span));
    DifferingWords words = differing_words(here, sources_.read(other.path, other.span));
    for (Span& span : words.here) span = span.shifted(finding.span.begin);
    for (Span& span : words.there) span = span.shifted(other.span.begin);
    return {std::move(words.here), std::move(words.there)};
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

  /// The lines of a span at least; nothing where they cannot be read.
  const File* file(const std::string& path, Span span) {
    const auto known = files_.find(path);
    if (known != files_.end() && sources_.is_held(path)) return &known->second;
    const SourceReader::Lines lines = sources_.lines(path, span);
    File& file =
        files_.insert_or_assign(path, File{lines.bytes, LineIndex(lines.bytes), lines.at, lines.first}).first->second;
    return file.lines.count() != 0 && file.holds(span) ? &file : nullptr;
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

  /// Underlines `span`, or only the `marks` in it where there are any.
  void excerpt(const std::string& path, Span span, std::vector<Span> marks, char sign, std::string_view ink,
               std::string_view label) {
    const File* from = file(path, span);
    if (from == nullptr) return;
    for (Span& part : marks) part = {part.begin - from->at, part.end - from->at};
    span = {span.begin - from->at, span.end - from->at};
    const std::size_t first = from->lines.line_of(span.begin);
    const std::size_t last = span.empty() ? first : from->lines.line_of(span.end - 1);
    line(margin(""), frame(" |"));
    if (!marks.empty()) {
      marked_excerpt(*from, {first, last}, marks, sign, ink, label);
    } else if (first == last) {
      const ShownLine shown = show_line(from->bytes, from->lines.content(first), span, input_.style.columns);
      source_line(from->first + first, "", shown.text);
      mark_line("", shown.before, ink, std::string(shown.marked, sign), label);
    } else {
      long_excerpt(*from, span, {first, last}, sign, ink, label);
    }
  }

  /// The lines that have marks, at most kMostLines, or the only line.
  void marked_excerpt(const File& from, std::pair<std::size_t, std::size_t> lines, const std::vector<Span>& marks,
                      char sign, std::string_view ink, std::string_view label) {
    std::size_t shown = 0;
    for (std::size_t i = lines.first; i <= lines.second && shown < kMostLines; ++i) {
      const Span content = from.lines.content(i);
      std::vector<Span> here;
      for (const Span mark : marks)
        if (content.covers(mark)) here.push_back(mark);
      if (here.empty()) continue;
      ++shown;
      const UnderlinedLine underlined = underline(from.bytes, content, here, sign, input_.style.columns);
      source_line(from.first + i, "", underlined.text);
      mark_line("", 0, ink, underlined.marks, shown == 1 ? label : "");
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
      source_line(from.first + i, paint(color_, ink, i == first ? "/ " : "| "), shown.text);
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
  SourceReader sources_;
  const bool color_;
  std::size_t margin_ = 1;
  std::map<std::string, File> files_;        // whole files, and of large ones the lines shown last
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
