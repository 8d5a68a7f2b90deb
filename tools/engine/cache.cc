#include "engine/cache.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>

#include "bank/hash.h"
#include "checks/speller_hunspell.h"
#include "engine/archive.h"
#include "engine/neighbours.h"

namespace quizlint {

// What an archive keeps of each struct: all that check_file fills in. In the structs' own namespace, where the archive
// looks for them.
template <class A>
void fields(A& archive, Edit& it) {
  archive(it.span, it.text);
}
template <class A>
void fields(A& archive, Fix& it) {
  archive(it.title, it.safety, it.edits);
}
template <class A>
void fields(A& archive, Related& it) {
  archive(it.path, it.span, it.begin, it.end, it.message);
}
template <class A>
void fields(A& archive, Finding& it) {
  archive(it.check, it.severity, it.path, it.span, it.begin, it.end, it.question, it.message, it.related, it.fixes,
          it.subject, it.fingerprint);
}
template <class A>
void fields(A& archive, BankSummary& it) {
  archive(it.path, it.layout, it.language, it.questions, it.answered, it.keys, it.expects_answers);
}
template <class A>
void fields(A& archive, Digest& it) {
  archive(it.path, it.layout, it.questions, it.text, it.hashes, it.reference);
}
template <class A>
void fields(A& archive, IgnoredName& it) {
  archive(it.name, it.span, it.begin, it.end, it.used);
}
template <class A>
void fields(A& archive, IgnoreComment& it) {
  archive(it.span, it.removal, it.covers, it.question, it.names);
}
template <class A>
void fields(A& archive, Ignores& it) {
  archive(it.comments, it.faults);
}
template <class A>
void fields(A& archive, Asked& it) {
  archive(it.path, it.there);
}
template <class A>
void fields(A& archive, CheckedFile& it) {
  archive(it.is_bank, it.no_bank, it.summary, it.digest, it.findings, it.ignores, it.names, it.content, it.removals,
          it.misses_files, it.asked);
}

namespace {

/// The program, the dictionaries that are installed, and the rules that were added. 0 where a system does not show the
/// program: then nothing is kept, for the next version would take it for its own.
std::uint64_t world_of(const Knowledge& knowledge) {
  const std::string program = file_state("/proc/self/exe");
  if (program.empty()) return 0;
  std::uint64_t world = mix(hash_of(program), knowledge.added());
  for (const std::string& folder : dictionary_folders())
    for (const std::string& state : states_in(folder, {".aff", ".dic"})) world = mix(world, hash_of(state));
  return world;
}

std::uint64_t hash_of_settings(const FileSettings& settings) {
  std::string all;
  const auto add = [&](std::string_view text) { fmt::format_to(std::back_inserter(all), "{}:{}", text.size(), text); };
  for (const bool on : settings.on) all += on ? '1' : '0';
  const CheckOptions& checks = settings.checks;
  fmt::format_to(std::back_inserter(all), " {} {} {} {} {} {} ", static_cast<int>(checks.answers),
                 static_cast<int>(checks.english), static_cast<int>(checks.duplicates_scope), checks.near,
                 checks.paraphrase, settings.ignored.empty());
  for (const auto* words : {&checks.vocabulary, &checks.languages}) {
    for (const std::string& word : *words) add(word);
    all += ';';
  }
  add(settings.read.layout);
  for (const auto& [part, field] : settings.read.map) add(part), add(field);
  return hash_of(all);
}

/// A hash of what follows it: a part that was lost, or never written, is no entry.
std::string sealed(const std::string& bytes) {
  const std::uint64_t hash = hash_of(bytes);
  return std::string(reinterpret_cast<const char*>(&hash), sizeof hash) + bytes;
}

std::optional<std::string_view> unsealed(std::string_view bytes) {
  std::uint64_t hash = 0;
  if (bytes.size() < sizeof hash) return std::nullopt;
  std::memcpy(&hash, bytes.data(), sizeof hash);
  bytes.remove_prefix(sizeof hash);
  return hash == hash_of(bytes) ? std::optional(bytes) : std::nullopt;
}

/// Standard input has no neighbours on the disk, and an earlier revision has others than those on the disk.
bool is_on_disk(const Source& source) {
  return !source.path.empty() && source.there == nullptr;
}

}  // namespace

Cache::Cache(std::string folder, const Knowledge& knowledge, const Sources& sources)
    : store_(std::move(folder)), world_(world_of(knowledge)) {
  for (const Source& source : sources.files)
    if (!settings_.contains(source.settings)) settings_.emplace(source.settings, hash_of_settings(*source.settings));
}

Cache::~Cache() {
  store_.sweep();
}

std::string Cache::name_of(const Source& source, std::string_view bytes) const {
  const std::uint64_t about = mix(hash_of(source.path + "\n" + source.shown), source.named + 2 * source.reference);
  const std::uint64_t how = mix(world_, settings_.at(source.settings));
  return fmt::format("{:016x}{:016x}", mix(how, about), hash_of(bytes));
}

std::optional<CheckedFile> Cache::find(const Source& source, std::string_view bytes) const {
  if (world_ == 0 || !is_on_disk(source)) return std::nullopt;
  const auto kept = store_.fetch(name_of(source, bytes));
  const auto entry = kept ? unsealed(*kept) : std::nullopt;
  if (!entry) return std::nullopt;
  CheckedFile file;
  Unpacker unpack(*entry);
  unpack(file);
  if (!unpack.done()) return std::nullopt;
  const auto there = neighbours_of(source);
  const bool same = std::ranges::all_of(file.asked, [&](const Asked& it) { return there(it.path) == it.there; });
  return same ? std::optional(std::move(file)) : std::nullopt;
}

void Cache::keep(const Source& source, std::string_view bytes, CheckedFile& file) const {
  if (world_ == 0 || !is_on_disk(source)) return;
  Packer pack;
  pack(file);
  store_.put(name_of(source, bytes), sealed(pack.bytes()));
}

}  // namespace quizlint
