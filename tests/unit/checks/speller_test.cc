#include "checks/speller.h"

#include <filesystem>
#include <fstream>
#include <thread>

#include "catch.h"
#include "checks/speller_english.h"

using namespace quizlint;

namespace {

Verdict::Kind kind_of(std::string_view word) {
  static Speller speller;
  return speller.judge(word, "en").kind;
}

std::string correction_of(std::string_view word) {
  static Speller speller;
  const Verdict& verdict = speller.judge(word, "en");
  return verdict.kind == Verdict::Kind::misspelling ? verdict.corrections.at(0).word : "";
}

constexpr auto kKnown = Verdict::Kind::known;

}  // namespace

TEST_CASE("slips of common words are corrected") {
  CHECK(correction_of("complexcity") == "complexity");
  CHECK(correction_of("arhictecture") == "architecture");
  CHECK(correction_of("teh") == "the");
  CHECK(correction_of("seperate") == "separate");
  CHECK(correction_of("tommorrow") == "tomorrow");
  CHECK(correction_of("algoritm") == "algorithm");
  CHECK(correction_of("beleive") == "believe");
  CHECK(correction_of("databse") == "database");
}

TEST_CASE("a rarer form that is closer comes before a common word") {
  CHECK(correction_of("initatives") == "initiatives");
  CHECK(correction_of("assymmetrically") == "asymmetrically");
  CHECK(correction_of("aqcuisitions") == "acquisitions");
}

TEST_CASE("letters may have changed places over others") {
  CHECK(correction_of("vedio") == "video");
  CHECK(correction_of("advatanges") == "advantages");
  CHECK(correction_of("derefenrece") == "dereference");
}

TEST_CASE("the first letter may be lost") {
  CHECK(correction_of("nsigned") == "unsigned");
  CHECK(correction_of("ndefined") == "undefined");
  CHECK(kind_of("nchannels") != Verdict::Kind::misspelling);
}

TEST_CASE("a wrong ending makes no form of a word") {
  CHECK(correction_of("detectted") == "detected");
  CHECK(correction_of("streammed") == "streamed");
  CHECK(correction_of("editting") == "editing");
  CHECK(correction_of("updateded") == "updated");
  CHECK(correction_of("branchs") == "branches");
  CHECK(correction_of("interchangable") == "interchangeable");
  for (const char* word : {"embedder", "journalling", "subclassing", "quitting", "matcher"}) {
    INFO(word);
    CHECK(kind_of(word) == kKnown);
  }
}

TEST_CASE("a British slip is mended in British") {
  CHECK(correction_of("specialiased") == "specialised");
  CHECK(correction_of("behaviuoral") == "behavioural");
  for (const char* word : {"denormalise", "denormalised", "canonicalisation", "deserialisers"}) {
    INFO(word);
    CHECK(kind_of(word) == kKnown);
  }
}

TEST_CASE("corrections keep the case of the word") {
  CHECK(correction_of("Teh") == "The");
  CHECK(correction_of("Seperate") == "Separate");
}

TEST_CASE("words and terms of the field are known") {
  for (const char* word :
       {"question", "colour", "color", "don't", "don\xE2\x80\x99t", "there're", "what'd", "Paris", "Newton's",
        "kubernetes", "namespace", "goroutine", "mutex", "backend", "refactoring", "subclassed", "hashmap"}) {
    INFO(word);
    CHECK(kind_of(word) == kKnown);
  }
}

TEST_CASE("prefixes and suffixes make words of words") {
  for (const char* word :
       {"preprocessing", "autoscaling", "multithreaded", "resharding", "matchers", "microservices"}) {
    INFO(word);
    CHECK(kind_of(word) == kKnown);
  }
}

TEST_CASE("rare words near common ones are known where dictionaries agree") {
  for (const char* word : {"transection", "explantation", "tweens", "urticarial"}) {
    INFO(word);
    CHECK(kind_of(word) == kKnown);
  }
  for (const char* slip : {"retuned", "conciousness", "wich"}) {
    INFO(slip);
    CHECK(kind_of(slip) == Verdict::Kind::misspelling);
  }
}

TEST_CASE("short words may be abbreviations") {
  for (const char* word : {"appt", "cbse", "wps"}) {
    INFO(word);
    CHECK(kind_of(word) != Verdict::Kind::misspelling);
  }
  CHECK(correction_of("wth") == "with");
  CHECK(correction_of("stil") == "still");
  CHECK(correction_of("aslo") == "also");
}

TEST_CASE("words run together and plurals of rare words are no slips of others") {
  for (const char* word : {"weightloss", "hairloss", "statins"}) {
    INFO(word);
    CHECK(kind_of(word) != Verdict::Kind::misspelling);
  }
}

TEST_CASE("what is not close to a common word is unknown") {
  CHECK(kind_of("qxzvbn") == Verdict::Kind::unknown);
  CHECK(kind_of("frobnizzle") == Verdict::Kind::unknown);
}

TEST_CASE("capitals alone and mixed case are no words to judge") {
  CHECK(kind_of("XYZQ") == kKnown);
  CHECK(kind_of("fooBarr") == kKnown);
}

TEST_CASE("each variety of English has its spellings") {
  CHECK(in_variety("Color", true) == "Colour");
  CHECK(in_variety("center", true) == "centre");
  CHECK(in_variety("behaviour", false) == "behavior");
  CHECK(in_variety("organise", false) == "organize");
  CHECK_FALSE(in_variety("colour", true));
  CHECK_FALSE(in_variety("color", false));
  CHECK_FALSE(in_variety("word", true));
}

TEST_CASE("other languages have their own dictionaries") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "quizlint-speller-test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "de_DE.aff") << "SET UTF-8\nTRY enr\n";
  std::ofstream(folder / "de_DE.dic") << "4\nUnterschied\nzwischen\nprüfen\nfragen\n";
  Speller speller({folder.string()});
  CHECK(speller.judge("zwischen", "de").kind == kKnown);
  CHECK(speller.judge("Unterschied", "de").kind == kKnown);
  CHECK(speller.judge("thread", "de").kind == kKnown);  // an English term
  REQUIRE(speller.judge("zwishcen", "de").kind == Verdict::Kind::misspelling);
  CHECK(speller.judge("zwishcen", "de").corrections.at(0).word == "zwischen");
  CHECK(speller.judge("prüfen", "de").kind == kKnown);
  CHECK(speller.judge("schraube", "de").kind == Verdict::Kind::unknown);
  CHECK(speller.judge("frayen", "fr").kind == kKnown);  // no dictionary
  std::filesystem::remove_all(folder);
}

TEST_CASE("a dictionary need not be in UTF-8") {
  const std::filesystem::path folder = std::filesystem::temp_directory_path() / "quizlint-speller-latin2";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "pl_PL.aff") << "SET ISO8859-2\nTRY aei\n";
  std::ofstream(folder / "pl_PL.dic") << "2\nodpowied\xBC\nzmienna\n";
  Speller speller({folder.string()});
  CHECK(speller.judge("odpowiedź", "pl").kind == kKnown);
  REQUIRE(speller.judge("zmeinna", "pl").kind == Verdict::Kind::misspelling);
  CHECK(speller.judge("zmeinna", "pl").corrections.at(0).word == "zmienna");
  CHECK(speller.judge("日本語", "pl").kind == Verdict::Kind::unknown);
  CHECK(speller.without_dictionary().empty());
  std::filesystem::remove_all(folder);
}

TEST_CASE("languages without a dictionary are named") {
  Speller speller(std::vector<std::string>{});
  speller.judge("Unterschied", "de");
  speller.judge("word", "en");
  speller.judge("mellan", "sv");
  speller.judge("och", "sv");
  CHECK(speller.without_dictionary() == std::vector<std::string>{"de", "sv"});
}

TEST_CASE("other languages are left alone where no dictionary is installed") {
  Speller speller;
  CHECK(speller.judge("Fehlre", "xx").kind == kKnown);
}

TEST_CASE("several threads may ask at once") {
  Speller speller;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i)
    threads.emplace_back([&] {
      for (int n = 0; n < 200; ++n) speller.judge("wrod" + std::string(static_cast<std::size_t>(n % 20), 'a'), "en");
    });
  for (std::thread& thread : threads) thread.join();
  CHECK(speller.judge("seperate", "en").corrections.at(0).word == "separate");
}
