#include "io/walk.h"

#include <filesystem>

#include <unistd.h>

#include "catch.h"
#include "io/file.h"
#include "io/path.h"

using namespace quizlint;
namespace fs = std::filesystem;

namespace {

/// A folder of files that goes away with the test.
struct Tree {
  std::string root;

  Tree() {
    std::string name = fs::temp_directory_path().string() + "/quizlint-walk-XXXXXX";
    root = ::mkdtemp(name.data());
  }
  ~Tree() { fs::remove_all(root); }
  void file(const std::string& path, const std::string& bytes = "x") const {
    fs::create_directories(fs::path(root + "/" + path).parent_path());
    write_file(root + "/" + path, bytes);
  }
};

WalkRules markdown_alone() {
  return {[](std::string_view path) { return path.ends_with(".md"); }, [](std::string_view, bool) { return false; }};
}

std::vector<std::string> names(const Tree& tree, const Walked& walked) {
  std::vector<std::string> names;
  for (const FoundFile& file : walked.files) names.emplace_back(below(tree.root, file.path));
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a folder is walked in order, what is hidden aside") {
  const Tree tree;
  for (const char* path : {"b.md", "a/z.md", "a.md", "a/c.txt", ".git/x.md", ".hidden/y.md", ".x.md"}) tree.file(path);
  CHECK(names(tree, find_files({tree.root}, markdown_alone())) == Names{"a.md", "a/z.md", "b.md"});
}

TEST_CASE("ignore files hold in their folder and below, outside a repository too") {
  const Tree tree;
  for (const char* path : {"a.md", "draft.md", "sub/draft.md", "sub/note.md", "sub/old/x.md", "sub/deep/old/y.md"})
    tree.file(path);
  tree.file(".gitignore", "draft.md\n");
  tree.file("sub/.gitignore", "!draft.md\n/old/\n");
  CHECK(names(tree, find_files({tree.root}, markdown_alone())) ==
        Names{"a.md", "sub/deep/old/y.md", "sub/draft.md", "sub/note.md"});
}

TEST_CASE("inside a repository the ignore files above a walked folder count") {
  const Tree tree;
  for (const char* path : {"sub/draft.md", "sub/note.md"}) tree.file(path);
  tree.file(".gitignore", "draft.md\n");
  CHECK(names(tree, find_files({tree.root + "/sub"}, markdown_alone())) == Names{"sub/draft.md", "sub/note.md"});
  fs::create_directory(tree.root + "/.git");
  CHECK(names(tree, find_files({tree.root + "/sub"}, markdown_alone())) == Names{"sub/note.md"});
  CHECK(names(tree, find_files({tree.root + "/sub/draft.md"}, markdown_alone())) == Names{"sub/draft.md"});
}

TEST_CASE("a file reached twice is found once") {
  const Tree tree;
  tree.file("b.md");
  fs::create_symlink(tree.root + "/b.md", tree.root + "/c.md");
  fs::create_hard_link(tree.root + "/b.md", tree.root + "/a.md");
  const Walked walked = find_files({tree.root + "/c.md", tree.root, tree.root + "/./b.md"}, markdown_alone());
  CHECK(names(tree, walked) == Names{"a.md"});
  CHECK(walked.files.at(0).named);
}

TEST_CASE("links that loop or lead nowhere are passed over, and errors when named") {
  const Tree tree;
  tree.file("a.md");
  fs::create_symlink(tree.root, tree.root + "/round");
  fs::create_symlink("loop.md", tree.root + "/loop.md");
  fs::create_symlink("gone", tree.root + "/gone.md");
  const Walked walked = find_files({tree.root}, markdown_alone());
  CHECK(names(tree, walked) == Names{"a.md"});
  CHECK(walked.errors.empty());
  CHECK(find_files({tree.root + "/loop.md"}, markdown_alone()).errors.size() == 1);
  CHECK(find_files({tree.root + "/gone.md"}, markdown_alone()).errors.size() == 1);
}

TEST_CASE("a file is replaced as a whole, with its mode, unless it changed") {
  const Tree tree;
  tree.file("a.md", "old");
  const std::string path = tree.root + "/a.md";
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read);
  CHECK_FALSE(replace_file(path, "old", "new"));
  CHECK(*read_file(path) == "new");
  CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::group_read));
  const auto refused = replace_file(path, "old", "newer");
  REQUIRE(refused);
  CHECK(refused->message.find("changed") != std::string::npos);
  CHECK(*read_file(path) == "new");
  CHECK(std::distance(fs::directory_iterator(tree.root), {}) == 1);
}

TEST_CASE("a link to a replaced file stays a link") {
  const Tree tree;
  tree.file("a.md", "old");
  fs::create_symlink("a.md", tree.root + "/link.md");
  CHECK_FALSE(replace_file(tree.root + "/link.md", "old", "new"));
  CHECK(fs::is_symlink(tree.root + "/link.md"));
  CHECK(*read_file(tree.root + "/a.md") == "new");
}
