#include "bank/hash.h"

#include <xxhash.h>

namespace quizlint {

std::uint64_t hash_of(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace quizlint
