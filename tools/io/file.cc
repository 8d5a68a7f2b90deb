#include "io/file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <limits>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "io/path.h"
#include "text/span.h"

namespace quizlint {
namespace {

constexpr std::size_t kPipeStart = 1 << 16;
constexpr std::size_t kLimit = std::numeric_limits<Offset>::max();

/// A file descriptor that closes itself.
struct Descriptor {
  int number;
  explicit Descriptor(int descriptor) : number(descriptor) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

Error system_error(const std::string& path, std::string_view doing, int code = errno) {
  return {path, {0, 0}, std::string(doing) + ": " + std::strerror(code)};
}

Error too_large(const std::string& path) {
  return {path, {0, 0}, "cannot read: files of 4 GiB and more are not supported; split the file"};
}

Result<std::string> read_all(int descriptor, const std::string& path, std::size_t expected) {
  std::string bytes(expected + 1, '\0');
  for (std::size_t size = 0;;) {
    if (size == bytes.size()) bytes.resize(2 * size);
    const ssize_t got = ::read(descriptor, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return system_error(path, "cannot read");
    size += static_cast<std::size_t>(got);
    if (size >= kLimit) return too_large(path);
    if (got == 0) {
      bytes.resize(size);
      return bytes;
    }
  }
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(descriptor, bytes.data(), bytes.size());
    if (wrote < 0 && errno == EINTR) continue;
    if (wrote < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return true;
}

std::string resolved(const std::string& path) {
  char* real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string result(real);
  std::free(real);
  return result;
}

/// Fills an open temporary file so that it can take the place of `like`.
bool fill(int descriptor, std::string_view bytes, const struct stat& like) {
  if (!write_all(descriptor, bytes) || ::fchmod(descriptor, like.st_mode & 07777) != 0) return false;
  // Only root may give a file away; who may not keeps it as its own, which is what an editor does.
  if (::geteuid() == 0 && ::fchown(descriptor, like.st_uid, like.st_gid) != 0) return false;
  return ::fsync(descriptor) == 0;
}

void sync_folder(const std::string& path) {
  const Descriptor folder(::open(std::string(folder_of(path)).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.number >= 0) ::fsync(folder.number);
}

bool holds(const std::string& path, std::string_view expected) {
  const auto now = read_file(path);
  return now && *now == expected;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
  if (file.number < 0) return system_error(path, "cannot read");
  struct stat status {};
  if (::fstat(file.number, &status) != 0) return system_error(path, "cannot read");
  if (S_ISDIR(status.st_mode)) return system_error(path, "cannot read", EISDIR);
  if (!S_ISREG(status.st_mode) && !S_ISFIFO(status.st_mode)) return Error{path, {0, 0}, "cannot read: not a file"};
  if (status.st_size >= static_cast<off_t>(kLimit)) return too_large(path);
  return read_all(file.number, path, static_cast<std::size_t>(status.st_size));
}

Result<std::string> read_standard_input() {
  return read_all(STDIN_FILENO, "<stdin>", kPipeStart);
}

bool is_there(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 || (errno != ENOENT && errno != ENOTDIR);
}

FileWriter::FileWriter(std::string path)
    : path_(std::move(path)),
      descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0666)) {
  if (descriptor_ < 0) error_ = system_error(path_, "cannot write");
}

FileWriter::~FileWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void FileWriter::append(std::string_view bytes) {
  if (!error_ && !write_all(descriptor_, bytes)) error_ = system_error(path_, "cannot write");
}

std::optional<Error> write_file(const std::string& path, std::string_view bytes) {
  FileWriter file(path);
  file.append(bytes);
  return file.error();
}

std::optional<Error> replace_file(const std::string& path, std::string_view expected, std::string_view bytes) {
  const std::string target = resolved(path);
  struct stat status {};
  if (::stat(target.c_str(), &status) != 0) return system_error(path, "cannot replace");
  std::string name = path_in(folder_of(target), ".quizlint-XXXXXX");
  const Descriptor temporary(::mkostemp(name.data(), O_CLOEXEC));
  if (temporary.number < 0) return system_error(path, "cannot replace");
  std::optional<Error> error;
  if (!fill(temporary.number, bytes, status)) {
    error = system_error(path, "cannot replace");
  } else if (!holds(target, expected)) {
    error = Error{path, {0, 0}, "changed while quizlint was at work; left as it is, run quizlint again"};
  } else if (::rename(name.c_str(), target.c_str()) != 0) {
    error = system_error(path, "cannot replace");
  }
  if (error) {
    ::unlink(name.c_str());
  } else {
    sync_folder(target);
  }
  return error;
}

}  // namespace quizlint
