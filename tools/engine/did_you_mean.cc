#include "engine/did_you_mean.h"

#include <algorithm>
#include <vector>

#include "knowledge/nearest.h"

namespace quizlint {
namespace {

std::string_view nearest_by_last_part(std::string_view misspelt, std::span<const std::string_view> names) {
  std::vector<std::string_view> parts;
  for (const std::string_view name : names) parts.push_back(name.substr(name.find('/') + 1));
  const std::string_view part = nearest(misspelt, parts);
  const auto found = std::ranges::find(parts, part);
  return found == parts.end() ? std::string_view() : names[static_cast<std::size_t>(found - parts.begin())];
}

}  // namespace

std::string did_you_mean(std::string_view misspelt, std::span<const std::string_view> names) {
  std::string_view name = nearest(misspelt, names);
  if (name.empty()) name = nearest_by_last_part(misspelt, names);
  return name.empty() ? "" : "; did you mean '" + std::string(name) + "'?";
}

}  // namespace quizlint
