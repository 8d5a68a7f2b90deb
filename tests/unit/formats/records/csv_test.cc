#include "formats/records/csv.h"

#include "catch.h"
#include "formats/reader.h"

using namespace quizlint;
using namespace quizlint::records;

namespace {

using Cells = std::vector<std::string>;

struct Rows {
  std::vector<Cells> rows;
  std::vector<std::string> faults;
};

Rows rows_of(std::string_view bytes) {
  Rows rows;
  std::vector<Fault> faults;
  for (Offset at = 0; at < bytes.size();) {
    const Row row = read_row(bytes, at, ',', faults);
    rows.rows.emplace_back();
    for (const Cell& cell : row.cells) rows.rows.back().push_back(records::chars_of(bytes, cell));
    at = row.next;
  }
  for (const Fault& fault : faults) rows.faults.push_back(fault.message);
  return rows;
}

std::vector<std::string> stems_of(std::string_view path, std::string_view bytes) {
  const Bank bank = read_bank(path, bytes, {});
  std::vector<std::string> stems;
  for (const Question& question : bank.questions) stems.push_back(plain(bank, question.stem));
  return stems;
}

}  // namespace

TEST_CASE("a row is cut into cells") {
  CHECK(rows_of("a, b ,\n\"c,\"\"d\"\"\",\"e\nf\"\r\n").rows ==
        std::vector<Cells>{{"a", "b", ""}, {"c,\"d\"", "e\nf"}});
  CHECK(rows_of("a,b").rows == std::vector<Cells>{{"a", "b"}});
}

TEST_CASE("a quotation mark that is wrong costs its row alone") {
  const Rows open = rows_of("\"a,b\nc,d\ne,\"f\"\n");
  CHECK(open.rows.back() == Cells{"e", "f"});
  CHECK(open.rows.size() == 3);
  CHECK(open.faults == std::vector<std::string>{"the quotation mark that opens this cell is not closed"});
  const Rows single = rows_of("\"a \"b\" c\",d\ne,f\n");
  CHECK(single.rows.size() == 2);
  CHECK(single.rows[0].back() == "d");
  CHECK(single.faults.size() == 1);
}

TEST_CASE("each piece of a quoted cell decodes to its characters") {
  const std::string bytes = "a \"\"b\"\"\r\nc";
  const Text text = decode_csv(bytes, {0, static_cast<Offset>(bytes.size())});
  CHECK(text.chars() == "a \"b\"\nc");
  for (const Piece& piece : text.pieces())
    CHECK(csv_chars(slice(bytes, piece.source)) == slice(text.chars(), piece.chars));
}

TEST_CASE("the sign between cells is found") {
  CHECK(delimiter_of("a;b;c\n1,5;2;3\n", 0, ',') == ';');
  CHECK(delimiter_of("a\tb\nx, y\tz\n", 0, ',') == '\t');
  CHECK(delimiter_of("a,b\nc,d\n", 0, ',') == ',');
}

TEST_CASE("a table of questions needs no header, a table of data is no bank") {
  CHECK(stems_of("a.csv", "What is tin?,A metal\nWhat is salt?,A mineral\nWhat is air?,A mix of gases\n").size() == 3);
  CHECK(stems_of("a.csv", "question,answer\nWhat is tin?,A metal\n").size() == 1);
  CHECK(stems_of("a.csv", "name,town,age\nAnn,Bern,4\nBob,Rome,7\n").empty());
  CHECK(stems_of("a.csv", "country,capital\nPeru,Lima\nNorway,Oslo\n").empty());
  CHECK(stems_of("a.csv", "").empty());
}
