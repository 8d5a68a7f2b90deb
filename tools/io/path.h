#pragma once

#include <string>
#include <string_view>

namespace quizlint {

/// Where relative paths begin; ends without `/` unless it is the root.
const std::string& working_folder();

/// Absolute, with `.`, `..` and doubled `/` gone. Works on the letters alone: links are not followed.
std::string absolute_path(std::string_view path);
/// How a path is shown: relative to the working folder where it lies below it, else absolute.
std::string shown_path(std::string_view absolute);

/// The folder that holds an absolute path; "/" is its own.
std::string_view folder_of(std::string_view absolute);
/// What follows the last `/`.
std::string_view base_name(std::string_view path);
/// `name` in `folder`, normalised; an absolute `name` stays.
std::string path_in(std::string_view folder, std::string_view name);
/// The part of `absolute` below `folder`, "" where it does not lie below.
std::string_view below(std::string_view folder, std::string_view absolute);

}  // namespace quizlint
