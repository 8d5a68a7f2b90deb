#include "engine/selection.h"

#include "catch.h"

using namespace quizlint;

namespace {

Catalog catalog() {
  Catalog catalog;
  for (const char* id : {"typos/misspelling", "typos/spacing", "typos/unknown-word", "unanswered/missing"})
    catalog.checks.push_back({id, Severity::warning, std::string_view(id) != "typos/unknown-word"});
  catalog.groups = {"typos", "unanswered"};
  return catalog;
}

using Names = std::vector<std::string>;

/// Which of misspelling, spacing, unknown-word, missing are on, a letter each.
std::string on(const std::vector<SelectionLists>& layers) {
  std::string letters;
  const std::vector<bool> selected = select_checks(catalog(), layers);
  for (std::size_t i = 0; i < selected.size(); ++i) letters += selected[i] ? "msun"[i] : '-';
  return letters;
}

}  // namespace

TEST_CASE("a group stands for its checks that are on by default") {
  CHECK(on({}) == "ms-n");
  CHECK(on({{Names{"typos"}, {}, {}}}) == "ms--");
  CHECK(on({{Names{"typos/unknown-word"}, {}, {}}}) == "--u-");
  CHECK(on({{{}, Names{"typos/unknown-word"}, {}}}) == "msun");
  CHECK(on({{{}, {}, Names{"typos"}}}) == "---n");
  CHECK(on({{Names{}, {}, {}}}) == "----");
}

TEST_CASE("within a layer the more specific word wins, then ignore") {
  CHECK(on({{Names{"typos"}, {}, Names{"typos/spacing"}}}) == "m---");
  CHECK(on({{Names{"typos/spacing"}, {}, Names{"typos"}}}) == "-s--");
  CHECK(on({{Names{"typos"}, {}, Names{"typos"}}}) == "----");
}

TEST_CASE("a later layer has its say over an earlier one") {
  CHECK(on({{Names{"typos/spacing"}, {}, {}}, {{}, {}, Names{"typos"}}}) == "----");
  CHECK(on({{{}, {}, Names{"typos"}}, {Names{"typos"}, {}, {}}}) == "ms--");
  CHECK(on({{{}, {}, Names{"typos/spacing"}}, {Names{"typos"}, {}, {}}}) == "m---");
  CHECK(on({{Names{"typos"}, {}, {}}, {Names{"unanswered"}, {}, {}}}) == "---n");
  CHECK(on({{{}, {}, Names{"typos"}}, {{}, Names{"typos/spacing"}, {}}}) == "-s-n");
}

TEST_CASE("an unknown name is told with the nearest right one") {
  CHECK_FALSE(fault_of_name(catalog(), "typos"));
  CHECK_FALSE(fault_of_name(catalog(), "choices"));
  CHECK(*fault_of_name(catalog(), "typos/mispelling") ==
        "unknown check 'typos/mispelling'; did you mean 'typos/misspelling'?");
  CHECK(*fault_of_name(catalog(), "mispelling") == "unknown check 'mispelling'; did you mean 'typos/misspelling'?");
}
