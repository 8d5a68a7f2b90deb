#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "checks/similarity/interner.h"
#include "checks/similarity/phrases.h"
#include "checks/similarity/stemmer.h"
#include "checks/similarity/tokens.h"
#include "knowledge/knowledge.h"

namespace quizlint {

/// What a word does in a question. Bits of Word::roles.
enum Role : std::uint16_t {
  kFiller = 1 << 0,    ///< says nothing: articles, "please", "exactly"
  kFunction = 1 << 1,  ///< grammar rather than matter: "do", "you", "of"
  kHead = 1 << 2,      ///< begins a phrase that may stand elsewhere: "in", "for", "when"
  kSide = 1 << 3,      ///< joins two things whose order does not matter: "and", "or", "versus"
  kPerson = 1 << 4,    ///< who is spoken of: "I", "you"
  kNegation = 1 << 5,  ///< "not", "never", "without"
  kFixed = 1 << 6,     ///< never to be left out: comparatives, quantities, symbols
  kNumber = 1 << 7,    ///< digits
  kFrame = 1 << 8,     ///< the kind of question: "@why", "how"
  kUnknown = 1 << 9,   ///< no dictionary has it: a name, a term, an identifier, a slip
  kName = 1 << 10,     ///< only ever written with capitals: "Paris"
  kLight = 1 << 11,    ///< matter that hardly changes what is asked: "main", "currently"
  kGeneric = 1 << 12,  ///< speaks of what stands beside the question: "output", "code"
  kPointer = 1 << 13,  ///< among generic words alone, the sign that they point at something: "result", "following"
  kBeside = 1 << 14,   ///< points at something beside the question: "this", "below"
  kThing = 1 << 15,    ///< among generic words alone, the same behind "the": "the bug"
};

/// Ends a clause among words.
inline constexpr WordId kStop = 0;

/// What the lexicon knows of one word; what it says of a form holds for all spellings of it.
struct WordEntry {
  WordId form = 0;   ///< the same for singular and plural, spellings and abbreviations
  WordId sense = 0;  ///< the same for all words of one stem
  float weight = 0;  ///< how much it tells: 0 to 1, by how rare it is in English
  std::uint16_t roles = 0;
  bool settled = false;
  bool manner = false;  ///< says how something is done: "dynamically"
};

/// The words of a run with what the rules and the vocabulary know of them.
class Lexicon {
 public:
  explicit Lexicon(const Knowledge& knowledge);

  /// The words of a question's identity as they stand there.
  void words_of(std::string_view identity, std::vector<WordId>& out);
  /// The forms of these words, fillers left out; clauses end with kStop.
  void forms_of(std::span<const WordId> words, bool english, std::vector<WordId>& out);
  /// What the forms mean: frames and synonyms put in; words that share WordEntry::sense mean the same.
  void meanings_of(std::span<const WordId> forms, std::vector<WordId>& out);

  const WordEntry& entry(WordId id) const { return entries_[id]; }
  std::string_view text(WordId id) const { return words_.text(id); }
  WordId size() const { return words_.size(); }
  /// Whether two words are opposites, or two values of one thing ("first", "last").
  bool opposed(WordId a, WordId b) const;
  /// Whether a question of these words says nothing by itself: "What is the output?", "Why does this code fail?",
  /// "Solve the equation.", "Question 7", "Why?"
  bool is_generic(std::span<const WordId> as_written);
  /// Whether it is a title rather than a question or an order: a few words, none of which asks.
  bool is_title(std::string_view identity, std::span<const WordId> words);
  /// Whether a dictionary has the word.
  bool is_known(WordId id);
  /// Lets a word that no dictionary has count as another spelling of `word`.
  void correct(WordId slip, WordId word);

 private:
  /// What the words of a rule are compared as.
  enum class Level : std::uint8_t { surface, form, sense };

  WordId intern(std::string_view text);
  std::vector<WordId> interned(std::string_view list);
  void join(std::vector<WordId>& words);
  /// Works out what is to be known of a word once it is met; returns its form.
  WordId settle(WordId id) { return entries_[id].settled ? entries_[id].form : settle_new(id); }
  WordId settle_new(WordId id);
  WordId form_of(std::string_view word);
  // Clauses that say the same in another order, lexicon_turns.cc.
  struct TurningWords {
    WordId how, why, which, what, is, can, could, be, do_, you, we, by, used, to, most, least;
  };
  bool is_thing(WordId form) const;
  std::size_t things_end(std::span<const WordId> clause, std::size_t begin) const;
  WordId verb_of(WordId participle);
  bool turn_passive(std::vector<WordId>& clause);
  bool turn_superlative(std::vector<WordId>& clause) const;
  void turn(std::vector<WordId>& forms);
  void move_manners(std::vector<WordId>& words) const;

  std::uint16_t raw_roles(WordId id) {
    settle(id);
    return listed_[id] | entries_[id].roles;
  }
  bool points_beside(std::span<const WordId> words);
  WordId code_form(std::string_view code);
  void add_roles(std::string_view list, std::uint16_t role);
  void add_rules(std::string_view list, Phrases& to, Level level);
  void add_opposites(std::string_view list);
  std::vector<WordId> pattern(std::string_view text, Level level);

  const Knowledge& knowledge_;
  std::span<const std::string_view> plurals_only_;
  Stemmer stemmer_;
  Interner words_;
  std::vector<WordEntry> entries_;
  std::vector<std::uint16_t> listed_;  // roles given by lists, by form
  Phrases spellings_, openings_, frames_, synonyms_;
  std::vector<std::pair<WordId, WordId>> opposites_;
  std::vector<WordId> orders_, prefixes_;  // sorted
  WordId the_;
  TurningWords turning_;
  std::vector<Token> tokens_;
  std::vector<WordId> rewritten_, senses_, turned_, clause_;
};

}  // namespace quizlint
