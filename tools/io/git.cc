#include "io/git.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <optional>
#include <set>

#include "io/file.h"
#include "io/path.h"
#include "io/process.h"

namespace quizlint {
namespace {

/// Nothing that git does for us changes the repository, asks anybody, or answers in another language.
const std::vector<std::string> kEnvironment = {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0"};

Error git_error(std::string message) {
  return {"git", {0, 0}, std::move(message)};
}

Result<Ended> git(const std::string& folder, std::vector<std::string> arguments, std::string_view input = {}) {
  arguments.insert(arguments.begin(), "git");
  auto ended = run_program(arguments, folder, input, kEnvironment);
  if (!ended) return git_error("git " + ended.error().message + "; install git");
  return ended;
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

/// What git said, without its "fatal: ".
std::string complaint(std::string_view errors) {
  while (errors.ends_with('\n')) errors.remove_suffix(1);
  constexpr std::string_view kFatal = "fatal: ";
  if (errors.starts_with(kFatal)) errors.remove_prefix(kFatal.size());
  return errors.empty() ? "git failed and does not say why" : std::string(errors);
}

/// The line that git prints, or nothing where it fails.
std::optional<std::string> asked(const std::string& folder, std::vector<std::string> arguments) {
  const auto ended = git(folder, std::move(arguments));
  if (!ended || ended->status != 0) return std::nullopt;
  return first_line(ended->output);
}

bool is_object_name(std::string_view name) {
  return name.size() >= 7 && name.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// The command that fetches a branch, a tag or a commit which is not there.
std::string fetching(const std::string& folder, const std::string& name, bool shallow) {
  const std::string fetch = shallow ? "git fetch --depth=1 " : "git fetch ";
  if (is_object_name(name)) return fetch + "origin " + name;
  const std::size_t slash = name.find('/');
  const std::string remote = name.substr(0, slash);
  if (slash == std::string::npos || !asked(folder, {"remote", "get-url", remote}))
    return fetch + "origin " + name + ":" + name;
  const std::string branch = name.substr(slash + 1);
  return fetch + remote + " " + branch + ":refs/remotes/" + name;
}

/// Why there is no such revision, and how to get it.
Error missing(const std::string& folder, const std::string& name) {
  const bool shallow = asked(folder, {"rev-parse", "--is-shallow-repository"}) == "true";
  const bool relative = name.starts_with("HEAD") || name.find_first_of("~^@{:") != std::string::npos;
  if (relative && shallow)
    return git_error("'" + name + "' is not in this shallow clone; fetch it with: git fetch --unshallow");
  if (relative || !asked(folder, {"remote", "get-url", "origin"}))
    return git_error("there is no revision '" + name +
                     "' here; 'git log --oneline' and 'git branch --all' show what there is");
  const std::string where = shallow ? "' is not in this shallow clone" : "' is not in this clone";
  return git_error("the revision '" + name + where + "; fetch it with: " + fetching(folder, name, shallow));
}

/// `MODE TYPE OBJECT<tab>PATH`
std::optional<GitFile> file_of(std::string_view entry, const std::string& root) {
  const std::size_t tab = entry.find('\t');
  if (tab == std::string_view::npos) return std::nullopt;
  const std::string_view head = entry.substr(0, tab);
  const std::size_t type = head.find(' ') + 1, object = head.find(' ', type) + 1;
  if (head.substr(type, object - type) != "blob ") return std::nullopt;
  return GitFile{
      path_in(root, entry.substr(tab + 1)), std::string(head.substr(object)), {}, head.starts_with("120000")};
}

/// Takes `OBJECT blob SIZE\nBYTES\n` off the front.
std::optional<std::string> next_blob(std::string_view& output) {
  const std::size_t end = output.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const std::string_view head = output.substr(0, end);
  const std::string_view digits = head.substr(head.rfind(' ') + 1);
  std::size_t size = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  output.remove_prefix(end + 1);
  if (read.ec != std::errc() || head.find(" blob ") == std::string_view::npos || size + 1 > output.size())
    return std::nullopt;
  std::string bytes(output.substr(0, size));
  output.remove_prefix(size + 1);
  return bytes;
}

const GitFile* file_at(const std::vector<GitFile>& files, const std::string& path) {
  const auto found = std::ranges::lower_bound(files, path, {}, &GitFile::path);
  return found == files.end() || found->path != path ? nullptr : &*found;
}

/// The file that a link leads to, through others if need be; nullptr where none is in the revision.
const GitFile* follow(const std::vector<GitFile>& files, const std::map<std::string, std::string>& targets,
                      const GitFile* at) {
  constexpr int kMostLinks = 16;
  for (int i = 0; at != nullptr && at->link && i < kMostLinks; ++i)
    at = file_at(files, path_in(folder_of(at->path), targets.at(at->path)));
  return at == nullptr || at->link ? nullptr : at;
}

/// Gives links the bytes of what they lead to.
std::optional<Error> follow_links(const Revision& revision, std::vector<GitFile>& files) {
  std::vector<GitFile> links;
  std::ranges::copy_if(files, std::back_inserter(links), &GitFile::link);
  const auto read = read_files(revision, links);
  if (!read) return read.error();
  std::map<std::string, std::string> targets;
  for (std::size_t i = 0; i < links.size(); ++i) targets.emplace(links[i].path, (*read)[i]);
  std::vector<GitFile> followed = files;
  for (GitFile& file : followed) {
    const GitFile* target = file.link ? follow(files, targets, &file) : nullptr;
    if (target != nullptr) file = {file.path, target->object, target->path, false};
  }
  files = std::move(followed);
  return std::nullopt;
}

constexpr std::string_view kPointer = "version https://git-lfs.github.com/spec/";
constexpr std::string_view kPointsTo = "\noid sha256:";

/// Where the repository keeps what was fetched by Git LFS: https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
std::optional<std::string> from_lfs_store(const Revision& revision, std::string_view pointer) {
  const std::size_t at = pointer.find(kPointsTo);
  const std::string name(at == std::string_view::npos ? "" : pointer.substr(at + kPointsTo.size(), 64));
  if (name.size() != 64 || !is_object_name(name)) return std::nullopt;
  const auto folder = asked(revision.folder, {"rev-parse", "--git-common-dir"});
  if (!folder) return std::nullopt;
  auto bytes = read_file(path_in(path_in(revision.folder, *folder),
                                 "lfs/objects/" + name.substr(0, 2) + "/" + name.substr(2, 2) + "/" + name));
  if (!bytes) return std::nullopt;
  return std::move(*bytes);
}

}  // namespace

Error asked_by(std::string_view option, Error error) {
  if (error.path == "git") error.path = option;
  return error;
}

bool is_lfs_pointer(std::string_view bytes) {
  constexpr std::size_t kLongest = 1024;
  return bytes.size() < kLongest && bytes.starts_with(kPointer) && bytes.find(kPointsTo) != std::string_view::npos;
}

Result<Revision> find_revision(const std::string& folder, const std::string& name) {
  const auto top = git(folder, {"rev-parse", "--show-cdup"});
  if (!top) return top.error();
  if (top->status != 0) return git_error("cannot look up '" + name + "': " + complaint(top->errors));
  const std::string up = first_line(top->output);
  const std::string root = up.empty() ? folder : path_in(folder, up);
  if (name.empty() || name.starts_with('-')) return git_error("'" + name + "' names no revision");
  const auto commit = asked(folder, {"rev-parse", "--verify", "--quiet", name + "^{commit}"});
  if (!commit) return missing(folder, name);
  return Revision{name, folder, root, *commit};
}

Result<std::vector<GitFile>> files_at(const Revision& revision) {
  const auto listed = git(revision.folder, {"ls-tree", "-r", "-z", "--full-tree", revision.commit});
  if (!listed) return listed.error();
  if (listed->status != 0) return git_error("cannot list '" + revision.name + "': " + complaint(listed->errors));
  std::vector<GitFile> files;
  for (std::string_view rest = listed->output; !rest.empty();) {
    const std::string_view entry = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
    if (auto file = file_of(entry, revision.root)) files.push_back(std::move(*file));
  }
  std::ranges::sort(files, {}, &GitFile::path);
  if (auto error = follow_links(revision, files)) return *error;
  return files;
}

std::vector<std::string> names_of(const std::vector<GitFile>& files) {
  std::vector<std::string> names;
  for (const GitFile& file : files)
    if (!file.link) names.push_back(file.path);
  return names;
}

std::vector<GitFile> chosen(const std::vector<GitFile>& files, std::vector<FoundFile>& wanted) {
  std::vector<GitFile> all;
  std::set<std::string> met;
  std::erase_if(wanted, [&](const FoundFile& file) {
    const GitFile& found = *std::ranges::lower_bound(files, file.path, {}, &GitFile::path);
    if (!met.insert(found.real.empty() ? found.path : found.real).second) return true;
    all.push_back(found);
    return false;
  });
  return all;
}

Result<std::vector<std::string>> read_files(const Revision& revision, const std::vector<GitFile>& files) {
  if (files.empty()) return std::vector<std::string>();
  std::string objects;
  for (const GitFile& file : files) objects += file.object + "\n";
  const auto read = git(revision.folder, {"cat-file", "--batch"}, objects);
  if (!read) return read.error();
  std::vector<std::string> all;
  std::string_view output = read->output;
  for (const GitFile& file : files) {
    auto bytes = next_blob(output);
    if (!bytes)
      return git_error("cannot read " + shown_path(file.path) + " at '" + revision.name + "': " +
                       (read->errors.empty() ? "its object is missing; repair it with: git fetch --refetch"
                                             : complaint(read->errors)));
    if (is_lfs_pointer(*bytes))
      if (auto stored = from_lfs_store(revision, *bytes)) bytes = std::move(stored);
    all.push_back(std::move(*bytes));
  }
  return all;
}

Result<std::vector<Commit>> commits_until(const Revision& revision, std::size_t count,
                                          const std::vector<std::string>& paths) {
  std::vector<std::string> arguments = {"--literal-pathspecs",
                                        "log",
                                        "-z",
                                        "--first-parent",
                                        "--no-show-signature",
                                        "--format=%H%n%h%n%cs%n%s",
                                        "-n",
                                        std::to_string(count),
                                        revision.commit,
                                        "--"};
  arguments.insert(arguments.end(), paths.begin(), paths.end());
  const auto listed = git(revision.folder, std::move(arguments));
  if (!listed) return listed.error();
  if (listed->status != 0) return git_error("cannot list the commits: " + complaint(listed->errors));
  std::vector<Commit> commits;
  for (std::string_view rest = listed->output; !rest.empty();) {
    const std::string_view entry = rest.substr(0, rest.find('\0'));
    rest.remove_prefix(std::min(rest.size(), entry.size() + 1));
    const std::size_t brief = entry.find('\n') + 1, date = entry.find('\n', brief) + 1,
                      subject = entry.find('\n', date) + 1;
    if (brief == 0 || date == 0 || subject == 0) continue;
    commits.push_back({std::string(entry.substr(0, brief - 1)), std::string(entry.substr(brief, date - brief - 1)),
                       std::string(entry.substr(date, subject - date - 1)), std::string(entry.substr(subject))});
  }
  return commits;
}

}  // namespace quizlint
