#include "formats/text_reader.h"

#include "formats/assemble.h"
#include "formats/bank_language.h"
#include "formats/markdown.h"
#include "formats/outline.h"
#include "formats/vote.h"
#include "text/byte_order_mark.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

bool is_plain_text(std::string_view path) {
  const std::string lower = ascii_lower(path.substr(path.size() < 4 ? 0 : path.size() - 4));
  return lower == ".txt";
}

/// Least share of a bank's weight that its questions own; below it the file is prose that asks now and then.
constexpr double kLeastShare = 0.15;

/// One question alone must be most of what there is.
bool holds_bank(const Outline& outline, const Reading& reading, const Bank& bank) {
  double weight = 0;
  double owned = 0;
  for (std::size_t i = 0; i < outline.units.size(); ++i) {
    const Role role = reading.marks[i].role;
    if (role == Role::furniture) continue;
    weight += outline.units[i].weight;
    if (role != Role::none && role != Role::section) owned += outline.units[i].weight;
  }
  return !bank.questions.empty() && owned > weight * (bank.questions.size() == 1 ? 0.5 : kLeastShare);
}

/// Whether the page is one that every repository has: "# Contributing", "# Changelog", "# Code of Conduct".
bool is_about_repository(const Outline& outline) {
  for (const Unit& unit : outline.units) {
    if (unit.kind == UnitKind::front_matter || unit.kind == UnitKind::markup) continue;
    if (unit.kind != UnitKind::heading) return false;
    std::string title = folded(outline.chars(unit));
    while (!title.empty() && !is_ascii_letter(title.back())) title.pop_back();
    for (const std::string_view name :
         {"contributing", "contributor guide", "contribution guidelines", "license", "changelog", "change log",
          "release notes", "code of conduct", "security policy", "contributor covenant code of conduct"})
      if (title == name || (title.starts_with(name) && title.substr(name.size()).starts_with(" to "))) return true;
    return false;
  }
  return false;
}

/// Whether the page is a form for issues, by its path or front matter: who fills it in answers its questions.
bool is_issue_form(const Bank& bank) {
  for (const std::string_view name : {"issue_template", "pull_request_template"})
    if (ascii_lower(bank.path).find(name) != std::string::npos) return true;
  if (bank.blocks.empty() || bank.blocks.front().kind != BlockKind::front_matter) return false;
  const std::string& keys = bank.blocks.front().text.chars();
  return keys.find("\nabout:") != std::string::npos &&
         (keys.find("\nlabels:") != std::string::npos || keys.find("\nassignees:") != std::string::npos);
}

void make_prose(Bank& bank) {
  bank.questions.clear();
  bank.parts.clear();
  bank.sections.clear();
  bank.stray.clear();
  bank.furniture.clear();
  for (std::uint32_t i = 0; i < bank.blocks.size(); ++i) {
    const Block& block = bank.blocks[i];
    const bool prose =
        block.kind != BlockKind::blank && block.kind != BlockKind::markup && block.kind != BlockKind::front_matter;
    if (prose && !block.text.empty()) bank.furniture.push_back({i, {0, block.text.size()}});
  }
  bank.layout = "prose";
  bank.confidence = 1;
}

}  // namespace

Bank read_text(std::string_view path, std::string_view bytes, const ReadOptions& options) {
  Bank bank;
  bank.path = path;
  bank.source = bytes;
  const Offset begin = text_begin(bytes);
  const Span all{0, static_cast<Offset>(bytes.size())};
  bank.blocks = read_markdown(Text::verbatim(bytes.substr(begin), begin), all, {.plain_text = is_plain_text(path)});
  const Outline outline = outline_of(bytes, bank.blocks);
  const Reading reading = vote(outline, layout_named(options.layout));
  if (reading.layout != nullptr) {
    bank.layout = reading.layout->id;
    bank.confidence = reading.confidence;
    assemble(outline, reading, bank);
  }
  if (!holds_bank(outline, reading, bank) || is_issue_form(bank) || is_about_repository(outline)) make_prose(bank);
  settle_language(bank);
  return bank;
}

}  // namespace quizlint
