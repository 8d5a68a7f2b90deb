#include <iostream>

#include <quizlint/quizlint.h>

int main() {
  const auto result = quizlint::api::check_text("bank.md", "**Q:** What is teh cache?\n\n**A:**\n");
  for (const auto& finding : result.findings)
    std::cout << finding.line << ": " << finding.check << ": " << finding.message << "\n";
  return result.errors.empty() && result.findings.size() == 2 ? 0 : 1;
}
