#pragma once

#include "formats/reader.h"

namespace quizlint {

/// Reads a file of OpenTriviaQA: `#Q` before the question, `^` before its key, a letter before each choice. Such files
/// have no extension; one that holds no such question is read as text.
Bank read_open_trivia(std::string_view path, std::string_view bytes, const ReadOptions& options);

}  // namespace quizlint
