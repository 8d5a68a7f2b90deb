#include "checks/similarity/interner.h"

#include "bank/hash.h"

namespace quizlint {
namespace {

constexpr std::size_t kBlock = 1 << 16;

}  // namespace

std::size_t Interner::slot_of(std::string_view text, std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot] != 0) {
    const Entry& entry = entries_[slots_[slot] - 1];
    if (entry.hash == hash && entry.text.size() == text.size()) break;  // two words of one hash of 64 bits: never
    slot = (slot + 1) & mask;
  }
  return slot;
}

void Interner::grow() {
  slots_.assign(slots_.empty() ? 1024 : slots_.size() * 2, 0);
  for (WordId id = 0; id < size(); ++id) slots_[slot_of(entries_[id].text, entries_[id].hash)] = id + 1;
}

std::string_view Interner::keep(std::string_view text) {
  if (blocks_.empty() || blocks_.back().size() + text.size() > blocks_.back().capacity()) {
    blocks_.emplace_back();
    blocks_.back().reserve(std::max(kBlock, text.size()));
  }
  std::string& block = blocks_.back();
  const std::size_t begin = block.size();
  block += text;
  return std::string_view(block).substr(begin);
}

WordId Interner::intern(std::string_view text) {
  if ((entries_.size() + 1) * 2 > slots_.size()) grow();
  const std::uint64_t hash = hash_of(text);
  const std::size_t slot = slot_of(text, hash);
  if (slots_[slot] == 0) {
    entries_.push_back({keep(text), hash});
    slots_[slot] = size();
  }
  return slots_[slot] - 1;
}

WordId Interner::find(std::string_view text) const {
  if (slots_.empty()) return size();
  const WordId found = slots_[slot_of(text, hash_of(text))];
  return found == 0 ? size() : found - 1;
}

}  // namespace quizlint
