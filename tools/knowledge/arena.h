#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace quizlint {

/// Keeps values alive, at places that never move, until it goes itself.
class Arena {
 public:
  std::string_view keep(std::string text) { return *kept(std::move(text)); }

  template <typename T>
  std::span<const T> keep(std::vector<T> values) {
    if (values.empty()) return {};
    return *kept(std::move(values));
  }

  void keep(std::shared_ptr<const void> value) { values_.push_back(std::move(value)); }

 private:
  template <typename T>
  const T* kept(T value) {
    auto shared = std::make_shared<const T>(std::move(value));
    values_.push_back(shared);
    return shared.get();
  }

  std::vector<std::shared_ptr<const void>> values_;
};

}  // namespace quizlint
