#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/terminal.h"
#include "engine/version.h"

namespace quizlint {
namespace {

/// Text for roff: dashes that can be copied, no line that begins as a request.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '-') {
      out += "\\-";
    } else if (c == '\\') {
      out += "\\e";
    } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
      out += "\\&";
      out += c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string roff_option(const OptionShape& option) {
  std::string heads;
  for (const std::string& name : option.names)
    heads += fmt::format("{}\\fB{}\\fR", heads.empty() ? "" : ", ", roff(name));
  if (!option.type.empty()) heads += fmt::format("{}\\fI{}\\fR", heads.empty() ? "" : " ", roff(option.type));
  return fmt::format(".TP\n{}\n{}\n", heads, roff(option.help));
}

constexpr std::string_view kHead = R"(.SH NAME
quizlint \- a linter for question banks
.SH SYNOPSIS
.B quizlint
.I COMMAND
.RI [ OPTION ]...
.RI [ PATH ]...
.SH DESCRIPTION
quizlint reads files of questions and answers, in whatever way people have written them down, and reports what their
maintainers would want to know: questions that nobody answered, typos, the same question twice, text that fell out of
its place.
.PP
A PATH is a file, a folder, or \- for standard input; none means the working folder. In a folder, what .gitignore and
the configuration exclude is passed over.
.SH COMMANDS
)";

constexpr std::string_view kTail = R"(.SH EXIT STATUS
.TP
0
Nothing at or above \-\-fail\-on was found.
.TP
1
Something was.
.TP
2
quizlint could not do its work: bad usage, bad configuration, a file that cannot be read.
.SH FILES
.TP
.I .quizlint.yaml
The configuration: the nearest one upwards from each file, up to the root of its repository. \fBquizlint init\fR writes
one to begin with.
.SH ENVIRONMENT
.TP
NO_COLOR
Where it is set, \-\-color auto means never.
.SH EXAMPLES
.TP
quizlint check questions/
reports faults in the banks below a folder.
.TP
quizlint check \-\-fix questions/
mends what can safely be mended.
.TP
quizlint report questions/ \-o report.html
writes a page that says what to mend first.
.TP
quizlint explain typos/confused\-word
says what a check looks for, and why.
)";

}  // namespace

int run_manual(const Arguments&) {
  std::string page = fmt::format(
      ".\\\" Made by `quizlint manual`.\n.TH QUIZLINT 1 \"\" \"quizlint {}\" \"User Commands\"\n{}", version(), kHead);
  for (const CommandShape& command : command_shapes()) {
    page += fmt::format(".SS \"quizlint {}\"\n{}\n", command.name, roff(command.help + "."));
    for (const OptionShape& option : command.options) page += roff_option(option);
  }
  print(page.append(kTail));
  return 0;
}

}  // namespace quizlint
