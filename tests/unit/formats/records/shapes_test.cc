#include <fmt/format.h>

#include "catch.h"
#include "formats/reader.h"

using namespace quizlint;

namespace {

struct Sailing {
  std::string_view question, answer;
  std::vector<std::string> wrong;
};

// Enough of them that nothing fits by chance.
const std::vector<Sailing> kSailing = {
    {"Where is the bow of a ship?", "at the front end", {"at the back end", "below the keel", "up the mast"}},
    {"What holds a sail up?", "a spar and a halyard", {"the anchor chain", "an oar alone", "tar on the deck"}},
    {"Which side is port?", "the left one, looking ahead", {"the right one", "the lee one", "whichever is wet"}},
    {"What does a keel do?", "it stops the drift to leeward", {"it turns the bow", "it holds the crew", "it rings"}},
    {"How is depth measured?", "with a lead and a line", {"with a sextant", "by the stars", "with a log"}},
    {"Who steers the boat?", "the person at the helm", {"the cook aboard", "the pilot fish", "nobody at sea"}}};

std::size_t place_of(std::size_t i) {
  return (5 * i + 1) % 4;
}

/// The four choices of a question; the right one moves.
std::vector<std::string> choices_of(std::size_t i) {
  std::vector<std::string> all = kSailing[i].wrong;
  all.insert(all.begin() + static_cast<std::ptrdiff_t>(place_of(i)), std::string(kSailing[i].answer));
  return all;
}

/// `write` makes text of each question; `between` joins them.
template <typename Write>
std::string file_of(std::string_view begin, std::string_view between, std::string_view end, const Write& write) {
  std::string out(begin);
  for (std::size_t i = 0; i < kSailing.size(); ++i) out += (i == 0 ? "" : std::string(between)) + write(i);
  return out.append(end);
}

std::string quoted(const std::vector<std::string>& texts, std::string_view between = ", ") {
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : std::string(between)) + "\"" + text + "\"";
  return out;
}

void expect_answers(std::string_view path, const std::string& bytes) {
  INFO(bytes);
  const Bank bank = read_bank(path, bytes, {});
  REQUIRE(bank.questions.size() == kSailing.size());
  CHECK(bank.faults.empty());
  for (std::size_t i = 0; i < kSailing.size(); ++i) {
    CHECK(plain(bank, bank.questions[i].stem) == kSailing[i].question);
    CHECK(plain(bank, bank.questions[i].answer) == kSailing[i].answer);
    CHECK(slice(bytes, bank.questions[i].span).find(kSailing[i].question) != std::string_view::npos);
  }
}

void expect_choices(std::string_view path, const std::string& bytes) {
  INFO(bytes);
  const Bank bank = read_bank(path, bytes, {});
  REQUIRE(bank.questions.size() == kSailing.size());
  CHECK(bank.faults.empty());
  for (std::size_t i = 0; i < kSailing.size(); ++i) {
    const Question& question = bank.questions[i];
    CHECK(plain(bank, question.stem) == kSailing[i].question);
    REQUIRE(question.choices.size() == 4);
    for (std::size_t place = 0; place < 4; ++place) {
      CHECK(plain(bank, question.choices[place].text) == choices_of(i)[place]);
      CHECK(question.choices[place].correct == (place == place_of(i)));
    }
  }
}

void check_first(const Bank& bank, std::size_t questions, std::string_view stem, std::string_view answer) {
  REQUIRE(bank.questions.size() == questions);
  CHECK(plain(bank, bank.questions[0].stem) == stem);
  CHECK(plain(bank, bank.questions[0].answer) == answer);
}

}  // namespace

TEST_CASE("in a conversation, what one side says is answered by the other") {
  expect_answers("chat.jsonl", file_of("", "\n", "\n", [](std::size_t i) {
                   return fmt::format(R"({{"messages": [{{"role": "system", "content": "You teach sailing."}},)"
                                      R"( {{"role": "user", "content": "{}"}},)"
                                      R"( {{"role": "assistant", "content": "{}"}}]}})",
                                      kSailing[i].question, kSailing[i].answer);
                 }));
  expect_answers(
      "turns.json", file_of("[", ",\n", "]", [](std::size_t i) {
        return fmt::format(
            R"({{"id": {}, "conversations": [{{"from": "human", "value": "{}"}}, {{"from": "gpt", "value": "{}"}}]}})",
            i, kSailing[i].question, kSailing[i].answer);
      }));
  expect_answers("long.json", file_of("{\"messages\": [", ",\n", "]}", [](std::size_t i) {
                   return fmt::format(
                       R"({{"role": "user", "content": "{}"}}, {{"role": "assistant", "content": "{}"}})",
                       kSailing[i].question, kSailing[i].answer);
                 }));
}

TEST_CASE("an object whose names are questions holds their answers") {
  const auto member = [](std::size_t i) {
    return fmt::format(R"("{}": "{}")", kSailing[i].question, kSailing[i].answer);
  };
  expect_answers("map.json", file_of("{", ",\n", "}", member));
  expect_answers("inner.json", file_of("{\"faq\": {", ",\n", "}}", member));
  expect_answers("map.yaml", file_of("", "\n", "\n", [](std::size_t i) {
                   return fmt::format("{}: \"{}\"", kSailing[i].question, kSailing[i].answer);
                 }));
  expect_answers("objects.json", file_of("{", ",\n", "}", [](std::size_t i) {
                   return fmt::format(R"("{}": {{"answer": "{}", "level": 1}})", kSailing[i].question,
                                      kSailing[i].answer);
                 }));
  const Bank words = read_bank("words.json", R"({"Open file": "Datei", "Save all": "Alles", "Print it": "Druck"})", {});
  CHECK(words.questions.empty());
}

TEST_CASE("cards exported by Anki and Quizlet are tables with tabs") {
  const auto card = [](std::size_t i) { return fmt::format("{}\t{}", kSailing[i].question, kSailing[i].answer); };
  expect_answers("cards.txt", file_of("#separator:tab\n#html:true\n", "\n", "\n", card));
  expect_answers("plain.txt", file_of("", "\n", "\n", card));
  const std::string deck = file_of("#separator:tab\n#guid column:1\n#deck column:2\n#tags column:5\n", "\n", "\n",
                                   [&](std::size_t i) { return fmt::format("x{}y\tSea\t{}\tt{}", i, card(i), i % 2); });
  expect_answers("deck.txt", deck);
  CHECK(read_bank("deck.txt", deck, {}).sections.at(0).title == "Sea");
  expect_answers("named.txt", file_of("#separator:semicolon\n#columns:Front;Back\n", "\n", "\n", [](std::size_t i) {
                   return fmt::format("{};{}", kSailing[i].question, kSailing[i].answer);
                 }));
  CHECK(read_bank("list.txt", "1.\tWhat is a hull?\n2.\tWhat is a mast?\n3.\tWhat is a spar?\n", {}).layout != "tsv");
}

TEST_CASE("terms with their meanings are cards") {
  const Bank bank =
      read_bank("terms.tsv",
                "bow\tthe front end of a ship\nstern\tthe back end of a ship\nkeel\tthe beam at the bottom\n"
                "mast\tthe pole that carries sails\nhelm\tthe place to steer from\n",
                {});
  check_first(bank, 5, "bow", "the front end of a ship");
}

TEST_CASE("columns that are called like the sides of a card are one, whatever stands beside them") {
  const Bank bank =
      read_bank("a.csv", "tag,Front,Back\nsea,the boat,la barca\nsea,the sail,\nland,the road,la strada\n", {});
  check_first(bank, 3, "the boat", "la barca");
  CHECK(is_answered(bank, bank.questions[2]));
  CHECK_FALSE(is_answered(bank, bank.questions[1]));
}

TEST_CASE("lists of as many texts each are choices, whatever they are called") {
  for (const std::string_view key : {"number", "text"})
    expect_choices("quiz.json", file_of("[", ",\n", "]", [&](std::size_t i) {
                     const std::string right = fmt::format("\"{}\"", kSailing[i].answer);
                     return fmt::format(R"({{"zz": "{}", "yy": [{}], "xx": {}}})", kSailing[i].question,
                                        quoted(choices_of(i)), key == "text" ? right : std::to_string(place_of(i)));
                   }));
  const Bank tagged =
      read_bank("tagged.json",
                file_of("[", ",\n", "]",
                        [](std::size_t i) {
                          return fmt::format(
                              R"({{"question": "{}", "tags": ["sea", "boat", "{}"], "answer": "{}", "level": {}}})",
                              kSailing[i].question, i % 2 == 0 ? "crew" : "gear", kSailing[i].answer, i % 3);
                        }),
                {});
  REQUIRE(tagged.questions.size() == kSailing.size());
  CHECK(tagged.questions[0].choices.empty());
}

TEST_CASE("a key that repeats one of the columns shows that they are choices") {
  expect_choices("quiz.csv", file_of("item,w,x,y,z,best\n", "\n", "\n", [](std::size_t i) {
                   return fmt::format("{},{},\"{}\"", kSailing[i].question, quoted(choices_of(i), ","),
                                      kSailing[i].answer);
                 }));
}

TEST_CASE("choices mark themselves by a yes or no, by a sign, by their own name") {
  const auto marked = [](std::size_t i, const auto& write) {
    std::string list;
    for (std::size_t place = 0; place < 4; ++place)
      list += (place == 0 ? "" : ", ") + write(choices_of(i)[place], place == place_of(i));
    return fmt::format(R"({{"question": "{}", "parts": [{}]}})", kSailing[i].question, list);
  };
  const auto file = [&](const auto& write) {
    return file_of("[", ",\n", "]", [&](std::size_t i) { return marked(i, write); });
  };
  expect_choices("shape.json", file([](const std::string& text, bool right) {
                   return fmt::format(R"({{"txt": "{}", "zz": {}}})", text, right);
                 }));
  expect_choices("grade.json", file([](const std::string& text, bool right) {
                   return fmt::format(R"({{"text": "{}", "grade": {}}})", text, right ? 100 : 0);
                 }));
  expect_choices("names.json",
                 file([](const std::string& text, bool right) { return fmt::format(R"({{"{}": {}}})", text, right); }));
  expect_choices("signs.json", file([](const std::string& text, bool right) {
                   return fmt::format(R"("{} {}")", right ? "+" : "-", text);
                 }));
  expect_choices("gift.json", file([](const std::string& text, bool right) {
                   return fmt::format(R"("{}{}")", right ? "=" : "~", text);
                 }));
}

TEST_CASE("a sign that belongs to a choice marks nothing") {
  const Bank bank = read_bank("signs.json",
                              R"x([{"question": "What does p point to?", "options": ["*p", "&p", "p"], "answer": "*p"},
                                  {"question": "What sums the cells?", "options": ["=SUM(A1)", "SUM(A1)"], "answer": "SUM(A1)"}])x",
                              {});
  REQUIRE(bank.questions.size() == 2);
  CHECK(plain(bank, bank.questions[0].choices[0].text) == "*p");
  CHECK_FALSE(bank.questions[1].choices[0].correct);
  CHECK(bank.questions[1].choices[1].correct);
}

TEST_CASE("wrong answers may be called fakes, or lie beside the right one in an object") {
  const auto count = [](std::string_view path, const std::string& bytes) {
    const Bank bank = read_bank(path, bytes, {});
    REQUIRE(bank.questions.size() == kSailing.size());
    for (const Question& question : bank.questions) {
      REQUIRE(question.choices.size() == 4);
      CHECK(question.choices.front().correct);
    }
  };
  count("fakes.csv", file_of("question,true_answer,fake1,fake2,fake3\n", "\n", "\n", [](std::size_t i) {
          return fmt::format("{},\"{}\",{}", kSailing[i].question, kSailing[i].answer, quoted(kSailing[i].wrong, ","));
        }));
  count("object.json", file_of("[", ",\n", "]", [](std::size_t i) {
          return fmt::format(R"({{"text": "{}", "answer": {{"right": "{}", "wrong": [{}]}}}})", kSailing[i].question,
                             kSailing[i].answer, quoted(kSailing[i].wrong));
        }));
}

TEST_CASE("in sets of the quiz show the answer is read out and the question replies") {
  const Bank bank = read_bank("show.tsv",
                              "round\tclue_value\tcategory\tanswer\tquestion\tair_date\n"
                              "1\t200\tSHIPS\tThis beam runs along the bottom of a ship\tthe keel\t2001-02-03\n"
                              "1\t400\tSHIPS\tSailors steer with this wheel or bar\tthe helm\t2001-02-03\n"
                              "1\t600\tSHIPS\tIt is the left side of a ship, looking ahead\tport\t2001-02-03\n"
                              "2\t200\tROPES\tThis rope pulls a sail up its mast\ta halyard\t2001-02-03\n",
                              {});
  check_first(bank, 4, "This beam runs along the bottom of a ship", "the keel");
}

TEST_CASE("columns of marks beside the choices say which one is right") {
  const auto sheet = [](std::string_view header, std::string_view yes, std::string_view no) {
    return file_of(header, "\n", "\n", [&](std::size_t i) {
      std::string row = fmt::format("{},{}", kSailing[i].question, quoted(choices_of(i), ","));
      for (std::size_t place = 0; place < 4; ++place) row += fmt::format(",{}", place == place_of(i) ? yes : no);
      return row;
    });
  };
  expect_choices("ticks.csv", sheet("Question,Choice A,Choice B,Choice C,Choice D,OK A,OK B,OK C,OK D\n", "x", ""));
  expect_choices("flags.csv", sheet("text,opt_a,opt_b,opt_c,opt_d,is_a,is_b,is_c,is_d\n", "1", "0"));
}

TEST_CASE("columns called term and definition are cards") {
  const std::string rows =
      "bow,the front end of a ship\nstern,the back end of a ship\nkeel,the beam at the bottom\n"
      "mast,the pole that carries sails\nhelm,the place to steer from\n";
  const Bank cards = read_bank("cards.csv", "Term,Definition\n" + rows, {});
  REQUIRE(cards.questions.size() == 5);
  CHECK(plain(cards, cards.questions[1].stem) == "stern");
  CHECK(plain(cards, cards.questions[1].answer) == "the back end of a ship");
  CHECK(read_bank("parts.csv", "Part,Place\n" + rows, {}).questions.empty());
}
