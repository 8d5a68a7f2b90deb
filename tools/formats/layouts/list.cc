#include "formats/layouts/readings.h"

namespace quizlint {
namespace {

constexpr Layout kLayouts[] = {
    {"qa-labels", "`Q:` and `A:` labels in any usual spelling and emphasis", 1.0, read_labels, 0.8},
    {"numbered-topic", "numbered question, a topic line that ends in a colon, the answer below", 1.0,
     read_numbered_topics},
    {"details", "`<details>` with the question as its summary", 1.0, read_details, 0.8},
    {"headings", "a heading asks, what stands below answers", 0.95, read_headings},
    {"list", "numbered or bulleted questions, with or without answers", 0.9, read_lists},
    {"obsidian", "flashcards as `front::back`, or with a line of `?` between front and back", 1.0, read_obsidian, 0.9},
    {"front-matter", "one question a file, under `question:` of the front matter", 1.0, read_front_matter, 1},
    {"choices", "a paragraph asks, boxes or letters with a key stand below", 0.8, read_choice_lists},
    {"single", "one question a file, as its first heading", 0.8, read_single},
    {"bold", "a bold paragraph asks", 0.85, read_bold},
    {"table", "a table row holds question and answer", 0.85, read_tables},
    {"bare-lines", "bare lines, question then answer", 0.7, read_bare_lines},
    {"flashcards", "`## front` with a short back below", 0.5, read_flashcards, 1},
};

}  // namespace

std::span<const Layout> layouts() {
  return kLayouts;
}

const Layout* layout_named(std::string_view id) {
  for (const Layout& layout : kLayouts)
    if (layout.id == id) return &layout;
  return nullptr;
}

}  // namespace quizlint
