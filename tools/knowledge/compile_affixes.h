#pragma once

#include <string>
#include <vector>

namespace quizlint {

/// Every form of a Hunspell dictionary in UTF-8 with one-letter flags and no continuation classes, as en_US is: the
/// words with each suffix and each prefix that their flags allow, and with both where the classes cross.
/// Empty where a file cannot be read.
std::vector<std::string> forms_of_dictionary(const std::string& aff_path, const std::string& dic_path);

}  // namespace quizlint
