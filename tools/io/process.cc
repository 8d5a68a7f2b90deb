#include "io/process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace quizlint {
namespace {

constexpr std::size_t kChunk = 1 << 16;
/// What a shell says where a program could not be started.
constexpr int kNotStarted = 127;

/// Both ends of a pipe; what is left open closes itself.
struct Pipe {
  std::array<int, 2> ends = {-1, -1};

  Pipe() = default;
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    drop(0);
    drop(1);
  }
  bool open() { return ::pipe2(ends.data(), O_CLOEXEC) == 0 && raise(0) && raise(1); }
  /// Where a caller closed a standard stream, a pipe would take its place, and the child lose it again.
  bool raise(std::size_t end) {
    if (ends[end] > STDERR_FILENO) return true;
    const int higher = ::fcntl(ends[end], F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    drop(end);
    ends[end] = higher;
    return higher >= 0;
  }
  void drop(std::size_t end) {
    if (ends[end] >= 0) ::close(ends[end]);
    ends[end] = -1;
  }
};

struct Pipes {
  Pipe input, output, errors, failure;
  bool open() { return input.open() && output.open() && errors.open() && failure.open(); }
};

/// A program that ends without reading all of its input must not end us.
class WithoutPipeSignal {
 public:
  WithoutPipeSignal() {
    struct sigaction ignore {};
    ignore.sa_handler = SIG_IGN;
    ::sigaction(SIGPIPE, &ignore, &before_);
  }
  WithoutPipeSignal(const WithoutPipeSignal&) = delete;
  WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;
  ~WithoutPipeSignal() { ::sigaction(SIGPIPE, &before_, nullptr); }

 private:
  struct sigaction before_ {};
};

/// In the child; tells by the failure pipe why the program did not start. Only calls that are safe after fork.
[[noreturn]] void become(const Pipes& pipes, char* const* arguments, char* const* environment, const char* folder) {
  ::signal(SIGPIPE, SIG_DFL);
  if (::dup2(pipes.input.ends[0], STDIN_FILENO) >= 0 && ::dup2(pipes.output.ends[1], STDOUT_FILENO) >= 0 &&
      ::dup2(pipes.errors.ends[1], STDERR_FILENO) >= 0 && ::chdir(folder) == 0)
    ::execvpe(arguments[0], arguments, environment);
  const int code = errno;
  [[maybe_unused]] const ssize_t told = ::write(pipes.failure.ends[1], &code, sizeof code);
  ::_exit(kNotStarted);
}

/// Appends what there is to read; false at the end.
bool drain(int descriptor, std::string& to) {
  std::array<char, kChunk> chunk;
  const ssize_t got = ::read(descriptor, chunk.data(), chunk.size());
  if (got > 0) to.append(chunk.data(), static_cast<std::size_t>(got));
  return got > 0 || (got < 0 && (errno == EINTR || errno == EAGAIN));
}

/// Writes what the pipe takes; false where nothing is left to write, or nobody reads.
bool feed(int descriptor, std::string_view& input) {
  const ssize_t wrote = ::write(descriptor, input.data(), std::min(input.size(), kChunk));
  if (wrote > 0) input.remove_prefix(static_cast<std::size_t>(wrote));
  const bool open = wrote >= 0 || errno == EINTR || errno == EAGAIN;
  return open && !input.empty();
}

/// Writes and reads side by side, so that neither side waits for the other.
void converse(Pipes& pipes, std::string_view input, Ended& ended) {
  ::fcntl(pipes.input.ends[1], F_SETFL, O_NONBLOCK);
  if (input.empty()) pipes.input.drop(1);
  while (pipes.output.ends[0] >= 0 || pipes.errors.ends[0] >= 0) {
    std::array<pollfd, 3> polled = {
        {{pipes.output.ends[0], POLLIN, 0}, {pipes.errors.ends[0], POLLIN, 0}, {pipes.input.ends[1], POLLOUT, 0}}};
    if (::poll(polled.data(), polled.size(), -1) < 0 && errno != EINTR) return;
    if (polled[0].revents != 0 && !drain(polled[0].fd, ended.output)) pipes.output.drop(0);
    if (polled[1].revents != 0 && !drain(polled[1].fd, ended.errors)) pipes.errors.drop(0);
    if (polled[2].revents != 0 && !feed(polled[2].fd, input)) pipes.input.drop(1);
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return kNotStarted;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> result;
  for (std::string& each : strings) result.push_back(each.data());
  result.push_back(nullptr);
  return result;
}

/// Our own environment, with `variables` in place of those of their names.
std::vector<std::string> environment_with(const std::vector<std::string>& variables) {
  std::vector<std::string> result = variables;
  for (char** each = ::environ; each != nullptr && *each != nullptr; ++each) {
    const std::string_view entry = *each;
    bool replaced = false;
    for (const std::string& variable : variables)
      replaced |= entry.starts_with(std::string_view(variable).substr(0, variable.find('=') + 1));
    if (!replaced) result.emplace_back(entry);
  }
  return result;
}

Error cannot_run(const std::string& program, int code) {
  return {program, {0, 0}, std::string("cannot be run: ") + std::strerror(code)};
}

}  // namespace

Result<Ended> run_program(const std::vector<std::string>& command, const std::string& folder, std::string_view input,
                          const std::vector<std::string>& variables) {
  Pipes pipes;
  if (!pipes.open()) return cannot_run(command[0], errno);
  std::vector<std::string> arguments = command, environment = environment_with(variables);
  const std::vector<char*> argv = pointers(arguments), envp = pointers(environment);
  const WithoutPipeSignal guard;
  const pid_t child = ::fork();
  if (child < 0) return cannot_run(command[0], errno);
  if (child == 0) become(pipes, argv.data(), envp.data(), folder.c_str());
  pipes.input.drop(0);
  for (Pipe* pipe : {&pipes.output, &pipes.errors, &pipes.failure}) pipe->drop(1);
  Ended ended;
  converse(pipes, input, ended);
  ended.status = wait_for(child);
  int code = 0;
  if (::read(pipes.failure.ends[0], &code, sizeof code) == sizeof code) return cannot_run(command[0], code);
  return ended;
}

}  // namespace quizlint
