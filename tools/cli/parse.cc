#include "report/parse.h"

#include <array>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "engine/did_you_mean.h"
#include "engine/layout_names.h"
#include "engine/lint.h"

namespace quizlint {
namespace {

std::string joined(const std::vector<std::string>& banks) {
  std::string out;
  for (const std::string& bank : banks) out += (out.empty() ? "" : "\n") + bank;
  return out;
}

}  // namespace

int run_parse(const Arguments& arguments) {
  static constexpr std::array<std::string_view, 2> kFormats = {"full", "json"};
  const Output& output = arguments.outputs.front();
  const bool json = output.format == "json";
  if (!json && !output.format.empty() && output.format != "full") {
    print_errors({{"--output-format",
                   {0, 0},
                   "unknown format '" + output.format + "'; parse writes full or json" +
                       did_you_mean(output.format, kFormats)}});
    return 2;
  }
  if (const std::string& layout = arguments.run.settings.layout; !layout.empty()) {
    if (auto fault = fault_of_layout(layout)) {
      print_errors({{"--layout", {0, 0}, std::move(*fault)}});
      return 2;
    }
  }
  const Style style = style_of(arguments, output);
  const auto show = [&](const Bank& bank) { return json ? parse_json(bank) : parse_full(bank, style); };
  const Shown shown = show_banks(arguments.run, Knowledge::builtin(), show);
  const bool written = deliver(output, json ? parse_json_document(shown.banks) : joined(shown.banks));
  print_errors(shown.errors);
  return written && shown.errors.empty() ? 0 : 2;
}

}  // namespace quizlint
