#pragma once

#include <string>
#include <string_view>

namespace quizlint {

/// What tells two wordings apart, in plain words: "'are metaclasses' here, 'is a metaclass' there". At most a few
/// words; "" where only case, white space or punctuation differ.
std::string differences(std::string_view here, std::string_view there);

}  // namespace quizlint
