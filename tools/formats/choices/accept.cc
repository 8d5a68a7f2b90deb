#include "formats/choices/accept.h"

#include <algorithm>
#include <optional>

#include "formats/choices/key.h"
#include "formats/wording.h"
#include "text/text.h"
#include "text/utf8.h"
#include "text/words.h"

namespace quizlint {
namespace {

/// Choices of more words on average than this, without a key, are a list in an answer.
constexpr std::size_t kMostWords = 30;
/// The share of a bank's questions that must have choices for letters without a key to be some.
constexpr double kLeastShare = 0.3;

bool is_short(const Outline& outline, const Run& run) {
  std::size_t words = 0;
  for (const RunOption& option : run.options) words += count_words(first_line_of(outline, option));
  return words <= kMostWords * run.options.size();
}

/// Whether prose that asks nothing stands between a question that does and its letters: they belong to an answer.
bool is_answered_before(const Outline& outline, const Candidate& candidate) {
  if (question_likeness(outline.chars(outline.units[candidate.question])) < 0.8) return false;
  for (std::size_t i = candidate.body.begin; i < candidate.run.begin(); ++i) {
    const Unit& unit = outline.units[i];
    if (unit.kind != UnitKind::line || outline.chars(unit).empty()) continue;
    if (label_end(outline.chars(unit), "labels/options") == 0 && question_likeness(outline.chars(unit)) < 0.8)
      return true;
  }
  return false;
}

/// Letters without a key, or one box alone, where the bank has choices elsewhere.
bool is_likely(const Outline& outline, const Candidate& candidate) {
  if (candidate.run.empty() || candidate.labelled) return false;
  if (is_boxes(candidate.run)) return true;
  if (is_answered_before(outline, candidate)) return false;
  return candidate.run.options.size() > 1 && is_short(outline, candidate.run);
}

void accept_by_evidence(const Outline& outline, std::vector<Candidate>& candidates) {
  std::size_t sure = 0;
  std::size_t lettered = 0;
  for (Candidate& candidate : candidates) {
    candidate.accepted = is_sure(candidate);
    sure += candidate.accepted;
    lettered += !candidate.accepted && is_likely(outline, candidate) && candidate.run.options.size() > 2;
  }
  const double questions = static_cast<double>(candidates.size());
  const bool exam = sure == 0 && candidates.size() > 2 && static_cast<double>(lettered) >= 0.6 * questions;
  if (static_cast<double>(sure) < kLeastShare * questions && !exam) return;
  for (Candidate& candidate : candidates) candidate.accepted = candidate.accepted || is_likely(outline, candidate);
}

/// Whether boxes are how this bank asks: then a bare numbered list below a question is to be put in order (quizdown).
bool asks_with_boxes(const std::vector<Candidate>& candidates) {
  const auto boxed = std::count_if(candidates.begin(), candidates.end(), [](const Candidate& candidate) {
    return candidate.accepted && is_boxes(candidate.run);
  });
  return boxed > 0 && static_cast<std::size_t>(boxed) * 2 >= candidates.size();
}

void find_orderings(const Outline& outline, std::vector<Candidate>& candidates) {
  if (!asks_with_boxes(candidates)) return;
  for (Candidate& candidate : candidates) {
    if (candidate.accepted) continue;
    Run run = ordering_of(outline, candidate.body);
    if (run.empty()) continue;
    candidate.run = std::move(run);
    candidate.keys.clear();
    candidate.accepted = candidate.ordering = true;
  }
}

}  // namespace

bool is_sure(const Candidate& candidate) {
  if (candidate.run.options.size() < 2) return false;
  const std::size_t right = ticked(candidate.run);
  if (is_boxes(candidate.run)) return !candidate.labelled || (right > 0 && right < candidate.run.options.size());
  if (candidate.labelled) return false;
  return is_named(candidate.keys) || right > 0;
}

Run ordering_of(const Outline& outline, Body body) {
  Run run = plain_run(outline, body);
  if (run.empty() || run.form() != ChoiceForm::number || run.options.size() < 3 || run.end() != body.end) return {};
  for (std::size_t i = body.begin; i < run.begin(); ++i) {
    const Unit& unit = outline.units[i];
    const bool prose = unit.kind == UnitKind::line && !outline.chars(unit).empty();
    if (prose && outline.block(unit).quote_depth == 0 && unit.likeness < 0.8) return {};
  }
  for (RunOption& option : run.options) {
    option.option.correct = true;
    option.option.label.clear();
  }
  return run;
}

void accept_choices(const Outline& outline, std::vector<Candidate>& candidates) {
  accept_by_evidence(outline, candidates);
  find_orderings(outline, candidates);
}

}  // namespace quizlint
