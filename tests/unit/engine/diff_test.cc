#include "engine/diff.h"

#include "catch.h"

using namespace quizlint;

TEST_CASE("a diff shows what changes with three lines around it") {
  CHECK(unified_diff("a.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") ==
        "--- a.md\n+++ a.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
  CHECK(unified_diff("a.md", "same\n", "same\n").empty());
}

TEST_CASE("changes near one another share a hunk") {
  CHECK(unified_diff("a", "1\n2\n3\n4\n", "one\n2\n3\nfour\n") ==
        "--- a\n+++ a\n@@ -1,4 +1,4 @@\n-1\n+one\n 2\n 3\n-4\n+four\n");
}

TEST_CASE("a diff tells of added, removed and unended lines") {
  CHECK(unified_diff("a", "", "new\n") == "--- a\n+++ a\n@@ -0,0 +1 @@\n+new\n");
  CHECK(unified_diff("a", "1\n2\n", "1\n") == "--- a\n+++ a\n@@ -1,2 +1 @@\n 1\n-2\n");
  CHECK(unified_diff("a", "1", "2\n") == "--- a\n+++ a\n@@ -1 +1 @@\n-1\n\\ No newline at end of file\n+2\n");
}
