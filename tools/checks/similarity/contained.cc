#include "checks/similarity/contained.h"

#include <algorithm>
#include <map>
#include <set>

#include "checks/similarity/companions.h"

namespace quizlint {
namespace {

/// A bank with fewer questions is told question by question.
constexpr std::size_t kFewest = 5;
/// This part of a bank is most of it.
constexpr double kMost = 0.75;
/// A wording that stands in more banks than this says nothing of any two of them.
constexpr std::size_t kManyBanks = 32;

/// For each wording the banks that ask it, in these words or nearly so, without repeats.
std::vector<std::vector<std::uint32_t>> banks_of_wordings(const Corpus& corpus, const Links& links) {
  std::vector<std::vector<std::uint32_t>> own(corpus.size());
  for (std::size_t i = 0; i < corpus.questions.size(); ++i) {
    auto& banks = own[corpus.wording_of[i]];
    if (banks.size() <= kManyBanks && (banks.empty() || banks.back() != corpus.questions[i].bank))
      banks.push_back(corpus.questions[i].bank);
  }
  std::vector<std::vector<std::uint32_t>> all = own;
  for (TextId id = 0; id < corpus.size(); ++id) {
    for (const Link& link : links.of(id))
      if (link.likeness.tier == Tier::near) all[id].insert(all[id].end(), own[link.to].begin(), own[link.to].end());
    std::ranges::sort(all[id]);
    all[id].erase(std::unique(all[id].begin(), all[id].end()), all[id].end());
  }
  return all;
}

/// How many questions of each bank stand in each other bank, and in each folder of other banks.
struct Counts {
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t> in_bank;
  std::map<std::pair<std::uint32_t, std::string_view>, std::set<std::uint32_t>> folder_banks;
  std::map<std::pair<std::uint32_t, std::string_view>, std::size_t> in_folder;
};

Counts count(const Corpus& corpus, const Links& links, std::span<const Digest> banks) {
  const auto of_wording = banks_of_wordings(corpus, links);
  Counts counts;
  std::vector<std::string_view> folders;
  std::vector<Companion> companions;
  for (const Digest& bank : banks) companions.push_back(companion_of(bank.path));
  for (std::size_t i = 0; i < corpus.questions.size(); ++i) {
    const std::uint32_t bank = corpus.questions[i].bank;
    const auto& others = of_wording[corpus.wording_of[i]];
    if (others.size() < 2 || others.size() > kManyBanks) continue;
    folders.clear();
    for (const std::uint32_t other : others) {
      if (other == bank || are_companions(companions[bank], companions[other])) continue;
      ++counts.in_bank[{bank, other}];
      folders.push_back(directory_of(banks[other].path));
      counts.folder_banks[{bank, folders.back()}].insert(other);
    }
    std::ranges::sort(folders);
    folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
    for (const std::string_view folder : folders) ++counts.in_folder[{bank, folder}];
  }
  return counts;
}

bool is_most(std::size_t shared, const Digest& bank) {
  return shared >= kFewest && static_cast<double>(shared) >= kMost * static_cast<double>(bank.questions.size());
}

/// Of two banks that hold each other the later is the copy; a reference is never one.
bool is_the_copy(std::span<const Digest> banks, const Counts& counts, std::uint32_t bank, std::uint32_t other) {
  if (banks[bank].reference || banks[other].reference) return banks[other].reference;
  const auto back = counts.in_bank.find({other, bank});
  const bool mutual = back != counts.in_bank.end() && is_most(back->second, banks[other]);
  return !mutual || std::pair(banks[bank].questions.size(), other) < std::pair(banks[other].questions.size(), bank);
}

/// Whether files of one folder are little else than the parts of a bank: exams that share questions here and there are
/// not.
bool are_its_parts(std::size_t shared, const std::set<std::uint32_t>& in, std::span<const Digest> banks) {
  std::size_t questions = 0;
  for (const std::uint32_t bank : in) questions += banks[bank].questions.size();
  return shared * 2 >= questions;
}

void keep_best(std::map<std::uint32_t, Contained>& best, Contained found) {
  const auto [at, is_new] = best.try_emplace(found.bank, found);
  if (!is_new && at->second.shared < found.shared) at->second = std::move(found);
}

/// A part of a bank that is told to be made of its parts is not told as well.
bool is_told_by_the_whole(const std::map<std::uint32_t, Contained>& best, const Contained& part) {
  const auto whole = best.find(part.in.front());
  return part.in.size() == 1 && whole != best.end() && whole->second.in.size() > 1 &&
         std::ranges::binary_search(whole->second.in, part.bank);
}

}  // namespace

std::string_view directory_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

Containment contained_banks(const Corpus& corpus, const Links& links, std::span<const Digest> banks) {
  Containment all;
  if (banks.size() < 2) return all;
  const Counts counts = count(corpus, links, banks);
  std::map<std::uint32_t, Contained> best;
  for (const auto& [pair, shared] : counts.in_bank) {
    const auto [bank, other] = pair;
    if (!is_most(shared, banks[bank])) continue;
    all.shared.push_back(std::minmax(bank, other));
    if (is_the_copy(banks, counts, bank, other)) keep_best(best, {bank, {other}, shared});
  }
  for (const auto& [place, shared] : counts.in_folder) {
    const auto& [bank, folder] = place;
    const std::set<std::uint32_t>& in = counts.folder_banks.at(place);
    if (in.size() < 2 || banks[bank].reference || !is_most(shared, banks[bank])) continue;
    if (!are_its_parts(shared, in, banks)) continue;
    for (const std::uint32_t other : in) all.shared.push_back(std::minmax(bank, other));
    keep_best(best, {bank, {in.begin(), in.end()}, shared});
  }
  for (const auto& [bank, found] : best)
    if (!is_told_by_the_whole(best, found)) all.told.push_back(found);
  std::ranges::sort(all.shared);
  return all;
}

}  // namespace quizlint
