#include "checks/similarity/interner.h"

#include "bank/hash.h"

namespace quizlint {
namespace {

constexpr std::size_t kBlock = 1 << 16;

}  // namespace

std::size_t Interner::slot_of(std::uint64_t hash) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash & mask;
  while (slots_[slot].id != 0 && slots_[slot].hash != hash) slot = (slot + 1) & mask;
  return slot;
}

void Interner::grow() {
  std::vector<Slot> old(slots_.empty() ? 1024 : slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old)
    if (slot.id != 0) slots_[slot_of(slot.hash)] = slot;
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
  if ((texts_.size() + 1) * 2 > slots_.size()) grow();
  const std::uint64_t hash = hash_of(text);
  Slot& slot = slots_[slot_of(hash)];
  if (slot.id == 0) {
    texts_.push_back(keep(text));
    slot = {hash, size()};
  }
  return slot.id - 1;
}

WordId Interner::find(std::string_view text) const {
  if (slots_.empty()) return size();
  const WordId found = slots_[slot_of(hash_of(text))].id;
  return found == 0 ? size() : found - 1;
}

}  // namespace quizlint
