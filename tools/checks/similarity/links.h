#pragma once

#include <span>
#include <vector>

#include "checks/check.h"
#include "checks/similarity/alike.h"

namespace quizlint {

/// Another wording that is like one.
struct Link {
  TextId to = 0;
  Likeness likeness;
};

/// The wordings that are alike, both ways, the most alike first.
class Links {
 public:
  Links(const Lexicon& lexicon, const Corpus& corpus, std::span<const Digest> banks, double near, double paraphrase);
  std::span<const Link> of(TextId id) const {
    return std::span(links_).subspan(begins_[id], begins_[id + 1] - begins_[id]);
  }

 private:
  std::vector<std::uint32_t> begins_;
  std::vector<Link> links_;
};

/// Whether two questions may be the same at all: what stands beside their stems is equal, and their choices are, or
/// half of them, or the right ones.
bool comparable(const Corpus& corpus, std::span<const Digest> banks, TextId a, TextId b);

}  // namespace quizlint
