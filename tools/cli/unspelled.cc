#include "cli/unspelled.h"

#include <algorithm>

#include <fmt/format.h>

namespace quizlint {
namespace {

struct Language {
  std::string_view code, name, package;
};

/// Packages of Debian 12; "" where it has no dictionary.
constexpr Language kLanguages[] = {
    {"am", "Amharic", ""},
    {"ar", "Arabic", "hunspell-ar"},
    {"be", "Belarusian", "hunspell-be"},
    {"bg", "Bulgarian", "hunspell-bg"},
    {"bn", "Bengali", "hunspell-bn"},
    {"ca", "Catalan", "hunspell-ca"},
    {"cs", "Czech", "hunspell-cs"},
    {"da", "Danish", "hunspell-da"},
    {"de", "German", "hunspell-de-de"},
    {"el", "Greek", "hunspell-el"},
    {"es", "Spanish", "hunspell-es"},
    {"et", "Estonian", "myspell-et"},
    {"fa", "Persian", ""},
    {"fi", "Finnish", ""},
    {"fr", "French", "hunspell-fr"},
    {"gu", "Gujarati", "hunspell-gu"},
    {"he", "Hebrew", "hunspell-he"},
    {"hi", "Hindi", "hunspell-hi"},
    {"hr", "Croatian", "hunspell-hr"},
    {"hu", "Hungarian", "hunspell-hu"},
    {"hy", "Armenian", ""},
    {"id", "Indonesian", "hunspell-id"},
    {"it", "Italian", "hunspell-it"},
    {"ja", "Japanese", ""},
    {"ka", "Georgian", ""},
    {"km", "Khmer", ""},
    {"kn", "Kannada", ""},
    {"ko", "Korean", "hunspell-ko"},
    {"lo", "Lao", "hunspell-lo"},
    {"lt", "Lithuanian", "hunspell-lt"},
    {"lv", "Latvian", "hunspell-lv"},
    {"mk", "Macedonian", ""},
    {"ml", "Malayalam", "hunspell-ml"},
    {"my", "Burmese", ""},
    {"nl", "Dutch", "hunspell-nl"},
    {"no", "Norwegian", "hunspell-no"},
    {"pa", "Punjabi", ""},
    {"pl", "Polish", "hunspell-pl"},
    {"pt", "Portuguese", "hunspell-pt-pt"},
    {"ro", "Romanian", "hunspell-ro"},
    {"ru", "Russian", "hunspell-ru"},
    {"si", "Sinhala", "hunspell-si"},
    {"sk", "Slovak", "hunspell-sk"},
    {"sl", "Slovenian", "hunspell-sl"},
    {"sr", "Serbian", "hunspell-sr"},
    {"sv", "Swedish", "hunspell-sv"},
    {"ta", "Tamil", ""},
    {"te", "Telugu", "hunspell-te"},
    {"th", "Thai", "hunspell-th"},
    {"tr", "Turkish", "hunspell-tr"},
    {"uk", "Ukrainian", "hunspell-uk"},
    {"ur", "Urdu", ""},
    {"vi", "Vietnamese", "hunspell-vi"},
    {"zh", "Chinese", ""},
};

}  // namespace

std::string note_of_unspelled(std::string_view language) {
  const auto* const known = std::ranges::find(kLanguages, language, &Language::code);
  const bool found = known != std::end(kLanguages);
  const std::string name = found ? fmt::format("{} ({})", known->name, language) : fmt::format("'{}'", language);
  const std::string note =
      fmt::format("text in {} is not spell-checked; its Hunspell dictionary is not installed", name);
  return found && !known->package.empty() ? fmt::format("{} (Debian: {})", note, known->package) : note;
}

}  // namespace quizlint
