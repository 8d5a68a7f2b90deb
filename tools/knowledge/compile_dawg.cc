#include "knowledge/compile_dawg.h"

#include <map>
#include <optional>

namespace quizlint {
namespace {

/// A node while it grows: its edges in the order of their letters.
struct Node {
  struct Edge {
    unsigned char letter = 0;
    bool ends_word = false;
    std::uint32_t next = 0;
    constexpr auto operator<=>(const Edge&) const = default;
  };
  std::vector<Edge> edges;
};

struct Builder {
  BuiltDawg dawg{{DawgEdge{}}, {0}};
  std::vector<std::uint32_t> words_below{0};  ///< of the node that begins at an edge
  std::map<std::vector<Node::Edge>, std::uint32_t> register_;
  std::vector<Node> open{Node{}};  ///< the nodes along the word before, the root first
  std::string before;

  /// Writes a finished node behind the others, or finds its like.
  std::uint32_t place(const Node& node) {
    if (node.edges.empty()) return 0;
    const auto [at, fresh] = register_.try_emplace(node.edges, static_cast<std::uint32_t>(dawg.edges.size()));
    if (fresh) append(node);
    return at->second;
  }

  void append(const Node& node) {
    const std::size_t first = dawg.edges.size();
    std::uint32_t words = 0;
    for (std::size_t i = 0; i < node.edges.size(); ++i) {
      const Node::Edge& edge = node.edges[i];
      const std::uint32_t last = i + 1 == node.edges.size() ? 1 : 0;
      dawg.edges.push_back({edge.letter | (edge.ends_word ? 1U : 0U) << 8U | last << 9U | edge.next << 10U});
      dawg.skipped.push_back(words);
      words += words_below[edge.next] + (edge.ends_word ? 1 : 0);
    }
    words_below.resize(dawg.edges.size(), 0);
    words_below[first] = words;
  }

  /// Finishes the open nodes deeper than `depth`.
  void close(std::size_t depth) {
    while (open.size() > depth + 1) {
      const std::uint32_t at = place(open.back());
      open.pop_back();
      open.back().edges.back().next = at;
    }
  }

  void add(const std::string& word) {
    std::size_t common = 0;
    while (common < before.size() && common < word.size() && before[common] == word[common]) ++common;
    close(common);
    for (std::size_t i = common; i < word.size(); ++i) {
      open.back().edges.push_back({static_cast<unsigned char>(word[i]), i + 1 == word.size(), 0});
      open.emplace_back();
    }
    before = word;
  }
};

/// The root was written last: rewrites the automaton so that its edges begin at 1.
BuiltDawg with_root_first(const BuiltDawg& dawg, std::uint32_t root) {
  const std::uint32_t size = static_cast<std::uint32_t>(dawg.edges.size()) - root;
  BuiltDawg out{{DawgEdge{}}, {0}};
  const auto copy = [&](std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t i = from; i < to; ++i) {
      const std::uint32_t next = dawg.edges[i].next();
      out.edges.push_back({(dawg.edges[i].bits & 0x3FFU) | (next == 0 ? 0 : next + size) << 10U});
      out.skipped.push_back(dawg.skipped[i]);
    }
  };
  copy(root, root + size);
  copy(1, root);
  return out;
}

}  // namespace

BuiltDawg build_dawg(std::span<const std::string> sorted) {
  Builder builder;
  for (const std::string& word : sorted) builder.add(word);
  builder.close(0);
  const std::uint32_t root = builder.place(builder.open.front());
  return with_root_first(builder.dawg, root);
}

}  // namespace quizlint
