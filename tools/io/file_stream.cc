#include "io/file_stream.h"

#include <cerrno>
#include <cstring>

#include <sys/stat.h>

namespace quizlint {

std::optional<FileStream> FileStream::open(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
  FileStream stream;
  stream.file_.reset(std::fopen(path.c_str(), "rbe"));
  if (!stream.file_) return std::nullopt;
  stream.path_ = path;
  stream.size_ = static_cast<std::uint64_t>(status.st_size);
  return stream;
}

Result<bool> FileStream::append(std::string& to, std::size_t most) {
  const std::size_t before = to.size();
  to.resize(before + most);
  const std::size_t got = std::fread(to.data() + before, 1, most, file_.get());
  to.resize(before + got);
  if (std::ferror(file_.get()) != 0) return Error{path_, {0, 0}, std::string("cannot read: ") + std::strerror(errno)};
  return got == most;
}

std::string FileStream::read_at(std::uint64_t at, std::size_t most) {
  std::string bytes;
  if (::fseeko(file_.get(), static_cast<off_t>(at), SEEK_SET) == 0) (void)append(bytes, most);
  return bytes;
}

}  // namespace quizlint
