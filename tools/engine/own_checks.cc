#include "engine/own_checks.h"
namespace quizlint {
std::span<const CheckInfo> own_checks() {
  return {};
}
}  // namespace quizlint
