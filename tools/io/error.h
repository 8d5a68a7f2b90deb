#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>

#include "text/lines.h"

namespace quizlint {

/// Why quizlint could not do its work (exit status 2). A fault of a bank is a Finding, never an Error.
struct Error {
  std::string path;      ///< "" where no file is concerned
  Position at = {0, 0};  ///< line 0 where no place is known
  std::string message;   ///< what is wrong and what to do, without path and place
};

/// A value, or why there is none.
template <typename T>
class Result {
 public:
  Result(T value) : held_(std::move(value)) {}
  Result(Error error) : held_(std::move(error)) {}

  explicit operator bool() const { return held_.index() == 0; }
  T& operator*() { return std::get<0>(held_); }
  const T& operator*() const { return std::get<0>(held_); }
  T* operator->() { return &std::get<0>(held_); }
  const T* operator->() const { return &std::get<0>(held_); }
  const Error& error() const { return std::get<1>(held_); }

 private:
  std::variant<T, Error> held_;
};

}  // namespace quizlint
