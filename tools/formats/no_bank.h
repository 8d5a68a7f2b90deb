#pragma once

#include "bank/bank.h"

namespace quizlint {

/// The bank of a file in which nothing is to be read: settings, a program.
Bank no_bank(std::string_view path, std::string_view bytes);

}  // namespace quizlint
