#include "engine/config_words.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <yaml-cpp/yaml.h>

#include "text/byte_order_mark.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

/// A word as YAML reads it back: in quotation marks where it would be a truth value, a number or nothing.
std::string scalar(const std::string& word) {
  constexpr std::string_view kReserved[] = {"false", "n", "no", "null", "off", "on", "true", "y", "yes"};
  const bool plain = !word.empty() && std::ranges::all_of(word, [](char c) {
    return is_ascii_letter(c) || c == '-' || static_cast<unsigned char>(c) >= 0x80;
  });
  if (plain && word.front() != '-' && std::ranges::find(kReserved, ascii_lower(word)) == std::end(kReserved))
    return word;
  std::string quoted = "'";
  for (const char c : word) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  return quoted + '\'';
}

std::string joined(std::span<const std::string> words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + scalar(word);
  return out;
}

/// Text to put in, and where.
struct Insertion {
  std::size_t at = 0;
  std::string text;
};

struct Writer {
  const std::string& config;
  std::size_t base;  ///< bytes before the ones that yaml-cpp counts: it leaves out a byte order mark
  std::string eol;

  std::size_t place_of(const YAML::Node& node) const { return base + static_cast<std::size_t>(node.Mark().pos); }

  /// The place behind the line that holds a byte.
  std::size_t line_behind(std::size_t at) const {
    const std::size_t end = config.find('\n', at);
    return end == std::string::npos ? config.size() : end + 1;
  }

  /// A line to put in at the beginning of one, or behind a last line that is not ended.
  Insertion line_at(std::size_t at, const std::string& line) const {
    const bool ends = at == 0 || config[at - 1] == '\n';
    return {at, (ends ? "" : eol) + line + eol};
  }

  /// A list between brackets takes them right behind the bracket: what follows may hold comments.
  Insertion in_brackets(std::size_t open, bool empty, std::span<const std::string> words) const {
    return {open + 1, joined(words) + (empty ? "" : ", ")};
  }

  /// A list of lines takes them before its first item, with the item's own mark.
  Insertion before_item(const YAML::Node& item, std::span<const std::string> words) const {
    const std::size_t at = place_of(item);
    const std::size_t line = config.rfind('\n', at) == std::string::npos ? 0 : config.rfind('\n', at) + 1;
    const std::string mark = config.substr(line, at - line);
    std::string text;
    for (const std::string& word : words) text += mark + scalar(word) + eol;
    return {line, text};
  }

  std::optional<Insertion> insertion(const YAML::Node& root, std::span<const std::string> words) const {
    if (!root["vocabulary"]) return line_at(config.size(), "vocabulary: {words: [" + joined(words) + "]}");
    const YAML::Node vocabulary = root["vocabulary"];
    if (!vocabulary.IsMap()) return std::nullopt;
    const bool inline_map = vocabulary.Style() == YAML::EmitterStyle::Flow;
    const YAML::Node list = vocabulary["words"];
    if (list && list.IsSequence()) {
      if (list.Style() == YAML::EmitterStyle::Flow) return in_brackets(place_of(list), list.size() == 0, words);
      return list.size() == 0 ? std::nullopt : std::optional(before_item(list[0], words));
    }
    if (list) return std::nullopt;
    const std::string entry = "words: [" + joined(words) + "]";
    if (inline_map) return Insertion{place_of(vocabulary) + 1, entry + (vocabulary.size() == 0 ? "" : ", ")};
    const std::size_t first = place_of(vocabulary.begin()->first);
    const std::size_t line = config.rfind('\n', first) + 1;
    return line_at(line, config.substr(line, first - line) + entry);
  }
};

std::vector<std::string> words_in(const YAML::Node& root) {
  std::vector<std::string> words;
  if (root.IsMap() && root["vocabulary"] && root["vocabulary"].IsMap() && root["vocabulary"]["words"])
    for (const YAML::Node& word : root["vocabulary"]["words"]) words.push_back(word.as<std::string>());
  return words;
}

/// All of a configuration but its words.
std::string the_rest(YAML::Node root) {
  if (root.IsMap() && root["vocabulary"] && root["vocabulary"].IsMap()) {
    root["vocabulary"].remove("words");
    if (root["vocabulary"].size() == 0) root.remove("vocabulary");
  }
  return root.size() == 0 ? "" : YAML::Dump(root);
}

/// Whether only the words differ, by those that were to be added.
bool is_faithful(const std::string& before, const std::string& after, std::span<const std::string> added) {
  const YAML::Node old_root = YAML::Load(before), new_root = YAML::Load(after);
  std::vector<std::string> wanted = words_in(old_root), got = words_in(new_root);
  wanted.insert(wanted.end(), added.begin(), added.end());
  std::ranges::sort(wanted);
  std::ranges::sort(got);
  return wanted == got && the_rest(YAML::Clone(old_root)) == the_rest(YAML::Clone(new_root));
}

std::string added_to(const std::string& config, std::span<const std::string> words) {
  const YAML::Node root = YAML::Load(config);
  if (!root.IsMap() && !root.IsNull()) return "";
  const std::vector<std::string> known = words_in(root);
  std::vector<std::string> fresh;
  for (const std::string& word : words)
    if (std::ranges::find(known, word) == known.end() && std::ranges::find(fresh, word) == fresh.end())
      fresh.push_back(word);
  if (fresh.empty()) return config;
  const Writer writer{config, text_begin(config), config.find("\r\n") == std::string::npos ? "\n" : "\r\n"};
  const std::optional<Insertion> insertion =
      writer.insertion(root.IsNull() ? YAML::Node(YAML::NodeType::Map) : root, fresh);
  if (!insertion) return "";
  std::string out = config;
  out.insert(insertion->at, insertion->text);
  return is_faithful(config, out, fresh) ? out : "";
}

}  // namespace

Result<std::string> with_words(std::string_view path, const std::string& config, std::span<const std::string> words) {
  std::string reason = "its vocabulary is written in a way that cannot be added to";
  try {
    std::string out = added_to(config, words);
    if (!out.empty()) return out;
  } catch (const YAML::Exception& fault) {
    reason = fault.what();
  }
  return Error{
      std::string(path), {0, 0}, fmt::format("{}; add by hand: vocabulary: {{words: [{}]}}", reason, joined(words))};
}

}  // namespace quizlint
