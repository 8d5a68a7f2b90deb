#include "formats/records/json.h"

#include <nlohmann/json.hpp>

#include "catch.h"
#include "support/noise.h"
#include "text/utf8.h"

using namespace quizlint;
using namespace quizlint::records;

namespace {

Document read(std::string_view bytes) {
  Document document;
  document.bytes = bytes;
  const JsonResult result = read_json_value(document, 0, static_cast<Offset>(bytes.size()));
  if (skip_blank(bytes, result.end, static_cast<Offset>(bytes.size())) < bytes.size())
    document.faults.push_back({"structure/malformed", {result.end, result.end}, "rest"});
  if (!document.values.empty()) document.roots.push_back(0);
  return document;
}

std::string first_fault(std::string_view bytes) {
  const Document document = read(bytes);
  return document.faults.empty() ? "" : document.faults.front().message;
}

/// The values as JSON again, without blanks.
nlohmann::json tree(const Document& document, ValueId id) {
  const Value& value = document.values[id];
  switch (value.kind) {
    case ValueKind::null: return nullptr;
    case ValueKind::boolean: return chars_of(document, value) == "true";
    case ValueKind::number: return nlohmann::json::parse(chars_of(document, value));
    case ValueKind::string: return chars_of(document, value);
    case ValueKind::list: {
      nlohmann::json list = nlohmann::json::array();
      for (const ValueId child : children(document, id)) list.push_back(tree(document, child));
      return list;
    }
    case ValueKind::object: {
      nlohmann::json object = nlohmann::json::object();
      for (const ValueId child : children(document, id))
        object[document.names[document.values[child].name]] = tree(document, child);
      return object;
    }
  }
  return nullptr;
}

std::string random_entries(test::Random& random, int depth, bool named);

/// A made-up JSON text.
std::string random_json(test::Random& random, int depth) {
  const auto pick = [&](std::size_t n) { return random() % n; };
  switch (pick(depth > 3 ? 5 : 8)) {
    case 0: return "null";
    case 1: return pick(2) == 0 ? "true" : "false";
    case 2: return pick(2) == 0 ? "-12.5e+3" : "0";
    case 3:
      return pick(2) == 0 ? R"("a\n\u00e9\ud83d\ude00\"")"
                          : R"("plain)"
                            " \xC3\xA9\"";
    case 4: return pick(2) == 0 ? "[ ]" : "{ }";
    case 5:
    case 6: return random_entries(random, depth, false).insert(0, 1, '[').append("]");
    default: return random_entries(random, depth, true).insert(0, 1, '{').append("}");
  }
}

std::string random_entries(test::Random& random, int depth, bool named) {
  static const std::vector<std::string> kNames = {"\"n0\": ", "\"n1\" : ", "\"n2\":", "\"n3\": "};
  std::string entries;
  for (std::size_t i = 0, n = 1 + random() % 4; i < n; ++i) {
    entries += i > 0 ? " ,\n" : " ";
    if (named) entries += kNames[i];
    entries += random_json(random, depth + 1);
  }
  return entries;
}

}  // namespace

TEST_CASE("JSON is read as another reader reads it") {
  test::Random random(7);
  for (int i = 0; i < 2000; ++i) {
    const std::string json = random_json(random, 0);
    const Document document = read(json);
    INFO(json);
    REQUIRE(document.faults.empty());
    CHECK(tree(document, 0) == nlohmann::json::parse(json));
  }
}

TEST_CASE("what another reader of JSON refuses is reported") {
  test::Random random(8);
  for (int i = 0; i < 4000; ++i) {
    std::string json = random_json(random, 0);
    json[random() % json.size()] = "\"\\{}[]:,0x \n"[random() % 12];
    if (first_invalid(json) != std::string_view::npos) continue;
    INFO(json);
    CHECK(read(json).faults.empty() == nlohmann::json::accept(json));
  }
}

TEST_CASE("each piece of a JSON string decodes to its characters") {
  const std::string bytes = R"(say \"hi\" to \u00e9\ud83d\ude00 and\r\n go \\ on)";
  const Text text = decode_json(bytes, {0, static_cast<Offset>(bytes.size())});
  CHECK(text.chars() == "say \"hi\" to \xC3\xA9\xF0\x9F\x98\x80 and\n go \\ on");
  CHECK(json_chars(bytes) == text.chars());
  for (const Piece& piece : text.pieces())
    CHECK(json_chars(slice(bytes, piece.source)) == slice(text.chars(), piece.chars));
}

TEST_CASE("a lone half of a pair becomes the replacement character") {
  CHECK(json_chars(R"(\ud83d!)") == "\xEF\xBF\xBD!");
}

TEST_CASE("a fault of JSON is named") {
  CHECK(first_fault(R"({"a": 1 "b": 2})") == "a comma is missing before this");
  CHECK(first_fault(R"(["a" "b"])") == "a comma is missing before this");
  CHECK(first_fault(R"({"a": 1,})") == "no comma may stand before a closing bracket");
  CHECK(first_fault(R"({"a": "x)") == "the quotation mark that closes this text is missing");
  CHECK(first_fault(R"({"a": "say "no" now"})") == R"(a quotation mark in text is written \")");
  CHECK(first_fault(R"({"a": "x, "b": "y"})") == "the quotation mark that closes this text is missing");
  CHECK(first_fault(R"({"a": True})") == "JSON does not know 'True'; it knows true, false and null");
  CHECK(first_fault("{\"a\": \"x\ny\"}") == "a line end in text is written \\n");
  CHECK(first_fault(R"({'a': 1})") == "names stand in double quotation marks");
  CHECK(first_fault("{\"a\": [1, 2}") == "',' or ']' is missing before this");
  CHECK(first_fault("// note\n{}") == "JSON has no comments; take this one out");
}

TEST_CASE("a broken object costs itself and no other") {
  const Document document = read(R"([{"q": 1}, {"q": @}, {"q": 3, "r": [}, {"q": 4}])");
  std::vector<bool> damaged;
  for (const ValueId id : children(document, 0)) damaged.push_back(document.values[id].damaged);
  CHECK(damaged == std::vector<bool>{false, true, true, false});
  CHECK(document.faults.size() == 2);
}

TEST_CASE("values that nest without end are refused, not followed") {
  CHECK(first_fault(std::string(100000, '[')) == "this is nested too deeply");
}

TEST_CASE("names are numbered as they are first met, in whatever order they come again") {
  Names names;
  for (const int round : {0, 1}) {
    INFO(round);
    CHECK(names.intern("question") == 0);
    CHECK(names.intern("answer") == 1);
    CHECK(names.intern("id") == 2);
  }
  CHECK(names.intern("answer") == 1);
  CHECK(names.intern("question") == 0);
  CHECK(names.intern("note") == 3);
  CHECK(names.intern("id") == 2);
  CHECK(names.intern("note") == 3);
  CHECK(names.size() == 4);
}
