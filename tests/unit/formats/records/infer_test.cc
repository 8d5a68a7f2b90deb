#include <fmt/format.h>

#include "catch.h"
#include "formats/reader.h"

using namespace quizlint;

namespace {

/// The map of a bank as "stem=question key=answer …", "none" where it has no question.
std::string map_of(std::string_view json, const FieldMap& given = {}) {
  const Bank bank = read_bank("bank.json", json, {"", given});
  if (!bank.map) return "none";
  std::string map;
  for (const auto& [part, field] : *bank.map) map += (map.empty() ? "" : " ") + part + "=" + field;
  return map;
}

std::size_t count_faults(std::string_view json, const FieldMap& given = {}) {
  return read_bank("bank.json", json, {"", given}).faults.size();
}

}  // namespace

TEST_CASE("the names of fields may be any") {
  CHECK(map_of(R"([{"q": "What is a hull?", "a": "The body of a ship."}])") == "stem=q answer=a");
  CHECK(map_of(R"([{"frage": "Was ist ein Kiel?", "antwort": "Ein Balken."}])") == "stem=frage answer=antwort");
  CHECK(map_of(R"([{"xx": "What is a keel?", "yy": "A beam below."}, {"xx": "What is a mast?", "yy": "A pole."},
                  {"xx": "Why tar a rope?", "yy": "It keeps dry."}])") == "stem=xx answer=yy");
}

TEST_CASE("choices lie in fields of their own") {
  CHECK(map_of(R"([{"question": "Which one floats?", "opa": "Iron", "opb": "Cork", "opc": "Lead", "cop": 2},
                   {"question": "Which one sinks?", "opa": "Ash", "opb": "Cork", "opc": "Lead", "cop": 3}])") ==
        "stem=question choices=opa,opb,opc key=cop key_as=index1");
  CHECK(
      map_of(R"([{"sentence": "The _ was too wide for the door.", "option1": "table", "option2": "cup", "answer": "1"},
                   {"sentence": "The _ did not fit into the box.", "option1": "pin", "option2": "oar", "answer": "2"}])") ==
      "stem=sentence choices=option1,option2 key=answer key_as=label");
  CHECK(
      map_of(R"([{"question": "What is light?", "distractor1": "Lead", "distractor2": "Iron", "correct_answer": "Cork"},
                   {"question": "What is wet?", "distractor1": "Sand", "distractor2": "Ash", "correct_answer": "Rain"}])") ==
      "stem=question key=correct_answer key_as=text incorrect=distractor1,distractor2");
}

TEST_CASE("choices lie in an object, in a list, beside their labels") {
  CHECK(map_of(R"([{"question": "Where is the bow?", "options": {"A": "Ahead", "B": "Astern"}, "answer_idx": "A"},
                   {"question": "Where is the stern?", "options": {"A": "Ahead", "B": "Astern"}, "answer_idx": "B"}])") ==
        "stem=question choices=options key=answer_idx key_as=letter");
  CHECK(
      map_of(
          R"([{"id": "x", "question": {"stem": "Where is port?", "choices": [{"text": "left", "label": "A"}, {"text": "right", "label": "B"}]}, "answerKey": "A"}])") ==
      "stem=question.stem choices=question.choices key=answerKey key_as=letter id=id");
  CHECK(map_of(R"([{"input": "Does cork float on water?", "target_scores": {"yes": 1, "no": 0}}])") ==
        "stem=input choices=target_scores");
}

TEST_CASE("a yes or no for each choice is a key") {
  CHECK(map_of(R"([{"question": "What is soft?", "options": ["Wool", "Flint", "Glass"], "right": [1, 0, 0]},
                   {"question": "What is hard?", "options": ["Wool", "Flint", "Felt"], "right": [0, 1, 0]}])") ==
        "stem=question choices=options key=right key_as=marks");
  CHECK(map_of(
            R"([{"question": "What is soft?", "answers": {"answer_a": "Wool", "answer_b": "Flint", "answer_c": null},
                    "correct_answers": {"answer_a_correct": "true", "answer_b_correct": "false", "answer_c_correct": "false"}},
                   {"question": "What is hard?", "answers": {"answer_a": "Felt", "answer_b": "Flint", "answer_c": "Wax"},
                    "correct_answers": {"answer_a_correct": "false", "answer_b_correct": "true", "answer_c_correct": "false"}}])") ==
        "stem=question choices=answers key=correct_answers key_as=marks");
  CHECK(map_of(
            R"([{"question": "What burns?", "targets": {"choices": ["Wax", "Sand"], "labels": [1, 0]}},
                   {"question": "What flows?", "targets": {"choices": ["Rock", "Milk"], "labels": [0, 1]}}])") ==
        "stem=question choices=targets");
}

TEST_CASE("the labels of choices are no key") {
  CHECK(map_of(
            R"([{"question": "What burns?", "choices": {"text": ["Wax", "Sand"], "label": ["A", "B"]}, "answerKey": ""},
                   {"question": "What flows?", "choices": {"text": ["Rock", "Milk"], "label": ["A", "B"]}, "answerKey": ""}])") ==
        "stem=question choices=choices");
}

TEST_CASE("a key may give the name of a field, or an id of a choice") {
  CHECK(map_of(R"([{"question": "What burns?", "option1": "Wax", "option2": "Sand", "correct": "option1"},
                   {"question": "What flows?", "option1": "Rock", "option2": "Milk", "correct": "option2"}])") ==
        "stem=question choices=option1,option2 key=correct key_as=label");
  CHECK(
      map_of(
          R"([{"question": "What burns?", "options": [{"id": "o1", "label": "Wax"}, {"id": "o2", "label": "Sand"}], "correctOptionId": "o1"},
                   {"question": "What flows?", "options": [{"id": "o1", "label": "Rock"}, {"id": "o2", "label": "Milk"}], "correctOptionId": "o2"}])") ==
      "stem=question choices=options key=correctOptionId key_as=label");
}

TEST_CASE("remarks behind the name of a column do not count") {
  const Bank bank =
      read_bank("bank.csv",
                "Question,Answer 1,\"Answer 2\",\"Answer 3\n(optional)\",\"Correct answer(s) - one or more\"\n"
                "What burns?,Wax,Sand,Salt,1\nWhat flows?,Rock,Tin,Milk,3\n",
                {});
  REQUIRE(bank.questions.size() == 2);
  REQUIRE(bank.questions[1].choices.size() == 3);
  CHECK(bank.questions[1].choices[2].correct);
}

TEST_CASE("sheets without a key have choices nevertheless") {
  const Bank bank =
      read_bank("bank.csv", "id,question,A,B,C\n1,What burns?,Wax,Sand,Salt\n2,What flows?,Tar,Tin,Ash\n", {});
  REQUIRE(bank.questions.size() == 2);
  CHECK(bank.questions[0].choices.size() == 3);
  CHECK_FALSE(bank.expects_answers);
}

TEST_CASE("an answer of many fields is no set of choices") {
  CHECK(
      map_of(
          R"({"story": "Ann fed the hens at dawn, and Ben shut the gate at dusk.", "questions": [{"input_text": "When did Ann feed them?"}, {"input_text": "Who shut it?"}, {"input_text": "What did Ben shut?"}],
                   "answers": [{"span_start": 9, "span_text": "at dawn", "input_text": "At dawn"}, {"span_start": 3, "span_text": "Ben", "input_text": "Ben"}, {"span_start": 5, "span_text": "the gate", "input_text": "The gate"}]})") ==
      "records=questions stem=input_text context=story answer=answers[].input_text");
}

TEST_CASE("names may be of other languages") {
  CHECK(
      map_of(
          R"([{"frage": "Was brennt?", "antworten": [{"text": "Wachs", "richtig": true}, {"text": "Sand", "richtig": false}]}])") ==
      "stem=frage choices=antworten");
  CHECK(map_of(R"([{"domanda": "Che cosa brucia?", "risposte": ["Cera", "Sabbia", "Sale"], "corretta": 0},
                   {"domanda": "Che cosa scorre?", "risposte": ["Sasso", "Ferro", "Latte"], "corretta": 2}])") ==
        "stem=domanda choices=risposte key=corretta key_as=index0");
}

TEST_CASE("records lie anywhere") {
  CHECK(map_of(R"({"easy": [{"question": "What is ebb?", "answer": "Falling water."}],
                   "hard": [{"question": "What is flood?", "answer": "Rising water."}]})") ==
        "records=* stem=question answer=answer");
  CHECK(map_of(R"({"quiz": {"q1": {"question": "What is ebb?", "answer": "Falling water."},
                            "q2": {"question": "What is flood?", "answer": "Rising water."}}})") ==
        "records=quiz.* stem=question answer=answer");
}

TEST_CASE("lists lie side by side, rows have no names") {
  CHECK(
      map_of(
          R"({"article": "A ship left the port at dawn and came back at noon.", "questions": ["When did it leave?", "When was it back?"],
                   "options": [["At dawn", "At noon"], ["At dusk", "At noon"]], "answers": ["A", "B"]})") ==
      "records=questions[] stem=. context=article choices=options[] key=answers[] key_as=letter");
  CHECK(map_of(R"({"questions": ["What is a dock?", "What is a quay?", "What is a pier?"]})") ==
        "records=questions[] stem=.");
  CHECK(map_of(
            R"([["What is a dock?", "A basin."], ["What is a quay?", "A wall."], ["What is a pier?", "A bridge."]])") ==
        "records=[] stem=1 answer=2");
}

TEST_CASE("other spellings of an answer are no choices, two questions no answer") {
  CHECK(map_of(R"([{"Question": "What is a dock?", "Answer": {"Value": "Basin", "Aliases": ["Basin", "Dry dock"]}},
                   {"Question": "What is a quay?", "Answer": {"Value": "Wall", "Aliases": ["Wall", "Bank", "Pier"]}}])") ==
        "stem=Question answer=Answer.Value");
  CHECK(map_of(R"([{"question1": "What is a dock?", "question2": "What are docks?", "same": 1},
                   {"question1": "What is a quay?", "question2": "What are piers?", "same": 0},
                   {"question1": "What is a mole?", "question2": "What is a wall?", "same": 0}])") == "none");
}

TEST_CASE("a question that is marked as having no answer is answered") {
  const Bank bank = read_bank("bank.json", R"([{"question": "Who won?", "answers": [], "is_impossible": true},
                                               {"question": "Who lost?", "answers": ["Ann"], "is_impossible": false}])",
                              {});
  REQUIRE(bank.questions.size() == 2);
  CHECK(is_answered(bank, bank.questions[0]));
}

TEST_CASE("what holds no question is no bank") {
  CHECK(map_of(R"({"name": "tool", "version": "1.0.0", "description": "What a tool is this?"})") == "none");
  CHECK(map_of(R"({"question": "Question", "answer": "Answer", "explanation": "Why"})") == "none");
  CHECK(map_of(R"([{"name": "Ann", "town": "Bern", "age": 4}, {"name": "Bob", "town": "Rome", "age": 7}])") == "none");
  CHECK(map_of(R"([{"text": "I liked the film a lot", "label": 1}, {"text": "It was long and dull", "label": 0}])") ==
        "none");
  CHECK(map_of(R"({"rules": {"no-var": "error", "quotes": ["error", "double"]}, "extends": ["a", "b"]})") == "none");
  CHECK(map_of("[]") == "none");
  CHECK(map_of("") == "none");
  CHECK(count_faults(R"({"a": 1 /* note */, })") == 0);
}

TEST_CASE("two readings that fit alike are told, and settled by a map") {
  constexpr std::string_view kMonths =
      R"([{"question": "Which is the second month?", "options": ["Jan", "Feb", "Mar", "Apr"], "answer": 1},
          {"question": "Which is the third month?", "options": ["Jan", "Feb", "Mar", "Apr"], "answer": 2}])";
  CHECK(count_faults(kMonths) == 1);
  CHECK(count_faults(kMonths, {{"key_as", "index0"}}) == 0);
  CHECK(map_of(kMonths, {{"key_as", "index0"}}) == "stem=question choices=options key=answer key_as=index0");
  constexpr std::string_view kTwoStems =
      R"([{"raw_question": "what is tar", "new_question": "What is tar?", "answer": "Pitch"}])";
  CHECK(map_of(kTwoStems, {{"stem", "raw_question"}}) == "stem=raw_question answer=answer");
}

TEST_CASE("a map of the configuration is taken at its word") {
  CHECK(map_of(R"([{"a": "one", "b": "two"}])", {{"stem", "a"}, {"answer", "b"}}) == "stem=a answer=b");
  CHECK(count_faults(R"([{"a": "one", "b": "two"}])", {{"stem", "a"}, {"answer", "b"}, {"colour", "c"}}) == 1);
}

TEST_CASE("records have a language, and questions that are too short to tell have that of their bank") {
  const Bank bank = read_bank("bank.json", R"([
      {"frage": "Warum schwimmt ein Schiff aus Eisen auf dem Wasser, obwohl es schwer ist?", "antwort": "Es verdrängt das Wasser."},
      {"frage": "Was ist die Aufgabe von einem Kiel unter dem Schiff?", "antwort": "Er hält das Schiff gerade."},
      {"frage": "Anker?", "antwort": "Er hält."}])",
                              {});
  REQUIRE(bank.questions.size() == 3);
  CHECK(bank.language == "de");
  CHECK(bank.questions[2].language == "de");
}

TEST_CASE("a map that fits no record is told") {
  CHECK(count_faults(R"([{"a": "one", "b": "two"}])", {{"stem", "text"}}) == 1);
}

TEST_CASE("tables without names are tried for choices only where they are as wide as quizzes are") {
  const auto sheet = [](std::size_t columns) {
    const char* const stems[] = {"What keeps a ship from drifting?", "What pulls a sail up its mast?",
                                 "What is dropped to stay in place?", "What turns the ship about?"};
    const char* const choices[] = {"keel", "halyard", "anchor", "rudder"};
    std::string csv;
    for (std::size_t row = 0; row < 4; ++row) {
      csv += stems[row];
      for (const char* choice : choices) csv += fmt::format(",{}", choice);
      csv += fmt::format(",{}", choices[row]);
      for (std::size_t i = 6; i < columns; ++i) csv += fmt::format(",{}", row * i);
      csv += "\n";
    }
    const Bank bank = read_bank("sheet.csv", csv, {});
    return bank.questions.empty() ? 0 : bank.questions[0].choices.size();
  };
  CHECK(sheet(6) == 4);
  CHECK(sheet(16) == 4);
  CHECK(sheet(17) == 0);
}

TEST_CASE("a form or a schema with one field of options is no question") {
  CHECK(map_of(R"({"title": "Settings of the logbook", "uses": {"sails": true, "engine": false}})") == "none");
  CHECK(map_of(R"({"inputs": {"name": {"description": "The port of call"}, "type": {"options": ["ferry", "tug"],
                   "default": "tug"}}})") == "none");
}
