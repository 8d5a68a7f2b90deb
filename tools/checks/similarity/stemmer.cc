#include "checks/similarity/stemmer.h"

#include <libstemmer.h>

namespace quizlint {

Stemmer::Stemmer() : stemmer_(sb_stemmer_new("english", nullptr)) {}

Stemmer::~Stemmer() {
  sb_stemmer_delete(static_cast<sb_stemmer*>(stemmer_));
}

std::string Stemmer::stem(std::string_view lower) const {
  auto* stemmer = static_cast<sb_stemmer*>(stemmer_);
  const auto* stem =
      sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(lower.data()), static_cast<int>(lower.size()));
  if (stem == nullptr) return std::string(lower);
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer))};
}

std::string singular_of(std::string_view lower) {
  const auto without = [&](std::size_t n) { return std::string(lower.substr(0, lower.size() - n)); };
  if (lower.size() < 4 || !lower.ends_with('s')) return std::string(lower);
  for (const std::string_view ending : {"ss", "us", "is", "ics"})
    if (lower.ends_with(ending)) return std::string(lower);
  if (lower.ends_with("ies") && lower.size() > 4) return without(3) + 'y';
  for (const std::string_view ending : {"sses", "shes", "ches", "xes", "zzes", "oes"})
    if (lower.ends_with(ending)) return without(2);
  return without(1);
}

}  // namespace quizlint
