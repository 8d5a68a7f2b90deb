#include "engine/baseline.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "io/file.h"
#include "io/path.h"
#include "text/text.h"

namespace quizlint {
namespace {

constexpr std::string_view kTitle = "# quizlint baseline 1: findings that are kept for now, each with its count";
constexpr std::string_view kPaths = "# paths:";

/// The next word of a line, which is taken off its front.
std::string_view next_word(std::string_view& line) {
  line = trimmed(line);
  const std::string_view word = line.substr(0, line.find(' '));
  line.remove_prefix(word.size());
  return word;
}

bool is_fingerprint(std::string_view word) {
  return word.size() == 16 && word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::size_t number_in(std::string_view digits) {
  std::size_t number = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return read.ec == std::errc() && read.ptr == digits.data() + digits.size() ? number : 0;
}

/// `FINGERPRINT COUNT CHECK | SUBJECT | STEM | ASKINGS`; what stands behind bars may be missing.
std::optional<KnownFault> fault_of(std::string_view line) {
  KnownFault fault;
  fault.fingerprint = next_word(line);
  const std::string_view count = next_word(line);
  fault.check = next_word(line);
  fault.count = number_in(count);
  if (!is_fingerprint(fault.fingerprint) || fault.count == 0 || fault.check.find('/') == std::string::npos)
    return std::nullopt;
  std::vector<std::string_view> fields;
  for (std::size_t bar = line.find('|'); bar != std::string_view::npos; bar = line.find('|')) {
    line.remove_prefix(bar + 1);
    fields.push_back(trimmed(line.substr(0, line.find('|'))));
  }
  if (!fields.empty()) fault.subject = fields[0];
  if (fields.size() > 1) fault.stem = fields[1];
  if (fields.size() > 2) fault.askings = number_in(fields[2]);
  return fault;
}

std::string line_of(const KnownFault& fault) {
  std::string line = fmt::format("{} {} {} |", fault.fingerprint, fault.count, fault.check);
  if (!fault.subject.empty()) line += " " + fault.subject;
  if (!fault.stem.empty()) line += " | " + fault.stem;
  if (!fault.stem.empty() && fault.askings > fault.count) line += fmt::format(" | {}", fault.askings);
  return line + "\n";
}

Error broken_line(const std::string& path, std::uint32_t line, std::string_view text) {
  const bool merge = text.starts_with("<<<<<<<") || text.starts_with("=======") || text.starts_with(">>>>>>>");
  return {path,
          {line, 1},
          merge ? "a merge was left unfinished here; keep the lines of both sides and delete the marks"
                : "not a line of a baseline; write it anew with --write-baseline"};
}

/// A path as seen from a folder; above it, absolute.
std::string seen_from(std::string_view folder, const std::string& path) {
  if (path == folder) return ".";
  const std::string_view inside = below(folder, path);
  return inside.empty() ? path : std::string(inside);
}

void read_paths(std::string_view line, std::string_view folder, Baseline& to) {
  line.remove_prefix(kPaths.size());
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find('|', begin), line.size());
    const std::string_view path = trimmed(line.substr(begin, end - begin));
    if (!path.empty()) to.paths.push_back(path_in(folder, path));
    begin = end + 1;
  }
}

}  // namespace

bool is_baseline(std::string_view bytes) {
  return bytes.starts_with(kTitle.substr(0, kTitle.find(':')));
}

Result<Baseline> read_baseline(const std::string& path) {
  const std::string absolute = absolute_path(path);
  const auto bytes = read_file(absolute);
  if (!bytes && !is_there(absolute))
    return Error{path, {0, 0}, "there is no such baseline; write it with --write-baseline " + path};
  if (!bytes) return Error{path, {0, 0}, bytes.error().message};
  Baseline baseline;
  std::map<std::string, KnownFault> faults;
  std::string_view rest = *bytes;
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    if (line.starts_with(kPaths)) read_paths(line, folder_of(absolute), baseline);
    if (trimmed(line).empty() || line.starts_with('#')) continue;
    auto fault = fault_of(line);
    if (!fault) return broken_line(path, number, line);
    const auto [known, is_new] = faults.try_emplace(fault->fingerprint, *fault);
    if (is_new) continue;
    known->second.count = std::max(known->second.count, fault->count);
    known->second.askings = std::max(known->second.askings, fault->askings);
  }
  for (auto& [fingerprint, fault] : faults) baseline.faults.push_back(std::move(fault));
  return baseline;
}

std::vector<KnownFault> added_up(std::vector<KnownFault> faults) {
  std::ranges::stable_sort(faults, {}, &KnownFault::fingerprint);
  std::vector<KnownFault> once;
  for (KnownFault& fault : faults) {
    if (!once.empty() && once.back().fingerprint == fault.fingerprint) {
      once.back().count += fault.count;
      once.back().askings = std::max(once.back().askings, fault.askings);
    } else {
      once.push_back(std::move(fault));
    }
  }
  return once;
}

std::string write_baseline(const std::string& path, const Baseline& baseline) {
  const std::string absolute = absolute_path(path);
  std::string text(kTitle);
  text += "\n" + std::string(kPaths);
  std::vector<std::string> paths;
  for (const std::string& each : baseline.paths) paths.push_back(seen_from(folder_of(absolute), each));
  std::ranges::sort(paths);
  for (const std::string& each : paths) text += (&each == &paths.front() ? " " : " | ") + each;
  text += "\n";
  for (const KnownFault& fault : added_up(baseline.faults)) text += line_of(fault);
  return text;
}

bool covers(const Baseline& baseline, std::span<const std::string> paths) {
  return std::ranges::all_of(baseline.paths, [&](const std::string& kept) {
    return std::ranges::any_of(paths, [&](const std::string& path) {
      const std::string absolute = absolute_path(path);
      return absolute == kept || !below(absolute, kept).empty();
    });
  });
}

}  // namespace quizlint
