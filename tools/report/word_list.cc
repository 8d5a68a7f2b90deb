#include "report/word_list.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "text/utf8.h"
#include "text/width.h"

namespace quizlint {
namespace {

constexpr std::size_t kPlaces = 3;  ///< told of each word

std::size_t width_of(std::string_view word) {
  int width = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    width += display_width(point.value);
    at += point.size;
  }
  return static_cast<std::size_t>(width);
}

std::string places_of(const WordUse& word, bool all) {
  const std::size_t told = all ? word.places.size() : std::min(kPlaces, word.places.size());
  std::string out;
  for (std::size_t i = 0; i < told; ++i)
    out += fmt::format("{}{}:{}:{}", i == 0 ? "" : ", ", word.places[i].path, word.places[i].at.line,
                       word.places[i].at.column);
  if (told < word.places.size()) out += fmt::format(" and {} more", word.places.size() - told);
  return out;
}

}  // namespace

std::string word_list_full(std::span<const WordUse> words, bool all_places) {
  std::size_t widest = 0;
  for (const WordUse& word : words) widest = std::max(widest, width_of(word.word));
  std::string out;
  for (const WordUse& word : words) {
    const std::string blanks(widest - width_of(word.word), ' ');
    out += fmt::format("{:>6}  {}{}  {}", word.places.size(), word.word, blanks, places_of(word, all_places));
    out += word.correction.empty() ? "\n" : fmt::format("  (or was it '{}'?)\n", word.correction);
  }
  return out;
}

std::string word_list_json(std::span<const WordUse> words) {
  nlohmann::ordered_json list = nlohmann::ordered_json::array();
  for (const WordUse& word : words) {
    nlohmann::ordered_json places = nlohmann::ordered_json::array();
    for (const WordPlace& place : word.places)
      places.push_back({{"path", place.path}, {"line", place.at.line}, {"column", place.at.column}});
    nlohmann::ordered_json entry = {{"word", word.word}, {"count", word.places.size()}, {"correction", nullptr}};
    if (!word.correction.empty()) entry["correction"] = word.correction;
    entry["places"] = std::move(places);
    list.push_back(std::move(entry));
  }
  const nlohmann::ordered_json document = {{"schema", 1}, {"words", std::move(list)}};
  return document.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace quizlint
