#pragma once

#include <string>
#include <string_view>

namespace quizlint {

/// The Snowball stem (English, "Porter 2") of a word in lower case. Not for two threads at once.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;
  std::string stem(std::string_view lower) const;

 private:
  void* stemmer_;
};

/// The singular of a plural noun, by its ending alone ("-ies", "-es", "-s"); other words come back as they are.
/// The S-stemmer of Harman (1991), "How effective is suffixing?", with the endings that it should leave alone.
std::string singular_of(std::string_view lower);

}  // namespace quizlint
