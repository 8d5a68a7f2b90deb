#pragma once

#include <span>
#include <unordered_set>
#include <vector>

#include "checks/similarity/links.h"
#include "checks/similarity/similarity.h"

namespace quizlint {

/// The folder of a path, "" for none.
std::string_view directory_of(std::string_view path);

/// The banks of which most stands in another bank or in the banks of one folder.
std::vector<Contained> contained_banks(const Corpus& corpus, const Links& links, std::span<const Digest> banks);

/// Pairs of banks whose common questions contained_banks has told already.
class ToldPairs {
 public:
  explicit ToldPairs(std::span<const Contained> contained);
  bool has(std::uint32_t a, std::uint32_t b) const { return pairs_.contains(key(a, b)); }
  bool empty() const { return pairs_.empty(); }

 private:
  static std::uint64_t key(std::uint32_t a, std::uint32_t b) {
    return std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
  }
  std::unordered_set<std::uint64_t> pairs_;
};

}  // namespace quizlint
