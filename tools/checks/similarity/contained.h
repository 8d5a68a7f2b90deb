#pragma once

#include <span>
#include <utility>
#include <vector>

#include "checks/similarity/links.h"
#include "checks/similarity/similarity.h"

namespace quizlint {

/// The folder of a path, "" for none.
std::string_view directory_of(std::string_view path);

using BankPair = std::pair<std::uint32_t, std::uint32_t>;

/// Which banks hold which.
struct Containment {
  std::vector<Contained> told;   ///< each bank once, with those that hold most of it
  std::vector<BankPair> shared;  ///< each two of which one holds most of the other, the smaller number first; sorted
};

/// The banks of which most stands in another bank or in the banks of one folder.
Containment contained_banks(const Corpus& corpus, const Links& links, std::span<const Digest> banks);

}  // namespace quizlint
