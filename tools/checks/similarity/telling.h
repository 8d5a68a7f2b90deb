#pragma once

#include <string>
#include <string_view>

#include "checks/similarity/similarity.h"

namespace quizlint {

/// What two stems that are the same to identity_of still differ in: "but for white space and case", "" where they are
/// equal.
std::string surface_difference(std::string_view here, std::string_view there);

/// How alike a question is to its first copy, and what differs.
std::string message_of(const RunContext& context, const Repeat& repeat);

}  // namespace quizlint
