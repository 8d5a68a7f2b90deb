#include "formats/records/infer.h"

#include <algorithm>

#include <fmt/format.h>

#include "formats/records/choices.h"
#include "formats/records/infer_choices.h"
#include "formats/records/names.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

/// A stem that scores less than this is none.
constexpr double kLeastStem = 0.35;
/// The name of an object's member that is a question itself; the text of a turn that is answered.
constexpr double kAskedName = 0.95;
/// Stems whose scores differ by less are alike.
constexpr double kTie = 0.02;

struct Stem {
  const Column* column = nullptr;
  const Facts* facts = nullptr;
  double name = 0;
  double score = 0;
};

class Inferrer {
 public:
  Inferrer(const Table& table, const RecordMap& given) : table_(table), given_(given) {
    for (const Column& column : table.columns) facts_.push_back(facts_of(table, column));
    card_ = table.named ? named_card() : unnamed_card();
  }

  std::optional<Inference> run() {
    if (!settle_stem()) return std::nullopt;
    settle_choices();
    settle_answer();
    if (given_.stem.empty() && !holds_questions()) return std::nullopt;
    settle_rest();
    result_.answers = expects_answers();
    result_.confidence = confidence();
    return std::move(result_);
  }

 private:
  RecordMap& map() { return result_.map; }
  const RecordMap& map() const { return result_.map; }

  const Facts& facts(const std::string& path) const {
    static const Facts kNothing;
    for (std::size_t i = 0; i < table_.columns.size(); ++i)
      if (table_.columns[i].path == path) return facts_[i];
    return kNothing;
  }

  Stem stem_of(std::size_t i) const {
    const Column& column = table_.columns[i];
    const Facts& facts = facts_[i];
    Stem stem{&column, &facts, name_fit(column.path, Role::stem), 0};
    if (!table_.named && is_longest(i)) stem.name = 0.5;
    if (card_) stem.name = i == card_->front ? kAskedName : 0;
    if (column.path == ".") stem.name = fit_of_list();
    if (column.path == "{}") stem.name = kAskedName;
    if (table_.turns) stem.name = column.path.starts_with('>') || !is_longest_turn(i) ? 0 : kAskedName;
    if (facts.strings < 0.5 * facts.filled || facts.filled == 0 || column.inherited) return stem;
    if (name_fit(column.path, Role::id) >= 0.8) return stem;
    const bool says_much = facts.words >= 2 || stem.name >= 0.9;
    const bool says_the_same = (facts.words < 3 && facts.distinct < 0.1 && table_.records.size() > 20) ||
                               (facts.words < 2 && facts.distinct <= 0.5 && table_.records.size() >= 4);
    if (!says_much || says_the_same) return stem;
    // A name that means something else speaks against it.
    const double other = std::max({name_fit(column.path, Role::answer), name_fit(column.path, Role::explanation),
                                   name_fit(column.path, Role::choices), name_fit(column.path, Role::context)});
    const double name = stem.name > other ? stem.name : std::min(stem.name, 0.3);
    stem.score = facts.filled * (0.55 * name + 0.35 * facts.questions + 0.1 * std::min(1.0, facts.distinct * 2));
    return stem;
  }

  /// Texts in a list are questions where its name says so; a list without a name may be anything.
  double fit_of_list() const {
    const std::string name = table_.path.substr(0, table_.path.find("[]"));
    return name.empty() ? 0.5 : name_fit(name, Role::stem);
  }

  /// A mere list of questions, or a sheet that is handed out, has no field for an answer at all.
  bool expects_answers() const {
    if (!map().key.empty() || !map().answer.empty() || !map().incorrect.empty()) return true;
    if (choices_.score > 0 && choices_.sample.marked > 0) return true;
    return std::ranges::any_of(table_.columns, [&](const Column& column) {
      const double name = std::max(name_fit(column.path, Role::key), name_fit(column.path, Role::answer));
      return name >= 0.8 && !column.inherited && !is_taken(column.path);
    });
  }

  /// Where fields have no names, the one with the longest texts may be the question.
  bool is_longest(std::size_t i) const {
    return std::ranges::all_of(facts_, [&](const Facts& other) { return other.words <= facts_[i].words; });
  }

  /// The two columns of a card, a term and what it means.
  struct Card {
    std::size_t front = 0, back = 0;
  };

  std::optional<std::size_t> column_named(std::initializer_list<std::string_view> names) const {
    for (std::size_t i = 0; i < facts_.size(); ++i)
      if (std::ranges::find(names, ascii_lower(table_.columns[i].path)) != names.end()) return i;
    return std::nullopt;
  }

  /// Whether each text of a column hardly comes again.
  bool are_apart(std::size_t i, double share) const { return facts_[i].strings >= 0.98 && facts_[i].distinct >= share; }

  /// Columns that are called like the sides of a card, whatever stands beside them: tags, notes, pictures.
  std::optional<Card> named_card() const {
    constexpr std::size_t kLeastCards = 3;
    constexpr double kApart = 0.7;
    const auto front = column_named(
        {"front", "term", "word", "concept", "vorderseite", "begriff", "recto", "terme", "anverso", "término"});
    const auto back = column_named({"back", "definition", "meaning", "translation", "rückseite", "bedeutung", "verso",
                                    "définition", "reverso", "definición", "significado"});
    if (!front || !back || table_.records.size() < kLeastCards) return std::nullopt;
    if (!are_apart(*front, kApart) || facts_[*back].strings < 0.98 * facts_[*back].filled) return std::nullopt;
    return Card{*front, *back};
  }

  /// Two columns without names, each with texts that do not come again.
  std::optional<Card> unnamed_card() const {
    constexpr std::size_t kLeastCards = 5;
    constexpr double kApart = 0.95;
    if (facts_.size() != 2 || table_.named || table_.records.size() < kLeastCards) return std::nullopt;
    if (!are_apart(0, kApart) || !are_apart(1, kApart)) return std::nullopt;
    if (facts_[0].words > 25 || facts_[1].words < 2 || facts_[1].questions >= 0.5) return std::nullopt;
    return Card{0, 1};
  }

  /// Of a turn, who speaks and what is said have a field each.
  bool is_longest_turn(std::size_t i) const {
    for (std::size_t other = 0; other < facts_.size(); ++other)
      if (!table_.columns[other].path.starts_with('>') && !table_.columns[other].inherited &&
          facts_[other].words > facts_[i].words)
        return false;
    return true;
  }

  bool settle_stem() {
    std::vector<Stem> stems;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      Stem stem = stem_of(i);
      if (!given_.stem.empty() ? stem.column->path == given_.stem : stem.score >= kLeastStem) stems.push_back(stem);
    }
    if (stems.empty() && given_.stem.empty()) stems = unlikely_stems();
    if (stems.empty()) return false;
    std::ranges::stable_sort(stems, [](const Stem& a, const Stem& b) { return a.score > b.score; });
    stem_ = stems.front();
    take_clue();
    map().stem = stem_.column->path;
    if (stems.size() > 1 && stems[0].score - stems[1].score < kTie) doubt_stem(stems[1]);
    return true;
  }

  /// In sets of the quiz show Jeopardy! the "answer" is what is read out, and the "question" the short reply to it.
  void take_clue() {
    static constexpr std::string_view kShow[] = {"clue", "daily double", "air date", "show number"};
    if (!given_.stem.empty() || name_fit(stem_.column->path, Role::stem) < 0.9) return;
    const bool is_show = std::ranges::any_of(table_.columns, [&](const Column& column) {
      std::string words;
      for (const std::string& word : name_words(column.path)) words += (words.empty() ? "" : " ") + word;
      return std::ranges::any_of(kShow, [&](std::string_view name) { return words.starts_with(name); });
    });
    if (!is_show) return;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const bool is_answer = name_fit(table_.columns[i].path, Role::answer) >= 0.9;
      if (!is_answer || facts_[i].words < 2 * stem_.facts->words || facts_[i].strings < 0.5) continue;
      reply_ = stem_.column->path;
      stem_ = {&table_.columns[i], &facts_[i], stem_.name, stem_.score};
      return;
    }
  }

  /// Texts that do not read like questions, by a name that many things have: choices with a key must prove them.
  std::vector<Stem> unlikely_stems() const {
    std::vector<Stem> stems;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const Stem stem = stem_of(i);
      if (stem.name >= 0.35 && stem.score >= 0.5 * kLeastStem && stem.facts->words >= 3) stems.push_back(stem);
    }
    return stems;
  }

  void doubt_stem(const Stem& other) {
    if (other.name != stem_.name || same_cells(*stem_.column, *other.column)) return;
    result_.doubts.push_back(
        {first_cell(*stem_.column),
         fmt::format(
             "'{0}' and '{1}' both look like the question; say which one is under `overrides` in .quizlint.yaml: "
             "`map: {{stem: {0}}}` or `map: {{stem: {1}}}`",
             stem_.column->path, other.column->path)});
  }

  bool same_cells(const Column& a, const Column& b) const {
    for (std::size_t i = 0; i < a.cells.size(); ++i)
      if (chars(a.cells[i]) != chars(b.cells[i])) return false;
    return true;
  }
  std::string chars(ValueId id) const {
    return id == kNone ? std::string() : chars_of(*table_.document, table_.document->values[id]);
  }
  static ValueId first_cell(const Column& column) {
    const auto cell = std::ranges::find_if(column.cells, [](ValueId id) { return id != kNone; });
    return cell == column.cells.end() ? kNone : *cell;
  }

  void settle_choices() {
    choices_ = best_choices(table_, facts_, map(), given_);
    if (choices_.score == 0) {
      map().key = given_.key;
      map().key_as = given_.key_as;
      return;
    }
    result_.map = choices_.map;
    std::ranges::move(choices_.key.doubts, std::back_inserter(result_.doubts));
  }

  bool is_taken(const std::string& path) const {
    if (path == map().stem || path == map().context || path == map().answer) return true;
    if (path == map().key && choices_.score > 0) return true;
    for (const auto* list : {&map().choices, &map().incorrect})
      for (const std::string& field : *list)
        if (path == field || path.starts_with(field + ".")) return true;
    return false;
  }

  /// The best of the columns that are free for a role, if its name says at least `least`.
  std::string best_for(Role role, double least, double least_words) const {
    std::string best;
    double score = 0;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const Column& column = table_.columns[i];
      if (is_taken(column.path) || facts_[i].objects > 0.5 * facts_[i].filled) continue;
      if (column.inherited && role != Role::context && role != Role::category) continue;
      const double name = name_fit(column.path, role);
      if (name < least || (facts_[i].filled > 0 && facts_[i].words < least_words && facts_[i].strings > 0)) continue;
      const double fit = name * (0.5 + 0.5 * facts_[i].filled) * (column.inherited ? 0.9 : 1);
      if (fit > score) score = fit, best = column.path;
    }
    return best;
  }

  /// Questions without choices have an answer; among those with choices there may be some without.
  void settle_answer() {
    map().answer = given_.answer.empty() ? answer_by_place() : given_.answer;
    if (!map().answer.empty()) return;
    const bool all_choices = choices_.score > 0 && choices_.sample.coverage > 0.98;
    if (all_choices) return;
    if (choices_.score > 0 && !map().key.empty() && facts(map().key).filled > 0.98) return;
    map().answer = best_for(Role::answer, 0.45, 0);
    if (const std::string list = list_of_answers(); !list.empty()) map().answer = list;
    answer_name_ = map().answer.empty() ? 0 : name_fit(map().answer, Role::answer);
    if (map().answer.empty() && choices_.score == 0 && stem_.facts->questions >= 0.7) take_only_text();
  }

  /// What a question names is its answer, and so is what the other side says next.
  std::string answer_by_place() {
    std::string answer;
    if (map().stem == "{}" && table_.path.ends_with("{}")) answer = ".";
    if (table_.turns) answer = ">" + map().stem;
    if (!reply_.empty()) answer = reply_;
    if (card_) answer = table_.columns[card_->back].path;
    if (!answer.empty()) answer_name_ = 1;
    return answer;
  }

  /// Where the answer is a number that counts into a list of one answer, that list holds the answer.
  std::string list_of_answers() const {
    if (map().answer.empty() || facts(map().answer).numbers < 0.9 * facts(map().answer).filled) return {};
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const std::string& path = table_.columns[i].path;
      const double name = std::max(name_fit(path, Role::answer), name_fit(path, Role::choices));
      if (path != map().answer && name >= 0.6 && facts_[i].lists >= 0.9 * facts_[i].filled && facts_[i].filled > 0.5)
        return path;
    }
    return {};
  }

  /// Of records with a question and one other text, that one is the answer.
  void take_only_text() {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < table_.columns.size(); ++i) {
      const Column& column = table_.columns[i];
      const bool known = name_fit(column.path, Role::id) >= 0.5 || name_fit(column.path, Role::category) >= 0.5 ||
                         name_fit(column.path, Role::language) >= 0.5 || name_fit(column.path, Role::context) >= 0.5;
      if (is_taken(column.path) || column.inherited || known) continue;
      const bool asks = facts_[i].questions >= 0.6;  // two questions side by side are a pair, not an answer
      if (facts_[i].strings >= 0.5 && facts_[i].distinct >= 0.5 && !asks &&
          name_fit(column.path, Role::explanation) < 0.5)
        texts.push_back(column.path);
    }
    if (texts.size() == 1) map().answer = texts.front();
  }

  /// A file of settings, of translations, of measurements has texts too. What makes records questions is a field that
  /// is called a question, or texts that read like questions, with an answer or choices to them.
  bool holds_questions() const {
    const double name = stem_.name;
    const Facts& stem = *stem_.facts;
    const bool keyed = choices_.score > 0 && (choices_.sample.marked > 0.5 || !map().incorrect.empty() ||
                                              choices_.key.fit * choices_.key.coverage > 0.5);
    const bool few = table_.all.size() <= 2;
    if (table_.turns || card_) return true;
    if (stem_.score < kLeastStem) return keyed && !few;
    // A form or a schema may have one field with options.
    if (few && name < 0.5 && stem.questions < 0.8) return false;
    if (choices_.score > 0 && (keyed || name >= 0.9)) return name >= 0.25 || stem.questions >= 0.4;
    const bool full = choices_.score > 0 && choices_.sample.even && choices_.sample.coverage > 0.95;
    if (full && !few && name >= 0.6 && stem.words >= 2) return true;
    if (few && (stem.questions < 0.6 || name < 0.85)) return false;
    if (!map().answer.empty() && answer_name_ > 0) {
      if (name >= 0.85) return stem.words >= 2 || stem.questions >= 0.3;
      if (name >= 0.5) return answer_name_ >= 0.5 && stem.words >= 3 && (stem.distinct >= 0.5 || stem.questions >= 0.5);
      return stem.questions >= 0.6 && (answer_name_ >= 0.85 || (name >= 0.35 && stem.questions >= 0.8));
    }
    if (name >= 0.85) return stem.questions >= 0.4;
    if (stem_.column->path == ".") return stem.questions >= 0.7;
    return !map().answer.empty() && stem.questions >= 0.7;
  }

  void settle_rest() {
    const auto take = [&](std::string& to, const std::string& given, Role role, double least, double words) {
      to = given.empty() ? best_for(role, least, words) : given;
    };
    take(map().context, given_.context, Role::context, 0.4, 3);
    take(map().explanation, given_.explanation, Role::explanation, 0.55, 2);
    take(map().category, given_.category, Role::category, 0.55, 0);
    take(map().language, given_.language, Role::language, 0.8, 0);
    take(map().id, given_.id, Role::id, 0.8, 0);
    take(map().unanswerable, given_.unanswerable, Role::unanswerable, 0.8, 0);
    if (given_.category.empty() && !groups(map().category)) map().category.clear();
    map().records = table_.path;
  }

  /// Whether a field says the same of several records.
  bool groups(const std::string& path) const {
    if (path.empty()) return true;
    const Facts& it = facts(path);
    return it.lists == 0 && it.words <= 12 && (it.distinct <= 0.5 || table_.records.size() < 20);
  }

  double confidence() const {
    const double answers = choices_.score > 0 ? choices_.score : map().answer.empty() ? 0.3 : 0.5 + 0.5 * answer_name_;
    const double doubt = result_.doubts.empty() ? 1 : 0.5;
    return std::min(1.0, doubt * (0.5 * std::min(1.0, stem_.score / 0.8) + 0.5 * answers));
  }

  const Table& table_;
  const RecordMap& given_;
  std::vector<Facts> facts_;
  std::optional<Card> card_;
  Stem stem_;
  ChoiceSource choices_;
  double answer_name_ = 0;
  std::string reply_;  ///< the answer, where names say otherwise
  Inference result_;
};

}  // namespace

std::optional<Inference> infer(const Table& table, const RecordMap& given) {
  return table.records.empty() ? std::nullopt : Inferrer(table, given).run();
}

}  // namespace quizlint::records
