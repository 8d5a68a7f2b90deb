#include "checks/fragments/repair.h"

#include "catch.h"

namespace quizlint {
namespace {

TEST_CASE("a word that a wrong encoding broke is mended") {
  CHECK(repaired("GuillÃ©n", false) == "Guillén");
  CHECK(repaired("donâ€™t", false) == "don’t");
  CHECK(repaired("â€œquotedâ€\u009D", false) == "“quoted”");
  CHECK(repaired("20Â°C", false) == "20°C");
  CHECK(repaired("Ã–sterreich", false) == "Österreich");
  CHECK(repaired("Å¡koda", false) == "škoda");
  CHECK(repaired("ÐŸÑ€Ð¸Ð²ÐµÑ‚", false) == "Привет");
  CHECK(repaired("ä½\u00A0å¥½", false) == "你好");
  CHECK(repaired("ðŸ˜€", false) == "😀");
  CHECK(repaired("â†’", false) == "→");
  CHECK(repaired("â\u0080\u0099", false) == "’");
}

TEST_CASE("a word that was broken twice is mended twice") {
  CHECK(repaired("GuillÃƒÂ©n", false) == "Guillén");
  CHECK(repaired("donÃ¢â‚¬â„¢t", false) == "don’t");
}

TEST_CASE("words of many languages are let be") {
  for (const char* word :
       {"naïve",       "NÃO",     "MANHÃ”", "irmã”", "ESPAÑA", "Ñ”",    "groß“", "à",        "été…»",  "ÂNGELO",
        "Việt",        "trường",  "ẤN",     "Þór",   "Ærø",    "Ñandú", "crème", "brûlée",   "Łódź",   "žluťoučký",
        "déjà\u00A0»", "Привет",  "你好",   "Ä“",    "SÃO”",   "PÂ",    "ÎLE",   "Ångström", "façade", "Größe",
        "ação",        "coração", "«é»",    "ç’est", "É—",     "Ã",     "→",     "😀",        "2×3"}) {
    INFO(word);
    CHECK_FALSE(repaired(word, false));
  }
}

TEST_CASE("where the text is known to be broken, less proof is asked") {
  CHECK_FALSE(repaired("IRMÃ”", false));
  CHECK(repaired("IRMÃ”", true) == "IRMÔ");
}

}  // namespace
}  // namespace quizlint
