#include "knowledge/products.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <unordered_set>
#include <vector>

#include "knowledge/vocabulary.h"
#include "knowledge/vocabulary_table.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// A form and the name that it stands for.
struct Entry {
  std::string_view form;
  std::string_view name;
  std::uint32_t letters = 0;  ///< see letters_of
};

/// A bit for each letter that a word has: one edit changes two of them at most.
std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) letters |= 1U << (static_cast<unsigned char>(c) % 32);
  return letters;
}

struct Products {
  std::vector<Entry> wrong;    ///< by the wrong form as it is written
  std::vector<Entry> by_name;  ///< by the name in lower case
  std::unordered_set<std::string> first_words;
};

/// The table holds lines "form TAB name", sorted, the names themselves in lower case behind a `=`.
Products open_products() {
  Products products;
  for (std::string_view rest = product_lines(); !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(line.size() + 1);
    const std::size_t tab = line.find('\t');
    const bool named = line.starts_with('=');
    const std::string_view form = line.substr(named ? 1 : 0, tab - (named ? 1 : 0));
    const Entry entry{form, line.substr(tab + 1), letters_of(form)};
    (named ? products.by_name : products.wrong).push_back(entry);
    products.first_words.insert(ascii_lower(entry.form.substr(0, entry.form.find(' '))));
  }
  return products;
}

const Products& products() {
  static const Products kProducts = open_products();
  return kProducts;
}

std::optional<std::string_view> find(const std::vector<Entry>& entries, std::string_view form) {
  const auto at = std::ranges::lower_bound(entries, form, {}, &Entry::form);
  return at == entries.end() || at->form != form ? std::nullopt : std::optional(at->name);
}

/// Whether there are as few edits between the two as `reach` (insert, delete, replace, swap of neighbours).
bool is_within(std::string_view a, std::string_view b, unsigned reach) {
  constexpr std::size_t kLongest = 32;
  if (a.size() > kLongest || b.size() > kLongest || a.size() > b.size() + reach || b.size() > a.size() + reach)
    return false;
  std::array<std::array<unsigned char, kLongest + 1>, kLongest + 1> cells;
  for (std::size_t i = 0; i <= a.size(); ++i)
    for (std::size_t j = 0; j <= b.size(); ++j) {
      std::size_t best = i == 0 ? j : j == 0 ? i : 99;
      if (i > 0 && j > 0) {
        best = std::min(
            {cells[i - 1][j] + 1U, cells[i][j - 1] + 1U, cells[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          best = std::min<std::size_t>(best, cells[i - 2][j - 2] + 1U);
      }
      cells[i][j] = static_cast<unsigned char>(best);
    }
  return cells[a.size()][b.size()] <= reach;
}

/// A word that has another meaning keeps the casing of one: "latex", "restful".
bool is_common_word(std::string_view lower) {
  const std::optional<WordInfo> info = look_up(lower);
  return info && info->source == WordSource::dictionary && !info->capitalised;
}

}  // namespace

std::optional<std::string_view> product_for(std::string_view written, std::string_view lower) {
  if (const auto name = find(products().wrong, written)) return name;
  const auto name = find(products().by_name, lower);
  if (!name || *name == written || written == lower || name->find(' ') != std::string_view::npos) return std::nullopt;
  const auto is_big = [](char c) { return c >= 'A' && c <= 'Z'; };
  const auto capitals = static_cast<std::size_t>(std::ranges::count_if(written, is_big));
  const auto letters = static_cast<std::size_t>(std::ranges::count_if(written, is_ascii_letter));
  if (capitals + 1 == letters && written.ends_with('s')) return std::nullopt;  // several of an acronym: "IOs"
  if (capitals == letters || written.substr(1) == name->substr(1)) return std::nullopt;
  if (capitals == 1 && is_big(written[0]) && is_common_word(lower)) return std::nullopt;
  return name;
}

bool begins_product(std::string_view lower) {
  return products().first_words.contains(std::string(lower));
}

std::optional<std::string_view> product_near(std::string_view lower) {
  if (lower.size() < 6) return std::nullopt;
  const std::uint32_t letters = letters_of(lower);
  std::optional<std::string_view> found;
  for (const Entry& entry : products().by_name) {
    const unsigned reach = entry.form.size() >= 9 ? 2 : 1;
    if (std::popcount(letters ^ entry.letters) > static_cast<int>(2 * reach)) continue;
    if (entry.form.size() < 6 || entry.form == lower || !is_within(lower, entry.form, reach)) continue;
    if (found) return std::nullopt;
    found = entry.name;
  }
  return found;
}

std::optional<std::string_view> product_named(std::string_view lower) {
  return find(products().by_name, lower);
}

}  // namespace quizlint
