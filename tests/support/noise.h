#pragma once

#include <random>
#include <string>
#include <string_view>

namespace quizlint::test {

/// Made-up banks and mutations for properties that hold for any bytes. The same seed gives the same bytes everywhere.
using Random = std::mt19937;

/// A document of up to `tokens` marks, words and odd bytes, in no order.
std::string random_document(Random& random, std::size_t tokens);
/// `bytes` after one to four small accidents: a line lost, doubled or moved, a mark put in, bytes cut or changed.
std::string mutated(Random& random, std::string_view bytes);

}  // namespace quizlint::test
