#include "report/clusters.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

namespace quizlint {
namespace {

using Place = std::pair<std::string_view, Offset>;

bool is_copy(const Finding& finding) {
  return finding.question != 0 && finding.related.size() == 1 && finding.check.starts_with("duplicates/");
}

Place place_of(const Finding& finding) {
  return {finding.path, finding.span.begin};
}

Place place_of(const Related& related) {
  return {related.path, related.span.begin};
}

/// Numbers for places, and which of them are joined.
class Joined {
 public:
  std::size_t number(const Place& place) {
    const auto [at, is_new] = numbers_.try_emplace(place, numbers_.size());
    if (is_new) parents_.push_back(at->second);
    return at->second;
  }
  void join(const Place& a, const Place& b) {
    const std::size_t one = root(number(a)), other = root(number(b));
    parents_[std::max(one, other)] = std::min(one, other);
  }
  std::size_t root(std::size_t i) {
    while (parents_[i] != i) i = parents_[i] = parents_[parents_[i]];
    return i;
  }

 private:
  std::map<Place, std::size_t> numbers_;
  std::vector<std::size_t> parents_;
};

Cluster cluster_of(std::span<const Finding> findings, std::vector<std::size_t> members) {
  Cluster cluster;
  std::vector<Place> copies;
  for (const std::size_t i : members) copies.push_back(place_of(findings[i]));
  std::ranges::sort(copies);
  cluster.first = findings[members.front()].related.front();
  for (const std::size_t i : members) {
    const Related& related = findings[i].related.front();
    if (!std::ranges::binary_search(copies, place_of(related))) {
      cluster.first = related;
      break;
    }
  }
  const auto worst = std::ranges::max_element(
      members, {}, [&](std::size_t i) { return std::pair(findings[i].severity, findings.size() - i); });
  cluster.severity = findings[*worst].severity;
  cluster.check = findings[*worst].check;
  cluster.findings = std::move(members);
  return cluster;
}

}  // namespace

std::vector<Cluster> clusters_of(std::span<const Finding> findings) {
  Joined joined;
  for (const Finding& finding : findings)
    if (is_copy(finding)) joined.join(place_of(finding), place_of(finding.related.front()));
  std::map<std::size_t, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < findings.size(); ++i)
    if (is_copy(findings[i])) members[joined.root(joined.number(place_of(findings[i])))].push_back(i);
  std::vector<Cluster> clusters;
  for (auto& [root, some] : members)
    if (some.size() > 1) clusters.push_back(cluster_of(findings, std::move(some)));
  std::ranges::sort(clusters, {}, [](const Cluster& cluster) { return cluster.findings.front(); });
  return clusters;
}

}  // namespace quizlint
