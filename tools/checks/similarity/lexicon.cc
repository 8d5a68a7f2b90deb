#include "checks/similarity/lexicon.h"

#include <algorithm>

#include <fmt/format.h>

#include "knowledge/vocabulary.h"
#include "text/text.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// Twice the Zipf value of the words that tell most and least: at 5 and below a word weighs 1, at 15 next to nothing.
constexpr float kRare = 5, kCommon = 15, kLeast = 0.08F;
constexpr float kFunctionWeight = 0.1F;

float weight_of(const std::optional<WordInfo>& info) {
  if (!info || info->frequency == 0) return 1;
  const float rarity = (kCommon - static_cast<float>(info->frequency)) / (kCommon - kRare);
  return std::clamp(rarity, kLeast, 1.0F);
}

/// Endings that British English writes otherwise.
constexpr std::pair<std::string_view, std::string_view> kBritish[] = {
    {"isation", "ization"}, {"ise", "ize"},    {"ised", "ized"},    {"iser", "izer"},  {"ising", "izing"},
    {"our", "or"},          {"oured", "ored"}, {"ourite", "orite"}, {"oural", "oral"}, {"ouring", "oring"},
    {"tre", "ter"},         {"ogue", "og"},    {"lled", "led"},     {"lling", "ling"}, {"ence", "ense"},
    {"yse", "yze"},         {"ysed", "yzed"},  {"ysing", "yzing"},  {"amme", "am"}};

std::string american_of(std::string_view word) {
  for (const auto& [british, american] : kBritish) {
    if (!word.ends_with(british)) continue;
    std::string other(word.substr(0, word.size() - british.size()));
    other += american;
    if (look_up(other)) return other;
  }
  return std::string(word);
}

std::string without_commas(std::string_view number) {
  std::string digits;
  for (const char c : number)
    if (c != ',') digits += c;
  return digits;
}

std::string prefixed(char mark, std::string_view text) {
  std::string marked(1, mark);
  marked += text;
  return marked;
}

bool is_number(std::string_view word) {
  return is_ascii_digit(word[0]) && word.find_first_not_of("0123456789.,") == std::string_view::npos;
}

/// "easily", "dynamically": -ly behind a word; "only" and "apply" are none.
bool is_manner(std::string_view word) {
  if (word.size() < 6 || !word.ends_with("ly")) return false;
  const std::string_view stem = word.substr(0, word.size() - 2);
  return look_up(stem) || look_up(fmt::format("{}y", stem.substr(0, stem.size() - 1))) ||
         (stem.ends_with("al") && look_up(stem.substr(0, stem.size() - 2))) || look_up(fmt::format("{}le", stem));
}

bool is_ascii_word(std::string_view word) {
  return !word.empty() && std::ranges::all_of(word, is_ascii_letter);
}

}  // namespace

Lexicon::Lexicon(const Knowledge& knowledge)
    : knowledge_(knowledge), plurals_only_(knowledge.words("duplicates/plurals-only")) {
  intern(".");
  add_rules("duplicates/spellings", spellings_, Level::surface);
  add_roles("duplicates/fillers", kFiller);
  add_roles("duplicates/heads", kHead);
  add_roles("duplicates/sides", kSide);
  add_roles("duplicates/negations", kNegation | kFixed);
  add_roles("duplicates/fixed", kFixed);
  add_roles("duplicates/function-words", kFunction);
  add_roles("duplicates/persons", kPerson | kFunction);
  add_roles("duplicates/question-words", kFrame);
  add_opposites("duplicates/opposites");
  add_roles("duplicates/light", kLight);
  add_roles("duplicates/beside", kBeside);
  add_roles("duplicates/generic", kGeneric);
  add_roles("duplicates/pointers", kPointer);
  add_roles("duplicates/things", kThing | kGeneric);
  orders_ = interned("duplicates/orders");
  prefixes_ = interned("duplicates/prefixes");
  the_ = intern("the");
  const auto form = [&](std::string_view word) { return settle(intern(word)); };
  turning_ = {form("how"),   form("why"), form("which"), form("what"), form("is"), form("can"),
              form("could"), form("be"),  form("do"),    form("you"),  form("we"), form("by"),
              form("used"),  form("to"),  form("most"),  form("least")};
  add_rules("duplicates/openings", openings_, Level::form);
  add_rules("duplicates/frames", frames_, Level::form);
  add_rules("duplicates/synonyms", synonyms_, Level::sense);
}

WordId Lexicon::intern(std::string_view text) {
  const WordId id = words_.intern(text);
  if (id >= entries_.size()) {
    entries_.resize(id + 1);
    listed_.resize(id + 1);
  }
  return id;
}

/// A singular counts where it is a word, or where the plural is none either ("metaclasses").
WordId Lexicon::form_of(std::string_view word) {
  if (word.ends_with("'s")) word.remove_suffix(2);
  if (holds(plurals_only_, word)) return intern(word);
  const std::optional<WordInfo> info = look_up(word);
  const std::string american = info && info->british ? american_of(word) : std::string(word);
  const std::string singular = singular_of(american);
  const std::optional<WordInfo> known = look_up(singular);
  return intern((known && known->frequency > 0) || !info ? singular : american);
}

std::uint16_t roles_of(std::string_view word, const std::optional<WordInfo>& info) {
  if (word.starts_with('@')) return kFrame | kFixed;
  if (word == ".") return 0;
  if (is_number(word)) return kNumber | kFixed;
  if (!is_letter(decode(word, 0).value)) return kFixed;
  if (!info) return kUnknown;
  return info->capitalised ? kName : 0;
}

/// Code of one word or sign compares as the same without its marks; one that has a part in grammar (`is`, `in`) does
/// not.
WordId Lexicon::code_form(std::string_view code) {
  const WordId marked = intern(prefixed('`', code));
  const bool word = is_ascii_word(code);
  const bool sign = std::ranges::none_of(code, [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); });
  const bool call = code.find('(') != std::string_view::npos && code.find(' ') == std::string_view::npos;
  if (!word && !sign && !call) return marked;
  const WordId plain = intern(call ? prefixed('`', ascii_lower(code)) : ascii_lower(code));
  if (plain == marked) return marked;
  const bool grammar = (raw_roles(plain) & (kFunction | kFiller | kHead | kSide | kNegation | kFrame)) != 0;
  return grammar || entries_[plain].form != plain ? marked : plain;
}

WordId Lexicon::settle_new(WordId id) {
  const std::string word(words_.text(id));
  if (word.starts_with('`')) {
    if (const WordId form = code_form(word.substr(1)); form != id) return (entries_[id] = entries_[form]).form;
  }
  const bool plain = is_ascii_word(word.substr(0, word.find('\'')));
  const WordId form = plain ? form_of(word) : id;
  if (form != id) {
    settle(form);
    return (entries_[id] = entries_[form]).form;
  }
  const std::optional<WordInfo> info = look_up(word);
  WordEntry entry;
  entry.form = form;
  entry.sense = plain ? intern(prefixed('~', stemmer_.stem(word))) : form;
  entry.roles = static_cast<std::uint16_t>(listed_[id] | roles_of(word, info));
  const bool letters = is_letter(decode(word, 0).value);
  entry.weight = (entry.roles & (kFunction | kFiller)) != 0 ? kFunctionWeight : letters ? weight_of(info) : 1;
  entry.manner = plain && is_manner(word);
  entry.settled = true;
  entries_[id] = entry;
  return form;
}

/// The words of a list, sorted by their numbers.
std::vector<WordId> Lexicon::interned(std::string_view list) {
  std::vector<WordId> words;
  for (const std::string_view word : knowledge_.words(list)) words.push_back(intern(word));
  std::ranges::sort(words);
  return words;
}

/// "co-operation" is written "cooperation" as well.
void Lexicon::join(std::vector<WordId>& words) {
  if (!std::ranges::binary_search(prefixes_, words[words.size() - 2])) return;
  const std::string joined = fmt::format("{}{}", words_.text(words[words.size() - 2]), words_.text(words.back()));
  const std::optional<WordInfo> info = look_up(joined);
  if (!info || info->source < WordSource::field) return;
  words.pop_back();
  words.back() = intern(joined);
}

void Lexicon::words_of(std::string_view identity, std::vector<WordId>& out) {
  tokens_of(identity, tokens_);
  out.clear();
  for (const Token& token : tokens_) {
    switch (token.kind) {
      case TokenKind::stop: out.push_back(kStop); break;
      case TokenKind::code: out.push_back(intern(prefixed('`', token.text))); break;
      case TokenKind::number: out.push_back(intern(without_commas(token.text))); break;
      default: out.push_back(intern(token.text));
    }
    if (token.hangs && out.size() > 1) join(out);
  }
}

void Lexicon::forms_of(std::span<const WordId> words, bool english, std::vector<WordId>& out) {
  if (!english) {
    out.assign(words.begin(), words.end());
    for (const WordId id : words) settle(id);
    return;
  }
  spellings_.rewrite(words, words, kStop, rewritten_);
  std::size_t kept = 0;
  for (const WordId id : rewritten_) {
    const WordId form = settle(id);
    if (form == kStop && (kept == 0 || rewritten_[kept - 1] == kStop)) continue;
    if ((entries_[form].roles & kFiller) == 0) rewritten_[kept++] = form;
  }
  rewritten_.resize(kept);
  openings_.rewrite(rewritten_, rewritten_, kStop, out);
}

void Lexicon::meanings_of(std::span<const WordId> forms, std::vector<WordId>& out) {
  turned_.assign(forms.begin(), forms.end());
  turn(turned_);
  frames_.rewrite(turned_, turned_, kStop, rewritten_);
  move_manners(rewritten_);
  senses_.clear();
  for (const WordId form : rewritten_) senses_.push_back(entries_[form].sense);
  synonyms_.rewrite(rewritten_, senses_, kStop, out);
  std::erase(out, kStop);
}

/// "this code", "the code below", "the following program"
bool Lexicon::points_beside(std::span<const WordId> words) {
  constexpr std::uint16_t kEither = kGeneric | kBeside;
  std::uint16_t before = 0;
  for (const WordId word : words) {
    const std::uint16_t here = raw_roles(word);
    if ((before & kEither) != 0 && (here & kEither) != 0 && ((before | here) & kBeside) != 0) return true;
    before = here;
  }
  return false;
}

bool Lexicon::is_generic(std::span<const WordId> as_written) {
  spellings_.rewrite(as_written, as_written, kStop, rewritten_);
  const std::span<const WordId> words = rewritten_;
  if (points_beside(words)) return true;
  bool points = false, asks = false, numbered = false, matterless = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == kStop) continue;
    const std::uint16_t roles = raw_roles(words[i]);
    const bool grammar = (roles & (kFunction | kFiller | kFrame)) != 0;
    const bool generic = (roles & (kGeneric | kPointer)) != 0;
    const bool number = (roles & kNumber) != 0, letter = words_.text(words[i]).size() == 1;
    if (!grammar && !generic && !number && !letter) return false;
    points = points || (roles & kPointer) != 0 || ((roles & kThing) != 0 && i > 0 && words[i - 1] == the_);
    asks = asks || (roles & kFrame) != 0;
    numbered = numbered || number;
    matterless = matterless && grammar;
  }
  if (matterless || words.empty()) return true;
  if (numbered) return !asks && std::ranges::any_of(words, [&](WordId id) { return (raw_roles(id) & kThing) != 0; });
  return points || std::ranges::binary_search(orders_, words.front());
}

bool Lexicon::is_title(std::string_view identity, std::span<const WordId> words) {
  constexpr std::size_t kTitleWords = 6;
  if (words.size() > kTitleWords || identity.ends_with('?')) return false;
  return std::ranges::none_of(words, [&](WordId id) {
    return (raw_roles(id) & kFrame) != 0 || (id == words.front() && frames_.begins(entries_[id].form));
  });
}

bool Lexicon::is_known(WordId id) {
  return look_up(words_.text(id)).has_value();
}

void Lexicon::correct(WordId slip, WordId word) {
  settle(word);
  entries_[slip] = entries_[word];
}

bool Lexicon::opposed(WordId a, WordId b) const {
  return std::ranges::binary_search(opposites_, std::pair(std::min(a, b), std::max(a, b)));
}

std::vector<WordId> Lexicon::pattern(std::string_view text, Level level) {
  std::vector<WordId> words;
  for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size());
    const WordId id = intern(word);
    const WordId form = level == Level::surface ? id : settle(id);
    if (level != Level::surface && (entries_[form].roles & kFiller) != 0) continue;
    words.push_back(level == Level::sense ? entries_[form].sense : form);
  }
  return words;
}

void Lexicon::add_roles(std::string_view list, std::uint16_t role) {
  for (const std::string_view word : knowledge_.words(list)) {
    const WordId id = intern(word);
    listed_[id] = static_cast<std::uint16_t>(listed_[id] | role);
  }
}

/// Lines as "one way, another way -> what both become"; `^` in front binds a way to the begin of a clause, `*` is a
/// gap of any words.
void Lexicon::add_rules(std::string_view list, Phrases& to, Level level) {
  for (const std::string_view line : knowledge_.words(list)) {
    const std::size_t arrow = line.find("->");
    if (arrow == std::string_view::npos) continue;
    const std::vector<WordId> target = pattern(line.substr(arrow + 2), std::min(level, Level::form));
    for (std::string_view ways = line.substr(0, arrow); !ways.empty();) {
      const std::size_t comma = std::min(ways.find(','), ways.size());
      std::string_view way = trimmed(ways.substr(0, comma));
      PhraseRule rule;
      rule.at_start = way.starts_with('^');
      if (rule.at_start) way.remove_prefix(1);
      const std::size_t star = std::min(way.find('*'), way.size());
      rule.gap = star < way.size();
      rule.from = pattern(way.substr(0, star), level);
      if (rule.gap) rule.tail = pattern(way.substr(star + 1), level);
      rule.to = target;
      to.add(std::move(rule));
      ways.remove_prefix(std::min(comma + 1, ways.size()));
    }
  }
}

void Lexicon::add_opposites(std::string_view list) {
  for (const std::string_view line : knowledge_.words(list)) {
    const std::vector<WordId> pair = pattern(line, Level::form);
    for (std::size_t i = 0; i < pair.size(); ++i)
      for (std::size_t k = i + 1; k < pair.size(); ++k)
        opposites_.emplace_back(std::min(pair[i], pair[k]), std::max(pair[i], pair[k]));
  }
  std::ranges::sort(opposites_);
}

}  // namespace quizlint
