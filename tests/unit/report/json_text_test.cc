#include "report/json_text.h"

#include <nlohmann/json.hpp>

#include "catch.h"

using namespace quizlint;

TEST_CASE("an object is written as the library would write it") {
  const std::string_view texts[] = {"plain", "",     "a \"b\" \\ /",    "line\nend\ttab\x01",
                                    "Łódź",  "\x7F", "broken \xFF byte"};
  for (const std::string_view text : texts) {
    std::string written;
    JsonObject object(written);
    object.add("text", text);
    object.add("number", 4294967295);
    object.begin("list");
    written += "[1]";
    object.close();
    INFO(text);
    CHECK(written == json_text({{"text", text}, {"number", 4294967295}, {"list", {1}}}));
  }
}

TEST_CASE("an object without members is empty") {
  std::string written;
  JsonObject(written).close();
  CHECK(written == "{}");
}
