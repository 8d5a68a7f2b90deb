#include "engine/cache.h"

#include <cstdlib>
#include <filesystem>

#include <unistd.h>

#include "catch.h"
#include "engine/archive.h"
#include "knowledge/loader.h"
#include "support/files.h"

using namespace quizlint;
namespace fs = std::filesystem;

namespace {

const std::string kBytes =
    "**Q:** Which teh lights does a shp show at nigt?\n\n**A:** See ![the bow](bow.png) and [its rules](rules.md).\n\n"
    "<!-- quizlint-ignore unanswered : to come -->\n**Q:** What is a keel?\n\n**A:**\n";

/// A file in a folder of its own, and the cache beside it.
struct Kept {
  Kept() {
    static int count = 0;
    folder =
        fs::temp_directory_path() / ("quizlint-cache-" + std::to_string(::getpid()) + "-" + std::to_string(++count));
    fs::create_directories(folder);
    settings = std::make_unique<SettingsBook>(catalog, isolated);
    source.path = (folder / "ships.md").string();
    source.shown = "ships.md";
    source.bytes = std::make_shared<const std::string>(kBytes);
    use({});
  }
  ~Kept() { fs::remove_all(folder); }

  /// Reads the file with these settings from now on.
  void use(CommandSettings commanded) {
    isolated = std::move(commanded);
    isolated.isolated = true;
    settings = std::make_unique<SettingsBook>(catalog, isolated);
    source.settings = &settings->of(source.path);
    sources.files = {source};
  }

  Cache cache(const Knowledge& knowledge = Knowledge::builtin()) const {
    return Cache((folder / "kept").string(), knowledge, sources);
  }
  CheckedFile check() {
    const Cache kept = cache();
    return check_file({Knowledge::builtin(), catalog, speller, true, &kept}, source, false);
  }
  bool is_known(const Knowledge& knowledge = Knowledge::builtin()) const {
    return cache(knowledge).find(source, *source.bytes).has_value();
  }

  fs::path folder;
  Catalog catalog = catalog_of(Knowledge::builtin());
  CommandSettings isolated;
  std::unique_ptr<SettingsBook> settings;
  Speller speller;
  Source source;
  Sources sources;
};

}  // namespace

TEST_CASE("a file that did not change is known again with all that was found") {
  Kept bank;
  CHECK_FALSE(bank.is_known());
  const CheckedFile first = bank.check();
  const auto again = bank.cache().find(bank.source, kBytes);
  REQUIRE(again);
  REQUIRE(first.findings.size() > 3);
  REQUIRE(again->findings.size() == first.findings.size());
  for (std::size_t i = 0; i < first.findings.size(); ++i) {
    CHECK(again->findings[i].message == first.findings[i].message);
    CHECK(again->findings[i].span == first.findings[i].span);
    CHECK(again->findings[i].fingerprint == first.findings[i].fingerprint);
    CHECK(again->findings[i].fixes.size() == first.findings[i].fixes.size());
  }
  CHECK(again->digest.text == first.digest.text);
  CHECK(again->digest.questions.size() == 2);
  CHECK(again->summary.answered == first.summary.answered);
  CHECK(again->ignores.comments.size() == 1);
  CHECK(again->removals.size() == first.removals.size());
  CHECK(again->content == first.content);
}

TEST_CASE("what a file is judged by makes it another one") {
  Kept bank;
  bank.check();
  REQUIRE(bank.is_known());
  SECTION("its bytes") {
    bank.source.bytes = std::make_shared<const std::string>(kBytes + "\n");
    CHECK_FALSE(bank.is_known());
  }
  SECTION("its name") {
    bank.source.shown = "boats.md";
    CHECK_FALSE(bank.is_known());
  }
  SECTION("its settings") {
    CommandSettings fewer;
    fewer.selection.ignore = {"typos"};
    bank.use(fewer);
    CHECK_FALSE(bank.is_known());
    bank.use({});
    CHECK(bank.is_known());
  }
  SECTION("its layout") {
    CommandSettings other;
    other.layout = "headings";
    bank.use(other);
    CHECK_FALSE(bank.is_known());
  }
  SECTION("rules of the user") {
    const std::vector<RuleFile> files = {{"words.txt", "labels/answer.txt", "solution\n"}};
    std::vector<RuleError> errors;
    CHECK_FALSE(bank.is_known(with_rules(files, errors)));
    CHECK(errors.empty());
  }
  SECTION("a file beside it that came") {
    test::write_file(bank.folder / "bow.png", "");
    CHECK_FALSE(bank.is_known());
    bank.check();
    CHECK(bank.is_known());
    fs::remove(bank.folder / "bow.png");
  }
}

TEST_CASE("a dictionary that was mended makes every file another one") {
  Kept bank;
  const fs::path dictionary = bank.folder / "de_DE.dic";
  test::write_file(dictionary, "1\nHaus\n");
  fs::create_symlink(dictionary, bank.folder / "de_AT.dic");
  const char* before = std::getenv("DICPATH");
  const std::string path = before == nullptr ? "" : before;
  ::setenv("DICPATH", bank.folder.c_str(), 1);
  bank.check();
  CHECK(bank.is_known());
  test::write_file(dictionary, "2\nHaus\nHof\n");
  CHECK_FALSE(bank.is_known());
  before == nullptr ? ::unsetenv("DICPATH") : ::setenv("DICPATH", path.c_str(), 1);
}

TEST_CASE("a file beside a bank that went makes it another one") {
  Kept bank;
  test::write_file(bank.folder / "bow.png", "");
  bank.check();
  REQUIRE(bank.is_known());
  fs::remove(bank.folder / "bow.png");
  CHECK_FALSE(bank.is_known());
}

TEST_CASE("standard input and files of an earlier revision are not kept") {
  Kept bank;
  const FileNames none;
  bank.source.there = &none;
  bank.check();
  CHECK_FALSE(bank.is_known());
  bank.source.there = nullptr;
  bank.source.path.clear();
  bank.check();
  CHECK_FALSE(bank.is_known());
}

TEST_CASE("an entry that was cut or spoilt is no entry") {
  Kept bank;
  bank.check();
  fs::path entry;
  for (const auto& at : fs::recursive_directory_iterator(bank.folder / "kept"))
    if (at.path().extension() == ".quizlint-cache") entry = at.path();
  const std::string whole = test::read_file(entry);
  for (std::size_t size = 0; size < whole.size(); size += 7) {
    test::write_file(entry, whole.substr(0, size));
    CHECK_FALSE(bank.is_known());
  }
  std::string spoilt = whole;
  spoilt[whole.size() / 2] ^= 1;
  test::write_file(entry, spoilt);
  CHECK_FALSE(bank.is_known());
  test::write_file(entry, whole);
  CHECK(bank.is_known());
}

TEST_CASE("an archive gives back what was put in, and reads no further than it goes") {
  std::vector<std::string> texts = {"a", "", "bc"};
  std::vector<Span> spans = {{1, 2}, {3, 4}};
  bool flag = true;
  Packer pack;
  pack(texts, spans, flag);
  for (std::size_t size = 0; size <= pack.bytes().size(); ++size) {
    std::vector<std::string> texts_again;
    std::vector<Span> spans_again;
    bool flag_again = false;
    Unpacker unpack(std::string_view(pack.bytes()).substr(0, size));
    unpack(texts_again, spans_again, flag_again);
    CHECK(unpack.done() == (size == pack.bytes().size()));
    if (unpack.done()) CHECK((texts_again == texts && spans_again == spans && flag_again));
  }
  // A count that no file could hold.
  std::vector<std::string> many;
  Unpacker unpack(std::string(8, '\xff'));
  unpack(many);
  CHECK_FALSE(unpack.done());
}
