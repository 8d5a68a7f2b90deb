#include <algorithm>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include "engine/version.h"
#include "report/html_page.h"
#include "report/json_text.h"
#include "report/source_reader.h"
#include "report/summary_line.h"
#include "report/words.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

using Json = nlohmann::ordered_json;

// Bytes of text that the page carries, so that 50,000 findings stay a page that opens.
constexpr std::size_t kAround = 90;     // before and after what is marked
constexpr std::size_t kMarked = 240;    // of what is marked
constexpr std::size_t kStem = 300;      // of a question in a work list
constexpr std::size_t kQuestion = 700;  // of a question beside its copy

std::string cut(std::string_view text, std::size_t bytes) {
  return text.size() <= bytes ? std::string(text) : std::string(prefix(text, bytes)) + "…";
}

/// The last `bytes` bytes at most.
std::string cut_front(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  std::size_t at = text.size() - bytes;
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) ++at;
  return "…" + std::string(text.substr(at));
}

/// Writes the findings of a run; keeps the texts that several of them show.
class Findings {
 public:
  explicit Findings(const ReportInput& input)
      : outcome_(input.outcome), catalog_(input.catalog), sources_(input.outcome) {
    for (std::size_t i = 0; i < outcome_.banks.size(); ++i) bank_at_.emplace(outcome_.banks[i].path, i);
  }

  void add(const Finding& finding) {
    const auto bank = bank_at_.find(finding.path);
    if (bank == bank_at_.end()) return;
    Json made{{"c", check_at(finding.check)},
              {"s", static_cast<int>(finding.severity)},
              {"b", bank->second},
              {"l", finding.begin.line},
              {"k", finding.begin.column},
              {"m", finding.message},
              {"p", finding.fingerprint}};
    if (finding.question != 0) made["q"] = finding.question;
    if (Json shown = excerpt(finding); !shown.is_null()) made["x"] = std::move(shown);
    if (!finding.fixes.empty()) {
      made["h"] = finding.fixes.front().title;
      made["f"] = 1 + static_cast<int>(finding.fixes.front().safety);
    }
    add_question(finding, made);
    list_.push_back(json_text(made));
  }

  const std::vector<std::string>& list() const { return list_; }
  const std::vector<std::string>& texts() const { return texts_; }

  std::vector<std::string> checks() const {
    std::vector<std::string> made;
    for (const std::string& id : checks_) {
      const int at = catalog_.index_of(id);
      const CheckInfo info = at < 0 ? CheckInfo{id, Severity::warning} : catalog_.checks[static_cast<std::size_t>(at)];
      made.push_back(json_text(Json{{"id", id}, {"summary", info.summary}, {"fix", info.fix}}));
    }
    return made;
  }

 private:
  std::size_t check_at(const std::string& id) {
    const auto [found, is_new] = check_at_.emplace(id, checks_.size());
    if (is_new) checks_.push_back(id);
    return found->second;
  }

  /// What is marked, with the rest of its line on both sides.
  Json excerpt(const Finding& finding) {
    if (finding.span.size() == 0 && finding.span.begin == 0) return {};
    constexpr Offset kReach = 1024;  // a file may be one line
    const Offset from = finding.span.begin - std::min(finding.span.begin, kReach);
    const std::string_view bytes = sources_.read(finding.path, {from, finding.span.end + kReach});
    if (finding.span.end - from > bytes.size()) return {};
    const std::string_view before = bytes.substr(0, finding.span.begin - from);
    const std::string_view rest = bytes.substr(finding.span.end - from);
    const std::size_t line = before.find_last_of('\n') + 1;
    const std::string_view left = before.substr(line);
    const std::string_view right = rest.substr(0, rest.find_first_of("\r\n"));
    return Json::array({cut_front(left, kAround), cut(bytes.substr(before.size(), finding.span.size()), kMarked),
                        cut(right, kAround)});
  }

  const QuestionDigest* question_of(const Digest& digest, std::uint32_t index) const {
    return index == 0 || index > digest.questions.size() ? nullptr : &digest.questions[index - 1];
  }

  std::size_t text_at(const std::string& path, const QuestionDigest& question) {
    const auto key = path + '\0' + std::to_string(question.index);
    const auto [found, is_new] = text_at_.emplace(key, texts_.size());
    if (is_new) texts_.push_back(json_text(cut(sources_.read(path, question.span), kQuestion)));
    return found->second;
  }

  Json related(const Related& other) {
    Json made{{"p", other.path}, {"l", other.span.size() == 0 ? 0 : other.begin.line}, {"m", other.message}};
    const auto digest = outcome_.digests.find(other.path);
    if (digest == outcome_.digests.end()) return made;
    const auto& questions = digest->second.questions;
    const auto found = std::ranges::lower_bound(questions, other.span, {}, &QuestionDigest::stem_span);
    if (found != questions.end() && found->stem_span == other.span) made["x"] = text_at(other.path, *found);
    return made;
  }

  void add_question(const Finding& finding, Json& made) {
    const auto digest = outcome_.digests.find(finding.path);
    const QuestionDigest* question =
        digest == outcome_.digests.end() ? nullptr : question_of(digest->second, finding.question);
    const std::string_view group = group_of(finding.check);
    if (question != nullptr && (group == "unanswered" || group == "choices"))
      made["t"] = cut(digest->second.stem(*question), kStem);
    if (question != nullptr && group == "duplicates") made["d"] = text_at(finding.path, *question);
    if (finding.related.empty()) return;
    Json list = Json::array();
    for (const Related& other : finding.related) list.push_back(related(other));
    made["r"] = std::move(list);
  }

  const Outcome& outcome_;
  const Catalog& catalog_;
  SourceReader sources_;
  std::unordered_map<std::string_view, std::size_t> bank_at_;
  std::unordered_map<std::string, std::size_t> check_at_, text_at_;
  std::vector<std::string> checks_, texts_, list_;
};

std::string bank_data(const BankSummary& bank) {
  return json_text(Json{{"path", bank.path},
                        {"layout", bank.layout},
                        {"language", bank.language},
                        {"questions", bank.questions},
                        {"answered", bank.answered},
                        {"expects", bank.expects_answers}});
}

std::string keys_data(const Outcome& outcome) {
  KeyFigures keys;
  for (const BankSummary& bank : outcome.banks) add(keys, bank.keys);
  return json_text(Json{{"at", keys.at}, {"expected", keys.expected}, {"said", described(keys)}});
}

std::string trend_data(const TrendPoint& point) {
  return json_text(Json{{"commit", point.commit},
                        {"date", point.date},
                        {"subject", point.subject},
                        {"questions", point.tally.questions},
                        {"answered", point.tally.answered},
                        {"error", point.tally.of(Severity::error)},
                        {"warning", point.tally.of(Severity::warning)},
                        {"info", point.tally.of(Severity::info)}});
}

std::string word_data(const UnknownWord& word) {
  return json_text(Json{{"word", word.word}, {"count", word.count}, {"places", word.places}});
}

template <typename T>
std::string list_of(const std::vector<T>& items, std::string (*write)(const T&)) {
  std::vector<std::string> written;
  for (const T& item : items) written.push_back(write(item));
  return json_list(written);
}

/// `<` stands in strings alone, where its escape means the same: no text can end the script or begin a comment.
std::string without_tags(const std::string& json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

std::string html_data(const ReportInput& input) {
  Findings findings(input);
  for (const Finding& finding : input.outcome.findings)
    if (finding.check != kUnknownWordCheck) findings.add(finding);
  return without_tags(
      "{\"version\": " + json_text(Json(version())) + ",\n \"scope\": " + json_text(Json(input.scope)) +
      ",\n \"mend\": " + json_text(Json(mending_command(input))) + ",\n \"checks\": " + json_list(findings.checks()) +
      ",\n \"banks\": " + list_of(input.outcome.banks, bank_data) + ",\n \"findings\": " + json_list(findings.list()) +
      ",\n \"texts\": " + json_list(findings.texts()) +
      ",\n \"words\": " + list_of(unknown_words(input.outcome), word_data) +
      ",\n \"keys\": " + keys_data(input.outcome) + ",\n \"trend\": " + list_of(input.trend, trend_data) + "}");
}

}  // namespace quizlint
