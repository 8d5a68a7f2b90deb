#include "formats/records/map.h"

#include <algorithm>

#include "text/text.h"
#include "text/utf8.h"

namespace quizlint::records {
namespace {

constexpr std::string_view kInStem = "in the stem";

std::string joined(const std::vector<std::string>& fields) {
  std::string all;
  for (const std::string& field : fields) all += (all.empty() ? "" : ",") + field;
  return all;
}

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> fields;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t comma = std::min(list.find(',', at), list.size());
    fields.emplace_back(trimmed(list.substr(at, comma - at)));
    at = comma + 1;
  }
  return fields;
}

void add(FieldMap& to, std::string_view part, std::string value) {
  if (!value.empty()) to.emplace_back(part, std::move(value));
}

constexpr KeyAs kKeyAs[] = {KeyAs::text, KeyAs::letter, KeyAs::label, KeyAs::index0, KeyAs::index1, KeyAs::marks};

struct Named {
  std::string_view part;
  std::string RecordMap::*field;
};
constexpr Named kSingle[] = {{"records", &RecordMap::records},   {"stem", &RecordMap::stem},
                             {"context", &RecordMap::context},   {"key", &RecordMap::key},
                             {"answer", &RecordMap::answer},     {"explanation", &RecordMap::explanation},
                             {"category", &RecordMap::category}, {"id", &RecordMap::id},
                             {"language", &RecordMap::language}, {"unanswerable", &RecordMap::unanswerable}};

}  // namespace

std::string_view name_of(KeyAs as) {
  static constexpr std::string_view kNames[] = {"", "text", "letter", "label", "index0", "index1", "marks"};
  return kNames[static_cast<std::size_t>(as)];
}

std::vector<std::string_view> names_of_parts() {
  std::vector<std::string_view> names = {"choices", "incorrect", "key_as", "marks"};
  for (const Named& named : kSingle) names.push_back(named.part);
  return names;
}

std::vector<std::string_view> names_of_key_as() {
  std::vector<std::string_view> names;
  for (const KeyAs as : kKeyAs) names.push_back(name_of(as));
  return names;
}

FieldMap field_map_of(const RecordMap& map) {
  FieldMap fields;
  add(fields, "records", map.records);
  add(fields, "stem", map.stem);
  add(fields, "context", map.context);
  add(fields, "choices", map.choices_in_stem ? std::string(kInStem) : joined(map.choices));
  add(fields, "marks", joined(map.marks));
  add(fields, "key", map.key);
  add(fields, "key_as", std::string(name_of(map.key_as)));
  add(fields, "incorrect", joined(map.incorrect));
  add(fields, "answer", map.answer);
  add(fields, "explanation", map.explanation);
  add(fields, "category", map.category);
  add(fields, "id", map.id);
  add(fields, "language", map.language);
  add(fields, "unanswerable", map.unanswerable);
  return fields;
}

RecordMap record_map_of(const FieldMap& fields, std::vector<std::string>& unknown) {
  RecordMap map;
  for (const auto& [part, value] : fields) {
    const auto single = std::ranges::find(kSingle, part, &Named::part);
    const auto as = std::ranges::find(kKeyAs, value, name_of);
    if (single != std::end(kSingle)) {
      map.*single->field = value;
    } else if (part == "choices") {
      map.choices_in_stem = value == kInStem;
      if (!map.choices_in_stem) map.choices = split(value);
    } else if (part == "marks") {
      map.marks = split(value);
    } else if (part == "incorrect") {
      map.incorrect = split(value);
    } else if (part == "key_as" && as != std::end(kKeyAs)) {
      map.key_as = *as;
    } else {
      unknown.push_back(part == "key_as" ? part + ": " + value : part);
    }
  }
  return map;
}

}  // namespace quizlint::records
