#include "engine/version.h"

namespace quizlint {

std::string_view version() {
  return QUIZLINT_VERSION;
}

}  // namespace quizlint
