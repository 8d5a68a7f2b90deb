#include "bank/dump.h"

#include <iterator>

#include <fmt/format.h>

#include "bank/bank.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr std::size_t kShownPoints = 40;

std::string_view name_of(BlockKind kind) {
  static constexpr std::string_view kNames[] = {"blank", "front_matter", "heading", "summary", "paragraph",
                                                "code",  "table",        "rule",    "markup",  "field"};
  return kNames[static_cast<std::size_t>(kind)];
}

void append_shown(std::string& out, CodePoint point, std::string_view bytes) {
  if (point.value == '\n') {
    out += "\\n";
  } else if (point.value == '"' || point.value == '\\') {
    out += '\\';
    out += bytes;
  } else if (point.value < 0x20 || point.value == 0x7F) {
    out += fmt::format("\\x{:02X}", static_cast<unsigned>(point.value));
  } else if (point.value >= kInvalid) {
    out += fmt::format("\\x{:02X}", static_cast<unsigned>(point.value - kInvalid));
  } else {
    out += bytes;
  }
}

/// The first characters in quotation marks, on one line whatever they are.
std::string shown(std::string_view text) {
  std::string out = "\"";
  std::size_t at = 0;
  for (std::size_t points = 0; at < text.size() && points < kShownPoints; ++points) {
    const CodePoint point = decode(text, at);
    append_shown(out, point, text.substr(at, point.size));
    at += point.size;
  }
  return out += at < text.size() ? "…\"" : "\"";
}

std::string span_of(Span span) {
  return fmt::format("{}..{}", span.begin, span.end);
}

/// Who points into each block, in the order of the file.
using Owners = std::vector<std::string>;

void own(Owners& owners, const Passage& passage, const std::string& name) {
  for (const Slice& slice : passage) {
    std::string& of = owners[slice.block];
    if (of == name || of.ends_with(" " + name)) continue;
    of += of.empty() ? "" : " ";
    of += name;
  }
}

Owners owners_of(const Bank& bank) {
  Owners owners(bank.blocks.size());
  own(owners, bank.furniture, "furniture");
  own(owners, bank.stray, "stray");
  for (std::size_t i = 0; i < bank.questions.size(); ++i) {
    const Question& question = bank.questions[i];
    own(owners, question.stem, fmt::format("q{}.stem", i + 1));
    for (const Choice& choice : question.choices) own(owners, choice.text, fmt::format("q{}.choice", i + 1));
    own(owners, question.answer, fmt::format("q{}.answer", i + 1));
    own(owners, question.explanation, fmt::format("q{}.explanation", i + 1));
  }
  return owners;
}

std::string_view task_of(Marker::Task task) {
  return task == Marker::Task::none ? "" : task == Marker::Task::open ? " [ ]" : " [x]";
}

std::string line_of(const Bank& bank, const Block& block, const std::string& owners) {
  std::string out = fmt::format("{} {}", span_of(block.span), name_of(block.kind));
  if (block.level > 0) out += fmt::format("#{}", block.level);
  if (block.quote_depth > 0) out += fmt::format(" quote{}", block.quote_depth);
  if (block.list_depth > 0) out += fmt::format(" list{}", block.list_depth);
  if (block.details_depth > 0) out += fmt::format(" details{}", block.details_depth);
  if (!block.closed) out += " unclosed";
  if (block.marker.kind != Marker::Kind::none)
    out += fmt::format(" `{}`{}", slice(bank.source, block.marker.source), task_of(block.marker.task));
  if (!block.info.empty()) out += fmt::format(" info={}", shown(block.info));
  if (!block.text.empty()) out += fmt::format(" {}", shown(block.text.chars()));
  if (!owners.empty()) out += " = " + owners;
  return out;
}

std::string_view name_of(QuestionKind kind) {
  static constexpr std::string_view kNames[] = {"open",    "single_choice", "multiple_choice", "true_false",
                                                "numeric", "ordering",      "matching"};
  return kNames[static_cast<std::size_t>(kind)];
}

std::string answer_of(const Bank& bank, const Question& question) {
  if (!question.answer.empty())
    return fmt::format(" answer@{}={}", question.answer_span.begin, shown(plain(bank, question.answer)));
  return question.answer_slot ? fmt::format(" slot@{}", question.answer_span.begin) : "";
}

std::string line_of(const Bank& bank, const Question& question, std::size_t index) {
  std::string out = fmt::format("q{} {}", index, span_of(question.span));
  if (bank.parts.size() > 1) out += fmt::format(" part={}", question.part + 1);
  if (question.kind != QuestionKind::open) out += fmt::format(" {}", name_of(question.kind));
  if (!question.id.empty()) out += fmt::format(" id={}", question.id);
  if (!question.number.empty()) out += fmt::format(" number={}", question.number);
  if (question.section >= 0)
    out += fmt::format(" section={}", shown(bank.sections[static_cast<std::size_t>(question.section)].title));
  out += fmt::format(" stem={}", shown(plain(bank, question.stem)));
  for (const Choice& choice : question.choices)
    out += fmt::format(" {}{}={}", choice.label, choice.correct ? "*" : "", shown(plain(bank, choice.text)));
  for (const std::string& key : question.keys) out += fmt::format(" key={}", shown(key));
  out += answer_of(bank, question);
  if (!question.explanation.empty()) out += fmt::format(" explanation={}", shown(plain(bank, question.explanation)));
  return out;
}

}  // namespace

std::string dump(const Bank& bank) {
  std::string out = fmt::format("layout {}\n", bank.layout);
  if (bank.parts.size() > 1)
    for (const Part& part : bank.parts) out += fmt::format("part {} {}\n", span_of(part.span), part.layout);
  for (const Section& section : bank.sections)
    out += fmt::format("section {} #{} {}\n", span_of(section.span), section.level, shown(section.title));
  const Owners owners = owners_of(bank);
  for (std::size_t i = 0; i < bank.blocks.size(); ++i) out += line_of(bank, bank.blocks[i], owners[i]) + '\n';
  for (std::size_t i = 0; i < bank.questions.size(); ++i) out += line_of(bank, bank.questions[i], i + 1) + '\n';
  for (const Fault& fault : bank.faults)
    out += fmt::format("fault {} {} {}\n", span_of(fault.span), fault.check, shown(fault.message));
  return out;
}

}  // namespace quizlint
