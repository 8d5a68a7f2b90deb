#include "knowledge/language.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "knowledge/vocabulary.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// A language in Latin letters: words that most of its sentences hold, and letters that point to it.
struct Profile {
  std::string_view language;
  std::string_view words;
  std::u32string_view letters;
};

// Written for quizlint. A word that several languages share counts for each, divided by their number.
constexpr Profile kProfiles[] = {
    {"en",
     "the of and to in is it that for was on are as with they be at this have from or by one had not but what all were "
     "when we there can an your which their if will each how them then these some would other into has more two than "
     "been who its now did get may over only does between why used using where should you do use i a my me he she no "
     "after many about first following about difference name called explain it's don't",
     U""},
    {"de",
     "der die und das ist nicht ein eine einen einem einer den dem des zu mit sich auf für von im auch als an werden "
     "aus "
     "er hat dass sie nach wird bei wie was welche welcher welches wann warum wo oder wenn kann sind war haben nur "
     "noch "
     "über wurde durch zum zur ihr ihre es am man vom bis mehr sein",
     U"ßäöü"},
    {"fr",
     "le la les de des du un une et est en que qui dans pour pas au aux sur par plus ne se avec ce cette ces il elle "
     "ils "
     "sont ou où quel quelle quels quelles comment pourquoi était être son sa ses leur nous vous je on mais comme tout "
     "votre notre réponse faire fait peut entre deux sans d'un d'une l'on qu'il c'est n'est si jouer y à été a",
     U"éèêàùçœëîôû"},
    {"es",
     "el la los las de del y en que un una unos unas es son por para con no se su sus al lo como más pero qué cuál "
     "cuáles "
     "cómo cuándo dónde quién este esta estos esto fue ser está ha le si o sobre entre cuando también todos todas hay "
     "muy "
     "sin desde nos siguiente siguientes puede porque",
     U"ñ¿¡óíáú"},
    {"pt",
     "o os as de do da dos das e em que um uma é são por para com não se no na nos nas ao à seu sua mais mas como qual "
     "quais quando onde quem foi ser está tem pelo pela isso este esta ou entre também você pode muito sobre até",
     U"ãõçâêóáíú"},
    {"it",
     "il lo la i gli le di del della dei delle dello degli e che è un una uno per con non si in da dal nel nella sul "
     "sono "
     "come più ma anche quale quali quando dove chi cosa perché questo questa ha al alla ai o essere stato tra può cui",
     U"èàòùì"},
    {"nl",
     "de het een en van in is dat op te zijn met voor niet aan er om ook als maar dan bij wat welke hoe waarom waar "
     "wie "
     "wordt door uit naar kan deze dit heeft hebben worden ze hij je tot over of nog geen werd meer",
     U""},
    {"pl",
     "i w na z do nie się jest to że o jak co który która które czy dla od po jego są był przez za lub oraz może ale "
     "tylko "
     "ze jako kiedy gdzie kto ma tak być tym jakie jaki jaka",
     U"łążźęśćń"},
    {"cs",
     "a v na je se z do že s o k jak to co který která které nebo pro od po jsou byl byla není ve ale za jeho při kdy "
     "kde "
     "kdo jaký jaká jaké jsme být může tak aby",
     U"řěůčšžý"},
    {"sv",
     "och i att det som en på är av för med den till inte om ett har de vad vilken vilket vilka hur när var eller från "
     "kan "
     "men så ska där blir också man sin under vid",
     U"åäö"},
    {"da",
     "og i at det som en på er af for med den til ikke om et har de hvad hvilken hvilket hvordan hvornår hvor eller "
     "fra "
     "kan men så skal der bliver også man sin under ved blev",
     U"åæø"},
    {"no",
     "og i at det som en på er av for med den til ikke om et har de hva hvilken hvilket hvordan når hvor eller fra kan "
     "men "
     "så skal der blir også man sin under ved ble",
     U"åæø"},
    {"fi",
     "ja on ei se että oli mutta kun mikä mitä miten missä kuka joka ovat olla tai niin hän sen myös kuin voi jos "
     "mukaan "
     "ole minkä miksi milloin",
     U"äö"},
    {"tr",
     "ve bir bu için ile de da ne olan olarak daha çok hangi nedir nasıl neden gibi en kadar sonra var mi mı ya veya "
     "değil "
     "her aşağıdakilerden hangisi hangisidir ise o olduğu",
     U"ğşıİçöü"},
    {"vi",
     "là và của có không được cho trong một các những để với khi này người về từ như đã sẽ nào gì hay tại thế bạn",
     U"đơưạảấầẩẫậắằẳẵặẹẻẽếềểễệịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ"},
    {"id",
     "yang dan di untuk dengan dari pada ini itu adalah tidak dalam apa atau oleh akan bisa sebagai ke juga karena ada "
     "kita saya anda apakah bagaimana mengapa jika lebih dapat sebuah",
     U""},
    {"ro",
     "și de la în este nu cu pe care un o din să se a pentru ce mai sunt sau fi are ca cel prin cum unde când cine lui",
     U"țșăâî"},
    {"hu",
     "a az és hogy nem is egy van ez mi meg de volt mint csak vagy ki melyik milyen mikor hol miért hány amely lehet",
     U"őűáéíóöü"},
    {"hr",
     "i u je se na da što za su od sa kako ako koji koja koje ili li bi biste ste s po iz kao ima nije sve biti može "
     "gdje zašto kada između razlika razlike jest te prema tko koju kojim kojem vam neke neki jeste uvijek niz opišite "
     "objasnite",
     U"čćžšđ"},
    {"sr",
     "i u je se na da šta za su od sa kako ako koji koja koje ili li bi biste ste s po iz kao ima nije sve biti može "
     "gde zašto kada između razlika razlike jeste te prema ko koju kojim kojem vam neke neki uvek niz opišite "
     "objasnite",
     U"čćžšđ"},
    {"sl",
     "in je se na da kaj za so od kako če ki ali bi s po iz kot ni vse biti lahko kje zakaj kdaj med razlika razlike "
     "ter pri kdo katera katero kateri ste si v z tudi ima kakšna kakšne kakšen opišite razložite",
     U"čžš"},
    {"sk",
     "a v na je sa z do že s o k ako čo ktorý ktorá ktoré alebo pre od po sú bol bola nie vo ale za jeho pri kedy kde "
     "kto aký aká aké môže tak aby rozdiel medzi prečo",
     U"ľĺŕôäčžšť"},
    {"lv",
     "un ir ar no uz kas par kā lai vai pēc pie to tā kad nav ja arī tas ko kur kāpēc kādas kāda kāds būt starp jūs "
     "kādus atšķirība aprakstiet vienu ne šo",
     U"āēīūģķļņšžč"},
    {"lt",
     "ir yra kad su kaip kas tai ar iš į už bet nuo apie jis kur kodėl koks kokia kokie būti tarp po per dėl jei ką "
     "jūs",
     U"ąęėįųūšžč"},
    {"et", "ja on ei see et oli kui mis mida kes kus miks kuidas või ka oma selle ning mille millal vahe", U"õäöü"},
    {"ca",
     "el la els les de del i en que un una és són per amb no es al com més però quin quina què quan on aquest aquesta "
     "o",
     U"çàèéíòóú"},
};
constexpr std::size_t kLanguages = std::size(kProfiles);

using Votes = std::array<double, kLanguages>;

/// The lower case of ASCII letters, 0 for other bytes.
struct LowerLetters {
  char of[256] = {};
  constexpr LowerLetters() {
    for (char c = 'a'; c <= 'z'; ++c) of[static_cast<int>(c)] = of[c - 'a' + 'A'] = c;
  }
  constexpr char operator[](char c) const { return of[static_cast<unsigned char>(c)]; }
};
constexpr LowerLetters kLower;

/// A word in lower case, as it is read.
struct Word {
  static constexpr std::size_t kLongest = 32;  ///< bytes; no frequent word has so many
  char bytes[kLongest];
  std::size_t size = 0;    ///< of a longer one the bytes mean nothing
  std::uint32_t hash = 0;  ///< FNV-1a, but for where it begins

  void add(char c) {
    bytes[size++ % kLongest] = c;
    hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
  }
  /// Adds the ASCII letters that stand at `at`; where they end.
  std::size_t add_letters(std::string_view prose, std::size_t at) {
    Word word = *this;  // a copy stays in registers
    for (; at < prose.size() && kLower[prose[at]] != 0; ++at) word.add(kLower[prose[at]]);
    *this = word;
    return at;
  }
};

/// The languages of each frequent word, a bit a profile.
class FrequentWords {
 public:
  FrequentWords() {
    for (std::size_t i = 0; i < kLanguages; ++i)
      for (std::string_view rest = kProfiles[i].words; !rest.empty();) {
        Word word;
        for (const char c : rest.substr(0, rest.find(' '))) word.add(c);
        add(rest.substr(0, word.size), word.hash, 1U << i);
        rest.remove_prefix(std::min(word.size + 1, rest.size()));
      }
  }

  std::uint32_t languages_of(const Word& word) const {
    if (word.size > Word::kLongest) return 0;
    const std::uint16_t slot = slots_[slot_of({word.bytes, word.size}, word.hash)];
    return slot == 0 ? 0 : entries_[slot - 1U].languages;
  }

 private:
  struct Entry {
    std::string_view word;
    std::uint32_t languages;
  };

  void add(std::string_view word, std::uint32_t hash, std::uint32_t language) {
    std::uint16_t& slot = slots_[slot_of(word, hash)];
    if (slot == 0) {
      entries_.push_back({word, 0});
      slot = static_cast<std::uint16_t>(entries_.size());
    }
    entries_[slot - 1U].languages |= language;
  }

  /// The slot of the word, or a free one.
  std::size_t slot_of(std::string_view word, std::uint32_t hash) const {
    std::size_t at = (hash ^ hash >> 16) % slots_.size();
    while (slots_[at] != 0 && entries_[slots_[at] - 1U].word != word) at = (at + 1) % slots_.size();
    return at;
  }

  std::vector<Entry> entries_;
  std::array<std::uint16_t, 4096> slots_{};  ///< an entry and 1, or 0; four times as many as there are words
};

void vote_by_word(const Word& word, Votes& votes) {
  static const FrequentWords kFrequent;
  const std::uint32_t languages = kFrequent.languages_of(word);
  if (languages == 0) return;
  const double weight = word.size == 1 ? 0.5 : 1;  // a letter alone may be a variable
  const double share = weight / __builtin_popcount(languages);
  for (std::uint32_t left = languages; left != 0; left &= left - 1)
    votes[static_cast<std::size_t>(__builtin_ctz(left))] += share;
}

void vote_by_letter(char32_t letter, Votes& votes, double weight = 0.15) {
  for (std::size_t i = 0; i < kLanguages; ++i)
    if (kProfiles[i].letters.find(letter) != std::u32string_view::npos) votes[i] += weight;
}

/// A run of code points that one language or a few write with.
struct Script {
  char32_t first, last;
  std::string_view language;
};
constexpr Script kScripts[] = {
    {0x370, 0x3FF, "el"},   {0x400, 0x52F, "ru"},   {0x531, 0x58F, "hy"},   {0x590, 0x5FF, "he"},
    {0x600, 0x6FF, "ar"},   {0xA00, 0xA7F, "pa"},   {0xD80, 0xDFF, "si"},   {0xE80, 0xEFF, "lo"},
    {0x1000, 0x109F, "my"}, {0x1200, 0x137F, "am"}, {0x1780, 0x17FF, "km"}, {0x900, 0x97F, "hi"},
    {0x980, 0x9FF, "bn"},   {0xA80, 0xAFF, "gu"},   {0xB80, 0xBFF, "ta"},   {0xC00, 0xC7F, "te"},
    {0xC80, 0xCFF, "kn"},   {0xD00, 0xD7F, "ml"},   {0xE00, 0xE7F, "th"},   {0x10A0, 0x10FF, "ka"},
    {0x1100, 0x11FF, "ko"}, {0x3040, 0x30FF, "ja"}, {0x3400, 0x9FFF, "zh"}, {0xAC00, 0xD7AF, "ko"},
};

/// Letters of one language among those that share a script.
struct Telling {
  std::string_view script, language;
  std::u32string_view letters;
};
constexpr Telling kTelling[] = {
    {"ru", "uk", U"іїєґІЇЄҐ"}, {"ru", "sr", U"ђјљњћџЂЈЉЊЋЏ"}, {"ru", "be", U"ўЎ"},
    {"ru", "mk", U"ѓќѕЃЌЅ"},   {"ar", "fa", U"پچژگ"},         {"ar", "ur", U"ٹڈڑے"},
};

struct Tally {
  Votes votes{};
  std::array<std::size_t, std::size(kScripts)> by_script{};
  std::array<std::size_t, std::size(kTelling)> telling{};
  std::size_t others = 0;   ///< letters of other scripts than Latin
  std::size_t russian = 0;  ///< letters that Bulgarian lacks
  std::size_t hard = 0;     ///< hard signs, which Bulgarian is full of
  std::size_t latin = 0;
  std::size_t words = 0;
};

void count_other_script(char32_t value, Tally& tally) {
  if (value == U'ы' || value == U'э' || value == U'ё') ++tally.russian;
  if (value == U'ъ') ++tally.hard;
  for (std::size_t i = 0; i < std::size(kScripts); ++i)
    if (kScripts[i].first <= value && value <= kScripts[i].last) ++tally.by_script[i], ++tally.others;
  for (std::size_t i = 0; i < std::size(kTelling); ++i)
    if (kTelling[i].letters.find(value) != std::u32string_view::npos) ++tally.telling[i];
}

Tally tally_of(std::string_view prose) {
  Tally tally;
  Word word;
  const auto finish = [&] {
    if (word.size == 0) return;
    ++tally.words;
    vote_by_word(word, tally.votes);
    word.size = word.hash = 0;
  };
  for (std::size_t at = 0; at < prose.size();) {
    const std::size_t begin = at;
    at = word.add_letters(prose, at);
    tally.latin += at - begin;
    if (at == prose.size()) break;
    if (prose[at] == ' ') {
      finish();
      ++at;
      continue;
    }
    const CodePoint point = decode(prose, at);
    at += point.size;
    if (point.value < 0x250 ? is_letter(point.value) : point.value >= 0x1E00 && point.value < 0x1F00) {
      ++tally.latin;
      const char32_t lower = to_lower(point.value);
      std::string bytes;
      append_utf8(bytes, lower);
      for (const char c : bytes) word.add(c);
      if (point.value >= 0x80) vote_by_letter(lower, tally.votes);
    } else if (point.value == '\'' || point.value == 0x2019) {
      if (word.size > 0) word.add('\'');
    } else {
      finish();
      if (point.value == U'¿' || point.value == U'¡') vote_by_letter(point.value, tally.votes, 1.5);
      if (point.value >= 0x370) count_other_script(point.value, tally);
    }
  }
  finish();
  return tally;
}

/// The language of a script that has as many letters as Latin has, or more. A Han sign counts for two letters.
std::string by_script(const Tally& tally) {
  if (tally.others == 0) return "";
  std::size_t best = 0, all = 0;
  std::array<std::size_t, std::size(kScripts)> letters{};
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const bool dense = kScripts[i].language == "zh" || kScripts[i].language == "ja" || kScripts[i].language == "ko";
    letters[i] = tally.by_script[i] * (dense ? 3 : 1);
    all += letters[i];
    if (letters[i] > letters[best]) best = i;
  }
  if (all < 2 || all * 2 < tally.latin) return "";
  std::string language(kScripts[best].language);
  const auto kana = std::ranges::find(kScripts, "ja", &Script::language) - std::begin(kScripts);
  if (language == "zh" && letters[static_cast<std::size_t>(kana)] * 10 > all) return "ja";
  for (std::size_t i = 0; i < std::size(kTelling); ++i)
    if (kTelling[i].script == language && tally.telling[i] * 60 > all) return std::string(kTelling[i].language);
  return language == "ru" && tally.russian == 0 && tally.hard * 120 > all ? "bg" : language;
}

constexpr std::size_t kEnglish = 0;
static_assert(kProfiles[kEnglish].language == "en");

std::string by_votes(const Tally& tally) {
  const auto best = std::ranges::max_element(tally.votes);
  const double words = static_cast<double>(tally.words);
  double second = 0;  // which of two foreign languages it is, matters less than whether it is English
  for (auto at = tally.votes.begin(); at != tally.votes.end(); ++at)
    if (at != best && (*best == tally.votes[kEnglish] || at == tally.votes.begin() + kEnglish))
      second = std::max(second, *at);
  if (*best < 1.2 || *best < 0.08 * words || *best < 1.2 * second) return "";
  return std::string(kProfiles[best - tally.votes.begin()].language);
}

/// Whether nearly all longer words are English, whatever the short ones are: "w = W in most cases" is no Polish.
bool is_mostly_english(std::string_view prose) {
  constexpr std::size_t kLong = 4;
  std::size_t english = 0, words = 0, letters = 0;
  for (std::size_t at = 0; at <= prose.size(); ++at) {
    const char c = at < prose.size() ? prose[at] : ' ';
    if (is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80) {
      ++letters;
      continue;
    }
    if (letters >= kLong) {
      const auto info = look_up(ascii_lower(prose.substr(at - letters, letters)));
      english += info && info->source >= WordSource::field && !info->foreign ? 1 : 0;
      ++words;
    }
    letters = 0;
  }
  return words > 2 && english * 5 >= words * 4;
}

/// More prose than this tells no more, in bytes.
constexpr std::size_t kEnough = 20000;

}  // namespace

std::string language_of(std::string_view prose) {
  prose = prefix(prose, kEnough);
  const Tally tally = tally_of(prose);
  std::string script = by_script(tally);
  if (!script.empty()) return script;
  std::string language = by_votes(tally);
  if (language.empty() || language == "en" || tally.votes[kEnglish] < 0.5) return language;
  return is_mostly_english(prose) ? "en" : language;
}

}  // namespace quizlint
