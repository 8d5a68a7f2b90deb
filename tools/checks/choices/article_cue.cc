#include <optional>

#include <fmt/format.h>

#include "checks/choices/choice_text.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "choices/article-cue",
    .severity = Severity::info,
    .summary = "The article at the end of the stem fits the key alone.",
    .why =
        "A stem that ends in \"an\" is answered by the only choice with a vowel, without knowing the matter. Write "
        "\"a(n)\" or put the article into the choices. Source: rule 28c of Haladyna, Downing and Rodriguez 2002 "
        "(grammatical inconsistencies that cue the test-taker); Tarrant et al. 2006.",
    .bad = "## A rock that falls from the sky is an\n\n- [x] aerolite\n- [ ] planet\n- [ ] moon\n",
    .good = "## A rock that falls from the sky is\n\n- [x] an aerolite\n- [ ] a planet\n- [ ] a moon\n",
    .fix = "",
};

/// The article that ends a stem, before blanks to fill in, a colon, dots.
std::string article_of(std::string_view stem) {
  const std::size_t end = stem.find_last_not_of(" \t\n_:.…?");
  if (end == std::string_view::npos) return {};
  stem = stem.substr(0, end + 1);
  const std::size_t space = stem.find_last_of(" \n");
  if (space == std::string_view::npos) return {};
  const std::string word = ascii_lower(stem.substr(space + 1));
  return word == "a" || word == "an" ? word : std::string();
}

/// Whether a text sounds as if it begins with a vowel; nothing where the letters do not tell ("hour", "unit", "FBI").
std::optional<bool> begins_with_vowel(std::string_view text) {
  text = trimmed(text);
  if (text.size() < 3 || !is_ascii_letter(text[0])) return std::nullopt;
  const bool capitals = text[1] >= 'A' && text[1] <= 'Z';
  const std::string lower = ascii_lower(text.substr(0, 4));
  for (const std::string_view unsure : {"u", "eu", "h", "one", "once", "y"})
    if (lower.starts_with(unsure)) return std::nullopt;
  if (capitals) return std::nullopt;
  return std::string_view("aeio").find(lower[0]) != std::string_view::npos;
}

void run(const BankContext& context) {
  const Bank& bank = context.bank;
  each_choice_question(bank, [&](const Question& question, std::uint32_t index) {
    const Choice* key = only_key(question);
    if (key == nullptr || question.choices.size() < 3 || !is_english(bank, question)) return;
    const std::string article = article_of(plain(bank, question.stem));
    if (article.empty()) return;
    for (const Choice& choice : question.choices) {
      const std::optional<bool> vowel = begins_with_vowel(plain(bank, choice.text));
      if (!vowel || (*vowel == (article == "an")) != (&choice == key)) return;
    }
    report_choice(context, kInfo, index, *key,
                  fmt::format("only the right choice fits '{}' at the end of the stem; write 'a(n)' there", article));
  });
}

}  // namespace

extern const BankCheck kArticleCue;
const BankCheck kArticleCue = {kInfo, run};

}  // namespace quizlint
