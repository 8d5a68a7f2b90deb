// A libFuzzer target: whatever the bytes, reading them neither crashes nor breaks what holds for every bank.
#include "formats/reader.h"

#include <cstdio>
#include <cstdlib>

#include "bank/dump.h"
#include "support/invariants.h"

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer calls it so
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace quizlint;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Bank bank = read_bank("fuzz.md", bytes, {});
  const std::vector<std::string> broken = test::broken_invariants(bank, bytes);
  if (broken.empty()) return 0;
  for (const std::string& fault : broken) std::fprintf(stderr, "%s\n", fault.c_str());
  std::fprintf(stderr, "%s", dump(bank).c_str());
  std::abort();
}
