#include "report/source_reader.h"

#include <algorithm>

namespace quizlint {
namespace {

constexpr std::size_t kStep = 1 << 20;

void add_line_starts(std::string_view bytes, Offset at, std::vector<Offset>& starts) {
  for (std::size_t end = bytes.find('\n'); end != std::string_view::npos; end = bytes.find('\n', end + 1))
    starts.push_back(at + static_cast<Offset>(end) + 1);
}

void add_line_starts(FileStream& stream, std::vector<Offset>& starts) {
  Offset at = 0;
  for (std::string part; !(part = stream.read_at(at, kStep)).empty(); at += static_cast<Offset>(part.size()))
    add_line_starts(part, at, starts);
}

std::string_view part_of(std::string_view bytes, Span span) {
  return bytes.substr(std::min<std::size_t>(span.begin, bytes.size()), span.size());
}

}  // namespace

FileStream* SourceReader::large(const std::string& path) {
  const auto [found, is_new] = large_.try_emplace(path);
  const auto place = outcome_.large.find(path);
  if (is_new && place != outcome_.large.end()) found->second = FileStream::open(place->second);
  return found->second ? &*found->second : nullptr;
}

const std::vector<Offset>& SourceReader::starts(const std::string& path) {
  const auto [found, is_new] = starts_.try_emplace(path, std::vector<Offset>{0});
  if (!is_new) return found->second;
  const auto held = outcome_.sources.find(path);
  if (held != outcome_.sources.end()) {
    add_line_starts(*held->second, 0, found->second);
  } else if (FileStream* stream = large(path)) {
    add_line_starts(*stream, found->second);
  }
  if (found->second.size() > 1 && found->second.back() == size(path)) found->second.pop_back();
  return found->second;
}

std::uint64_t SourceReader::size(const std::string& path) {
  const auto held = outcome_.sources.find(path);
  if (held != outcome_.sources.end()) return held->second->size();
  const FileStream* stream = large(path);
  return stream == nullptr ? 0 : stream->size();
}

std::string_view SourceReader::read(const std::string& path, Span span) {
  const auto held = outcome_.sources.find(path);
  if (held != outcome_.sources.end()) return part_of(*held->second, span);
  FileStream* stream = large(path);
  read_ = stream == nullptr ? std::string() : stream->read_at(span.begin, span.size());
  return read_;
}

SourceReader::Lines SourceReader::lines(const std::string& path, Span span) {
  const auto held = outcome_.sources.find(path);
  if (held != outcome_.sources.end()) return {*held->second};
  const std::vector<Offset>& lines = starts(path);
  const auto first = std::prev(std::ranges::upper_bound(lines, span.begin));
  const auto after = std::upper_bound(first, lines.end(), span.empty() ? span.end : span.end - 1);
  const Offset end = after == lines.end() ? std::max(span.end, *first) + kStep : *after;
  return {read(path, {*first, end}), *first, static_cast<std::size_t>(first - lines.begin())};
}

SourceReader::Place SourceReader::place(const std::string& path, Offset at) {
  const std::vector<Offset>& lines = starts(path);
  const auto after = std::ranges::upper_bound(lines, at);
  const auto line = static_cast<std::size_t>(after - lines.begin());
  return {line, at - lines[line - 1] + 1};
}

}  // namespace quizlint
