#include "engine/portions.h"

#include <algorithm>
#include <cstring>
#include <limits>

#include "formats/reader.h"
#include "io/file_stream.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// What stands before a portion in its file.
struct Before {
  Offset bytes = 0;
  Offset lines = 0;
  std::uint32_t questions = 0;
};

void move_by(Span& span, const Before& before) {
  span.begin += before.bytes;
  span.end += before.bytes;
}

void move_by(Finding& finding, const Before& before) {
  move_by(finding.span, before);
  finding.begin.line += before.lines;
  finding.end.line += before.lines;
  if (finding.question != 0) finding.question += before.questions;
  for (Related& related : finding.related) {
    move_by(related.span, before);
    related.begin.line += before.lines;
    related.end.line += before.lines;
  }
  for (Fix& fix : finding.fixes)
    for (Edit& edit : fix.edits) move_by(edit.span, before);
}

Span moved(Span span, std::size_t by) {
  return {span.begin + static_cast<Offset>(by), span.end + static_cast<Offset>(by)};
}

void append(Digest& to, const Digest& more, const Before& before) {
  for (QuestionDigest question : more.questions) {
    question.index += before.questions;
    move_by(question.stem_span, before);
    move_by(question.span, before);
    question.begin.line += before.lines;
    question.end.line += before.lines;
    question.stem = moved(question.stem, to.text.size());
    question.key = moved(question.key, to.text.size());
    question.choices = moved(question.choices, to.hashes.size());
    question.keys = moved(question.keys, to.hashes.size());
    to.questions.push_back(question);
  }
  to.text += more.text;
  to.hashes.insert(to.hashes.end(), more.hashes.begin(), more.hashes.end());
}

/// Makes room for so many portions like the first.
void reserve(Digest& digest, double portions) {
  const auto room = [portions](std::size_t size) {
    return static_cast<std::size_t>(static_cast<double>(size) * portions);
  };
  digest.questions.reserve(room(digest.questions.size()));
  digest.text.reserve(room(digest.text.size()));
  digest.hashes.reserve(room(digest.hashes.size()));
}

void append(CheckedFile& to, CheckedFile portion, const Before& before, bool keep_digest) {
  for (Finding& finding : portion.findings) {
    move_by(finding, before);
    to.findings.push_back(std::move(finding));
  }
  std::ranges::move(portion.names, std::back_inserter(to.names));
  to.misses_files |= portion.misses_files;
  if (to.summary.path.empty()) {
    to.summary = std::move(portion.summary);
    to.digest.path = portion.digest.path;
    to.digest.layout = portion.digest.layout;
    to.digest.reference = portion.digest.reference;
  } else {
    to.summary.questions += portion.summary.questions;
    to.summary.answered += portion.summary.answered;
    add(to.summary.keys, portion.summary.keys);
  }
  if (!keep_digest) return;
  append(to.digest, portion.digest, before);
  for (Span removal : portion.removals) {
    move_by(removal, before);
    to.removals.push_back(removal);
  }
}

/// Whole lines of a file, a portion at a time; the file lies on disk or in memory.
class Lines {
 public:
  Lines(FileStream stream, std::size_t step) : stream_(std::move(stream)), step_(step), size_(stream_->size()) {}
  Lines(std::string_view bytes, std::size_t step) : bytes_(bytes), step_(step), size_(bytes.size()) {}

  std::uint64_t size() const { return size_; }

  /// Drops the first `used` bytes and reads on; false where the disk fails.
  bool next(std::size_t used) {
    held_.erase(0, used);
    do
      if (!read_on()) return false;
    while (more_ && held_.rfind('\n') == std::string::npos);
    return true;
  }

  Portion portion() const {
    const std::string_view held = held_;
    return more_ ? Portion{held.substr(0, held.rfind('\n') + 1), false} : Portion{held, true};
  }

 private:
  bool read_on() {
    if (!stream_) {
      held_ += bytes_.substr(0, step_);
      more_ = bytes_.size() >= step_;
      bytes_.remove_prefix(std::min(step_, bytes_.size()));
      return true;
    }
    const auto more = stream_->append(held_, step_);
    more_ = more && *more;
    return static_cast<bool>(more);
  }

  std::optional<FileStream> stream_;
  std::string_view bytes_;
  std::size_t step_;
  std::uint64_t size_;
  std::string held_;
  bool more_ = true;
};

Offset count_line_ends(std::string_view bytes) {
  Offset count = 0;
  for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) ++count;
  return count;
}

/// What comments that ignore findings hold. memmem is faster than std::string_view::find, as every question has a q.
constexpr std::string_view kOurs = "quizlint-";

/// Whether a portion is read alike on its own.
bool stands_alone(std::string_view bytes) {
  return first_invalid(bytes) == std::string_view::npos && bytes.find('\0') == std::string_view::npos &&
         ::memmem(bytes.data(), bytes.size(), kOurs.data(), kOurs.size()) == nullptr;
}

std::optional<Lines> lines_of(const Source& source, PortionSizes sizes) {
  if (source.bytes && source.bytes->size() < sizes.large) return std::nullopt;
  if (source.bytes) return Lines(*source.bytes, sizes.portion);
  auto stream = FileStream::open(source.path);
  if (!stream || stream->size() < sizes.large || stream->size() >= std::numeric_limits<Offset>::max())
    return std::nullopt;
  return Lines(std::move(*stream), sizes.portion);
}

}  // namespace

std::optional<CheckedFile> check_in_portions(const CheckWith& with, const Source& source, PortionSizes sizes) {
  auto lines = lines_of(source, sizes);
  if (!lines || !lines->next(0)) return std::nullopt;
  const PortionReader read = portion_reader(source.shown, lines->portion().bytes, source.settings->read);
  if (!read) return std::nullopt;
  CheckedFile file;
  for (Before before;;) {
    const Portion portion = lines->portion();
    if (!stands_alone(portion.bytes)) return std::nullopt;
    ReadPortion got = read(portion);
    restrict_languages(got.bank, source.settings->checks.languages);
    file.is_bank |= counts_as_bank(source, got.bank);
    append(file, check_bank(with, source, got.bank), before, with.keep_digests);
    if (portion.last) return file;
    if (before.bytes == 0 && with.keep_digests)
      reserve(file.digest, 1.05 * static_cast<double>(lines->size()) / static_cast<double>(got.size));
    before.bytes += static_cast<Offset>(got.size);
    before.lines += count_line_ends(portion.bytes.substr(0, got.size));
    before.questions += static_cast<std::uint32_t>(got.bank.questions.size());
    if (!lines->next(got.size)) return std::nullopt;
  }
}

}  // namespace quizlint
