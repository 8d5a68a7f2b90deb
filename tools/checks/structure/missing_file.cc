#include <map>

#include <fmt/format.h>

#include "checks/check.h"
#include "checks/links.h"
#include "checks/passages.h"
#include "text/utf8.h"

namespace quizlint {
namespace {

constexpr CheckInfo kInfo = {
    .id = "structure/missing-file",
    .severity = Severity::warning,
    .summary = "An image or a relative link leads to a file that is not there.",
    .why =
        "A question about a picture that is gone cannot be answered, and a dead link helps nobody. Only what must be a "
        "file is looked for: images, and links to a name with the ending of a document, a picture or a program. "
        "`foo` may as well be `foo.md` or `foo/index.md`, and a path that leads out of the repository is left alone. "
        "Where most files that a page leads to are missing, or the folder of an image is, it is only told once, as "
        "info: "
        "the page may be a part of a larger whole. Nothing is looked for from standard input.",
    .bad = "# Charts\n\n### Which bar is the tallest?\n\n![three bars](bars.png)\n\nThe second.\n",
    .good = "# Charts\n\n### Which bar is the tallest?\n\n![three bars](https://example.org/bars.png)\n\nThe second.\n",
    .fix = "Writes the name in the case that the file has, and https:// before what is an address.",
};

/// Fewer different files say nothing about the whole.
constexpr std::size_t kEnoughFiles = 3;

constexpr std::string_view kFileEndings[] = {
    ".png",   ".jpg",   ".jpeg", ".gif", ".svg",      ".webp", ".bmp", ".ico",  ".avif", ".tif", ".tiff",
    ".md",    ".mdx",   ".rst",  ".txt", ".pdf",      ".csv",  ".tsv", ".json", ".yaml", ".yml", ".toml",
    ".xml",   ".ipynb", ".doc",  ".xls", ".docx",     ".ppt",  ".js",  ".xlsx", ".pptx", ".py",  ".ts",
    ".jsx",   ".tsx",   ".java", ".c",   ".h",        ".cc",   ".cpp", ".hpp",  ".cs",   ".go",  ".rs",
    ".rb",    ".php",   ".sh",   ".ps1", ".sql",      ".css",  ".tf",  ".mp3",  ".mp4",  ".zip", ".r",
    ".swift", ".kt",    ".m",    ".lua", ".markdown", ".webm", ".mov"};

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// The ending of the last part with its dot, in lower case; "" where it has none.
std::string ending_of(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string() : ascii_lower(name.substr(dot));
}

bool has_scheme(std::string_view target) {
  const std::size_t colon = target.substr(0, target.find('/')).find(':');
  return colon != std::string_view::npos && colon > 0;
}

/// `www.example.org/x`: without `https://` it is the name of a file.
bool is_address(std::string_view path) {
  static constexpr std::string_view kEndings[] = {".com", ".org", ".net", ".io", ".dev", ".edu", ".gov"};
  const std::size_t slash = path.find('/');
  const std::string_view host = path.substr(0, slash);
  if (host.starts_with("www.") && host.find('.', 4) != std::string_view::npos) return true;
  return slash != std::string_view::npos && is_one_of(ending_of(host), kEndings);
}

/// The path that a link leads to, decoded and without `#…` and `?…`; "" where it leads to no file of ours: an address,
/// a place in the page, a template, an alias of a build.
std::string local_path(std::string_view target) {
  if (target.empty() || has_scheme(target) || target.starts_with("//")) return {};
  if (target.find_first_of("{}$<>*|\\`\"'") != std::string_view::npos) return {};
  if (target.front() == '#' || target.front() == '?' || target.front() == '@' || target.front() == '~') return {};
  return percent_decoded(target.substr(0, target.find_first_of("#?")));
}

std::string_view folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

/// What a link may mean beside the path as it is written: sites drop the ending, or make pages of Markdown.
std::vector<std::string> readings_of(std::string path, bool tag) {
  std::vector<std::string> all;
  while (path.ends_with('/')) path.pop_back();
  const std::string ending = ending_of(path);
  std::string stem = path;
  if (ending == ".html" || ending == ".htm" || ending == ".md") stem.resize(path.size() - ending.size());
  for (const char* more : {".md", ".mdx", ".markdown", ".html", "/index.md", "/index.mdx", "/README.md"})
    all.push_back(std::string(stem).append(more));
  if (tag && path.starts_with("../")) all.push_back(path.substr(3));  // relative to the page that a site makes
  all.push_back(std::move(path));
  return all;
}

/// Whether the path must be the name of a file: an image's, or one that ends like a file.
bool names_file(const Link& link, const std::string& path) {
  const std::string ending = ending_of(path);
  if (link.image) return !ending.empty();
  return is_one_of(ending, kFileEndings);
}

struct Missing {
  std::string path;
  std::vector<const Link*> links;
};

struct Looked {
  std::vector<Missing> missing;
  std::size_t files = 0;  ///< different ones
};

Looked look(const BankContext& context, const std::vector<Link>& links) {
  std::map<std::string, std::optional<std::size_t>> seen;  // by path: where it stands among the missing
  Looked looked;
  for (const Link& link : links) {
    const std::string path = local_path(link.target);
    if (path.empty() || !(is_address(path) || names_file(link, path))) continue;
    const auto [entry, fresh] = seen.emplace(path, std::nullopt);
    if (fresh) {
      ++looked.files;
      const bool tag = slice(context.bank.source, link.source).starts_with('<');
      if (std::ranges::any_of(readings_of(path, tag), context.exists)) continue;
      const std::string_view folder = folder_of(path);
      if (path.front() == '/' && !context.exists(folder.empty() ? "/" : folder)) continue;  // a site's own root
      entry->second = looked.missing.size();
      looked.missing.push_back({path, {}});
    }
    if (entry->second) looked.missing[*entry->second].links.push_back(&link);
  }
  return looked;
}

/// The same name in another case, if it is there.
std::string in_other_case(const BankContext& context, const std::string& path) {
  const std::string ending = ending_of(path);
  const std::string lower_ending = path.substr(0, path.size() - ending.size()) + ending;
  std::string upper_ending = path;
  for (std::size_t i = path.size() - ending.size(); i < path.size(); ++i)
    if (path[i] >= 'a' && path[i] <= 'z') upper_ending[i] = static_cast<char>(path[i] - 32);
  for (const std::string& other : {lower_ending, ascii_lower(path), upper_ending})
    if (other != path && context.exists(other)) return other;
  return {};
}

void add_fix(Finding& found, const Missing& missing, std::string title, Safety safety, const std::string& target) {
  Fix fix{std::move(title), safety, {}};
  for (const Link* link : missing.links) {
    const bool whole = link->target == missing.path && !link->target_span.empty();
    if (whole) fix.edits.push_back({link->target_span, target});
  }
  if (fix.edits.size() == missing.links.size()) found.fixes.push_back(std::move(fix));
}

void report_missing(const BankContext& context, const Missing& missing) {
  const Link& first = *missing.links.front();
  Finding found = finding_in(context.bank, kInfo, first.source,
                             fmt::format("the {} '{}' is not there", first.image ? "image" : "file", missing.path));
  found.subject = missing.path;
  if (is_address(missing.path)) {
    found.message = fmt::format("'{}' is taken for a file: an address begins with https://", missing.path);
    add_fix(found, missing, "put https:// before it", Safety::unsafe, "https://" + missing.path);
  } else if (const std::string other = in_other_case(context, missing.path); !other.empty()) {
    found.message += fmt::format(", but '{}' is", other);
    add_fix(found, missing, fmt::format("lead to '{}'", other), Safety::safe, other);
  }
  for (std::size_t i = 1; i < missing.links.size(); ++i) {
    Related related;
    related.path = context.bank.path;
    related.span = missing.links[i]->source;
    related.message = "leads there, too";
    found.related.push_back(std::move(related));
  }
  context.report(std::move(found));
}

void report_foreign(const BankContext& context, const Looked& looked) {
  Finding found = finding_in(context.bank, kInfo, looked.missing.front().links.front()->source,
                             fmt::format("{} of the {} files that this page leads to are not there; is it a part of a "
                                         "larger whole?",
                                         looked.missing.size(), looked.files));
  found.severity = Severity::info;
  found.subject = "most files";
  context.report(std::move(found));
}

void report_folder(const BankContext& context, std::string_view folder, const std::vector<const Missing*>& images) {
  Finding found = finding_in(context.bank, kInfo, images.front()->links.front()->source,
                             fmt::format("the folder '{}' is not there, nor the {} of this page that should lie in it",
                                         folder, images.size() == 1 ? "image" : "images"));
  found.severity = Severity::info;
  found.subject = folder;
  context.report(std::move(found));
}

/// Whether the image's folder is missing as well: pictures are what copies of a bank leave out.
bool lacks_folder(const BankContext& context, const Missing& missing) {
  const std::string_view folder = folder_of(missing.path);
  return missing.links.front()->image && !folder.empty() && !context.exists(folder);
}

void run(const BankContext& context) {
  const std::vector<Link> links = links_of(context.bank);
  const Looked looked = look(context, links);
  if (looked.files >= kEnoughFiles && looked.missing.size() * 2 > looked.files) return report_foreign(context, looked);
  std::map<std::string_view, std::vector<const Missing*>> folders;
  for (const Missing& missing : looked.missing) {
    if (lacks_folder(context, missing)) {
      folders[folder_of(missing.path)].push_back(&missing);
    } else {
      report_missing(context, missing);
    }
  }
  for (const auto& [folder, images] : folders) report_folder(context, folder, images);
}

}  // namespace

extern const BankCheck kMissingFile;
const BankCheck kMissingFile = {kInfo, run};

}  // namespace quizlint
