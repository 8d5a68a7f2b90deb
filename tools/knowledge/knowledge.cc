#include "knowledge/knowledge.h"

#include <algorithm>
#include <mutex>

namespace quizlint {
namespace {

template <typename T, typename Name>
const T* named(std::span<const T> sorted, std::string_view name, Name T::*field) {
  const auto at = std::ranges::lower_bound(sorted, name, {}, field);
  return at != sorted.end() && (*at).*field == name ? &*at : nullptr;
}

}  // namespace

struct Knowledge::Lazy {
  std::once_flag once;
  std::optional<PatternIndex> index;
};

bool looks_in(const Rule& rule, Place place) {
  return std::ranges::any_of(rule.in, [&](Place it) { return it == place || it == Place::any; });
}

Knowledge::Knowledge(Tables tables, std::shared_ptr<const void> owner, std::uint64_t added)
    : tables_(tables), owner_(std::move(owner)), lazy_(std::make_shared<Lazy>()), added_(added) {}

const Knowledge& Knowledge::builtin() {
  static const Knowledge knowledge(builtin_tables());
  return knowledge;
}

const Rule* Knowledge::rule(std::string_view id) const {
  return named(tables_.rules, id, &Rule::id);
}

std::span<const std::string_view> Knowledge::words(std::string_view list) const {
  const WordList* found = named(tables_.lists, list, &WordList::name);
  return found ? found->words : std::span<const std::string_view>();
}

const PatternIndex& Knowledge::index() const {
  std::call_once(lazy_->once, [&] { lazy_->index.emplace(tables_.rules); });
  return *lazy_->index;
}

bool holds(std::span<const std::string_view> sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

}  // namespace quizlint
