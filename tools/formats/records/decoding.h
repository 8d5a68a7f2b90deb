#pragma once

#include <string>
#include <string_view>

#include "text/text.h"

namespace quizlint::records {

/// What a format writes in place of characters, or of none, and how many bytes that takes.
struct EscapeAt {
  std::string chars;
  std::size_t size = 0;
  std::string_view fault;  ///< what is wrong with it, "" if nothing is
};

/// Calls `plain(begin, end)` and `escaped(begin, escape)` for the runs of `raw`, in order. `Escapes::next(raw, at)`
/// gives where the next escape begins, or the size of `raw`; `Escapes::read(raw, at)` what it means.
template <typename Escapes, typename Plain, typename Escaped>
void each_run(std::string_view raw, const Plain& plain, const Escaped& escaped) {
  for (std::size_t at = 0; at < raw.size();) {
    const std::size_t stop = Escapes::next(raw, at);
    if (stop > at) plain(at, stop);
    if (stop == raw.size()) return;
    const EscapeAt escape = Escapes::read(raw, stop);
    escaped(stop, escape);
    at = stop + escape.size;
  }
}

/// The characters that stand at `inner`, with their way back to the file.
template <typename Escapes>
Text decode_by(std::string_view bytes, Span inner) {
  const std::string_view raw = slice(bytes, inner);
  const auto place = [&](std::size_t begin, std::size_t end) {
    return Span{inner.begin + static_cast<Offset>(begin), inner.begin + static_cast<Offset>(end)};
  };
  Text text;
  each_run<Escapes>(
      raw,
      [&](std::size_t begin, std::size_t end) {
        text.append(raw.substr(begin, end - begin), place(begin, end), PieceKind::verbatim);
      },
      [&](std::size_t at, const EscapeAt& escape) {
        if (!escape.chars.empty()) text.append(escape.chars, place(at, at + escape.size), PieceKind::escaped);
      });
  return text;
}

/// The characters alone.
template <typename Escapes>
std::string chars_by(std::string_view raw) {
  std::string chars;
  chars.reserve(raw.size());
  each_run<Escapes>(
      raw, [&](std::size_t begin, std::size_t end) { chars.append(raw, begin, end - begin); },
      [&](std::size_t, const EscapeAt& escape) { chars += escape.chars; });
  return chars;
}

}  // namespace quizlint::records
