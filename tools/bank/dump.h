#pragma once

#include <string>

namespace quizlint {

struct Bank;

/// How a bank was understood, for golden tests and for a person who wonders why: a line on the layout, its parts and
/// sections; a line a block with its span, kind, depths, marker, first characters and owners; a line a question.
///
///     layout numbered
///     0..24 heading#2 "Concurrency" = furniture
///     24..60 paragraph list1 `1.` "What is a deadlock?" = q1.stem
///     60..92 paragraph list1 "Two threads wait for each o…" = q1.answer
///     q1 24..92 number=1 section="Concurrency" stem="What is a deadlock?" answer@60="Two threads wait for …"
std::string dump(const Bank& bank);

}  // namespace quizlint
