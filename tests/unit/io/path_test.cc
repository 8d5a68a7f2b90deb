#include "io/path.h"

#include "catch.h"

using namespace quizlint;

TEST_CASE("paths are normal and shown from the working folder") {
  const std::string& here = working_folder();
  CHECK(absolute_path("a/../b//c.md") == here + "/b/c.md");
  CHECK(absolute_path(".") == here);
  CHECK(shown_path(here + "/b/c.md") == "b/c.md");
  CHECK(shown_path("/elsewhere/c.md") == "/elsewhere/c.md");
  CHECK(shown_path(here + "x/c.md") == here + "x/c.md");
  CHECK(folder_of("/a/b.md") == "/a");
  CHECK(folder_of("/b.md") == "/");
  CHECK(path_in("/a/b", "../c.md") == "/a/c.md");
  CHECK(path_in("/a/b", "/c.md") == "/c.md");
  CHECK(below("/", "/a") == "a");
}
