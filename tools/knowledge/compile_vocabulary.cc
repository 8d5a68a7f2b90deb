// compile-vocabulary RULES/VOCABULARY DICTIONARY OUT: puts the word lists and a Hunspell dictionary (the path without
// .aff and .dic) into the table that vocabulary.cc reads.

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>

#include "knowledge/compile_affixes.h"
#include "knowledge/compile_dawg.h"
#include "knowledge/vocabulary.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

using Words = std::map<std::string, WordInfo>;

/// A list and what being in it means. The frequency is what a word has at least: terms that every bank of the field
/// uses are rare in the texts that were counted.
struct List {
  const char* name;
  WordSource source;
  std::uint8_t frequency;
};
constexpr std::array kLists = {
    List{"british", WordSource::dictionary, 1}, List{"exam", WordSource::field, 9},
    List{"software", WordSource::field, 5},     List{"cloud", WordSource::field, 5},
    List{"data", WordSource::field, 5},         List{"companies", WordSource::field, 3},
    List{"agreed", WordSource::field, 0},       List{"clinical", WordSource::field, 0},
    List{"field", WordSource::field, 4},        List{"english", WordSource::rare, 0},
    List{"terms", WordSource::rare, 0},         List{"encyclopedia", WordSource::rare, 0},
    List{"variants", WordSource::rare, 0},      List{"packages", WordSource::rare, 0},
    List{"code", WordSource::rare, 0},          List{"rare", WordSource::rare, 0},
    List{"science", WordSource::name, 0},       List{"spoken", WordSource::name, 0},
    List{"names", WordSource::name, 0},         List{"foreign", WordSource::name, 0},
};

/// Words seldomer than this are known, but no correction: Zipf value 2.5, three uses in ten million words.
constexpr std::uint8_t kCommon = 5;

std::string lowered(const std::string& word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    append_utf8(out, to_lower(point.value));
    at += point.size;
  }
  return out;
}

void add(Words& words, const std::string& word, WordSource source, std::uint8_t frequency) {
  if (word.size() > 40 || word.empty() || word.ends_with("'s") || !is_letter(decode(word, 0).value)) return;
  const std::string lower = lowered(word);
  const auto [at, fresh] = words.try_emplace(lower, WordInfo{frequency, source, word != lower});
  WordInfo& info = at->second;
  if (fresh) return;
  if (source > info.source || (source == info.source && word == lower)) info.capitalised = word != lower;
  info.source = std::max(info.source, source);
  info.frequency = std::max(info.frequency, frequency);
}

std::vector<std::string> lines_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  if (lines.empty()) std::fprintf(stderr, "compile-vocabulary: %s is empty or missing\n", path.c_str());
  return lines;
}

void add_frequencies(Words& words, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    const std::size_t blank = line.find(' ');
    const auto at = words.find(line.substr(0, blank));
    if (at == words.end() || blank == std::string::npos) continue;
    const int frequency = std::stoi(line.substr(blank));
    at->second.frequency = std::max(at->second.frequency, static_cast<std::uint8_t>(std::clamp(frequency, 0, 15)));
  }
}

/// What an inflected form may be made of: "theorems", "grammatically", "coalesces".
std::vector<std::string> bases_of(const std::string& word) {
  struct Ending {
    std::string_view ending, instead;
  };
  static constexpr Ending kEndings[] = {{"s", ""},    {"es", ""},   {"ies", "y"}, {"ly", ""},   {"ally", ""},
                                        {"ily", "y"}, {"ed", ""},   {"d", ""},    {"ied", "y"}, {"ing", ""},
                                        {"ing", "e"}, {"ness", ""}, {"r", ""},    {"er", ""}};
  std::vector<std::string> bases;
  for (const auto& [ending, instead] : kEndings)
    if (word.size() > ending.size() + 3 && word.ends_with(ending))
      bases.push_back(word.substr(0, word.size() - ending.size()).append(instead));
  return bases;
}

/// The lists of uses lack most inflected forms. A form is taken to be ten times as rare as what it is made of.
void estimate_frequencies(Words& words) {
  constexpr std::uint8_t kRarer = 2, kUnknown = 1, kMost = 6;
  std::vector<std::pair<WordInfo*, std::uint8_t>> estimates;
  for (auto& [word, info] : words) {
    if (info.source != WordSource::dictionary || info.frequency > kUnknown || info.capitalised) continue;
    std::uint8_t most = 0;
    for (const std::string& base : bases_of(word))
      if (const auto at = words.find(base); at != words.end() && at->second.source == WordSource::dictionary)
        most = std::max(most, at->second.frequency);
    if (most > kUnknown + kRarer) estimates.emplace_back(&info, static_cast<std::uint8_t>(most - kRarer));
  }
  for (const auto& [info, frequency] : estimates) info->frequency = std::min(frequency, kMost);
}

/// A word's frequency where it is American: "generalise" is "generalize" there, "behaviour" "behavior".
std::uint8_t american_frequency(const Words& words, const std::string& british) {
  struct Change {
    std::string_view from, to;
  };
  static constexpr Change kChanges[] = {{"is", "iz"}, {"ys", "yz"},   {"our", "or"},  {"ll", "l"},     {"ae", "e"},
                                        {"oe", "e"},  {"tre", "ter"}, {"ogue", "og"}, {"ence", "ense"}};
  std::uint8_t most = 0;
  for (const auto& [from, to] : kChanges) {
    const std::size_t at = british.rfind(from);
    if (at == std::string::npos) continue;
    const auto american = words.find(std::string(british).replace(at, from.size(), to));
    if (american != words.end()) most = std::max(most, american->second.frequency);
  }
  return most;
}

/// The texts that were counted are American.
void estimate_british(Words& words) {
  constexpr std::uint8_t kRarer = 1;
  for (auto& [word, info] : words)
    if (info.british)
      info.frequency =
          std::max<std::uint8_t>(info.frequency, std::max(american_frequency(words, word), kRarer) - kRarer);
}

void mark(Words& words, const std::string& word, bool WordInfo::*flag) {
  if (const auto at = words.find(lowered(word)); at != words.end()) at->second.*flag = true;
}

Words gather(const std::string& folder, const std::string& dictionary) {
  Words words;
  for (const std::string& form : forms_of_dictionary(dictionary + ".aff", dictionary + ".dic"))
    add(words, form, WordSource::dictionary, 1);
  for (const List& list : kLists)
    for (const std::string& word : lines_of(folder + "/" + list.name + ".txt"))
      add(words, word, list.source, list.frequency);
  for (const std::string& word : lines_of(folder + "/names.txt")) mark(words, word, &WordInfo::named);
  for (const std::string& word : lines_of(folder + "/foreign.txt")) mark(words, word, &WordInfo::foreign);
  for (const std::string& word : lines_of(folder + "/american.txt")) mark(words, word, &WordInfo::american);
  for (const std::string& word : lines_of(folder + "/british.txt")) mark(words, word, &WordInfo::british);
  add_frequencies(words, lines_of(folder + "/frequency.txt"));
  estimate_frequencies(words);
  estimate_british(words);
  return words;
}

bool is_common(const std::string& word, const WordInfo& info) {
  return info.frequency >= kCommon && info.source >= WordSource::field && word.size() > 1 &&
         std::ranges::all_of(word, [](char c) { return is_ascii_letter(c) || c == '\''; });
}

/// A name and its wrong forms, from a line "Name = wrong, wrong".
struct Product {
  std::string name;
  std::vector<std::string> wrong;
};

std::vector<Product> products_of(const std::string& path) {
  std::vector<Product> products;
  for (const std::string& line : lines_of(path)) {
    if (line.starts_with('#')) continue;
    const std::size_t sign = line.find(" = ");
    Product product{line.substr(0, sign), {}};
    for (std::size_t at = sign == std::string::npos ? line.size() : sign + 3; at < line.size();) {
      const std::size_t comma = std::min(line.find(", ", at), line.size());
      product.wrong.push_back(line.substr(at, comma - at));
      at = comma + 2;
    }
    products.push_back(std::move(product));
  }
  return products;
}

/// The lines of products.cc.
std::string lines_of(const std::vector<Product>& products) {
  std::map<std::string, std::string> lines;
  for (const Product& product : products) {
    lines['=' + lowered(product.name)] = product.name;
    for (const std::string& form : product.wrong) lines[form] = product.name;
  }
  std::string out;
  for (const auto& [form, name] : lines) out += form + '\t' + name + '\n';
  return out;
}

/// A name of one word is a word.
void add_products(Words& words, const std::vector<Product>& products) {
  for (const Product& product : products)
    if (std::ranges::all_of(product.name, is_ascii_letter)) add(words, product.name, WordSource::field, 5);
}

std::uint16_t bits_of(const WordInfo& info) {
  return static_cast<std::uint16_t>(info.frequency | static_cast<unsigned>(info.source) << 4U |
                                    (info.capitalised ? 1U : 0U) << 6U | (info.american ? 1U : 0U) << 7U |
                                    (info.british ? 1U : 0U) << 8U | (info.named ? 1U : 0U) << 9U |
                                    (info.foreign ? 1U : 0U) << 10U);
}

template <class T>
void write(std::ofstream& out, const std::vector<T>& items) {
  out.write(reinterpret_cast<const char*>(items.data()), static_cast<std::streamsize>(items.size() * sizeof(T)));
}

bool write_table(const Words& words, const std::string& products, const std::string& path) {
  std::vector<std::string> all, common;
  std::vector<std::uint16_t> infos;
  for (const auto& [word, info] : words) {
    all.push_back(word);
    infos.push_back(bits_of(info));
    if (is_common(word, info)) common.push_back(word);
  }
  const BuiltDawg all_dawg = build_dawg(all);
  const BuiltDawg common_dawg = build_dawg(common);
  const auto size_of = [](const auto& items) { return static_cast<std::uint32_t>(items.size()); };
  std::ofstream out(path, std::ios::binary);
  write(out, std::vector{VocabularyHeader{size_of(all_dawg.edges), size_of(all), size_of(common_dawg.edges),
                                          size_of(common), size_of(products)}});
  write(out, all_dawg.edges);
  write(out, all_dawg.skipped);
  write(out, common_dawg.edges);
  write(out, infos);
  out << products;
  std::printf("%zu words, %zu common, %zu + %zu edges\n", all.size(), common.size(), all_dawg.edges.size(),
              common_dawg.edges.size());
  return out.good();
}

}  // namespace
}  // namespace quizlint

int main(int count, char** arguments) {
  if (count != 4) return 2;
  quizlint::Words words = quizlint::gather(arguments[1], arguments[2]);
  if (words.size() < 100000) {
    std::fprintf(stderr, "compile-vocabulary: only %zu words: is hunspell-en-us installed at %s?\n", words.size(),
                 arguments[2]);
    return 1;
  }
  const auto products = quizlint::products_of(std::string(arguments[1]) + "/products.txt");
  quizlint::add_products(words, products);
  return quizlint::write_table(words, quizlint::lines_of(products), arguments[3]) ? 0 : 1;
}
