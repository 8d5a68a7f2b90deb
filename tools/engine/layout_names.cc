#include "engine/layout_names.h"

#include <algorithm>

#include "engine/did_you_mean.h"
#include "formats/layouts/layout.h"
#include "formats/reader.h"

namespace quizlint {

std::vector<std::string_view> layout_names() {
  std::vector<std::string_view> names;
  for (const Layout& layout : layouts()) names.push_back(layout.id);
  for (const Reader& reader : readers()) names.push_back(reader.name);
  return names;
}

std::optional<std::string> fault_of_layout(std::string_view name) {
  const std::vector<std::string_view> names = layout_names();
  if (std::ranges::find(names, name) != names.end()) return std::nullopt;
  std::string all;
  for (const std::string_view each : names) all += (all.empty() ? "" : ", ") + std::string(each);
  return "unknown layout '" + std::string(name) + "'" + did_you_mean(name, names) + " (there are " + all + ")";
}

}  // namespace quizlint
