#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace quizlint {

/// What is kept as the bytes that it has in memory.
template <class T>
concept Plain = std::is_trivially_copyable_v<T> && !std::is_pointer_v<T> && !std::is_same_v<T, std::string_view>;

/// Writes values one after the other, for this program and no other to read back. A struct that is not plain has a
/// function `fields(archive, value)`, which hands its members to the archive; it serves both ways.
class Packer {
 public:
  template <class... T>
  void operator()(T&... values) {
    (put(values), ...);
  }
  const std::string& bytes() const { return bytes_; }

 private:
  void raw(const void* data, std::size_t size) { bytes_.append(static_cast<const char*>(data), size); }
  void count(std::uint64_t number) { raw(&number, sizeof number); }

  template <class T>
  void put(T& value) {
    if constexpr (Plain<T>)
      raw(&value, sizeof value);
    else
      fields(*this, value);
  }
  void put(std::string& text) {
    count(text.size());
    raw(text.data(), text.size());
  }
  template <class T>
  void put(std::vector<T>& values) {
    count(values.size());
    if constexpr (Plain<T>)
      raw(values.data(), values.size() * sizeof(T));
    else
      for (T& value : values) put(value);
  }

  std::string bytes_;
};

/// Reads back what a Packer wrote. Whatever the bytes, it reads no further than they go.
class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}

  template <class... T>
  void operator()(T&... values) {
    (take(values), ...);
  }
  /// Whether all was there, and nothing more.
  bool done() const { return whole_ && rest_.empty(); }

 private:
  void raw(void* data, std::size_t size) {
    if (size > rest_.size()) whole_ = false;
    if (!whole_) return;
    if (size > 0) std::memcpy(data, rest_.data(), size);
    rest_.remove_prefix(size);
  }
  /// How many things follow, of `size` bytes each at least.
  std::size_t count(std::size_t size) {
    std::uint64_t number = 0;
    raw(&number, sizeof number);
    if (number > rest_.size() / size) whole_ = false;
    return whole_ ? static_cast<std::size_t>(number) : 0;
  }

  template <class T>
  void take(T& value) {
    if constexpr (Plain<T>)
      raw(&value, sizeof value);
    else
      fields(*this, value);
  }
  void take(std::string& text) {
    text.resize(count(1));
    raw(text.data(), text.size());
  }
  template <class T>
  void take(std::vector<T>& values) {
    if constexpr (Plain<T>) {
      values.resize(count(sizeof(T)));
      raw(values.data(), values.size() * sizeof(T));
    } else {
      values.resize(count(1));
      for (T& value : values) take(value);
    }
  }

  std::string_view rest_;
  bool whole_ = true;
};

}  // namespace quizlint
