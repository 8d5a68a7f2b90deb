#include "checks/structure/translations.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/utf8.h"

namespace quizlint {
namespace {

/// ISO 639-1 codes under which banks are translated; those that are also English words or usual names of files ("is",
/// "no", "so") are left out.
constexpr std::array<std::string_view, 52> kLanguages = {
    "ar", "az", "be", "bg", "bn", "bs", "ca", "cn", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr",
    "ga", "he", "hi", "hr", "hu", "hy", "id", "it", "ja", "jp", "ka", "kk", "ko", "lt", "lv", "mk", "ms", "nb",
    "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sq", "sr", "sv", "ta", "th", "tr", "uk", "vi", "zh"};

bool is_region(std::string_view text) {
  return (text.size() == 2 || text == "hans" || text == "hant") && std::ranges::all_of(text, is_ascii_letter);
}

/// Whether a text is "fr", "pt-BR", "zh_CN".
bool is_code(std::string_view text) {
  const std::string lower = ascii_lower(text);
  if (lower.size() < 2 || std::ranges::find(kLanguages, std::string_view(lower).substr(0, 2)) == kLanguages.end())
    return false;
  if (lower.size() == 2) return true;
  return (lower[2] == '-' || lower[2] == '_') && is_region(std::string_view(lower).substr(3));
}

std::string normal(std::string_view code) {
  std::string lower = ascii_lower(code);
  std::ranges::replace(lower, '_', '-');
  return lower;
}

/// Takes a code off the end of a file's name before its extension: "quiz-fr", "README_pt-BR", "quiz.ro".
std::string strip(std::string_view name, std::string& language) {
  const std::size_t dot = name.rfind('.');
  const std::string_view base = name.substr(0, dot);
  const std::string_view extension = dot == std::string_view::npos ? "" : name.substr(dot);
  for (std::size_t at = 1; at + 2 < base.size(); ++at) {
    if (base[at] != '-' && base[at] != '_' && base[at] != '.') continue;
    if (!is_code(base.substr(at + 1))) continue;
    language = normal(base.substr(at + 1));
    return std::string(base.substr(0, at)) + std::string(extension);
  }
  if (is_code(base)) {
    language = normal(base);
    return std::string(extension);
  }
  return std::string(name);
}

}  // namespace

FamilyName family_name(std::string_view path) {
  FamilyName name;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string_view part = path.substr(0, slash);
    if (slash == std::string_view::npos) {
      name.family += strip(part, name.language);
      return name;
    }
    if (is_code(part)) {
      name.language = normal(part);
    } else {
      name.family += std::string(part) + '/';
    }
    path.remove_prefix(slash + 1);
  }
}

}  // namespace quizlint
