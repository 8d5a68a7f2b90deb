#include <initializer_list>

#include "checks/check.h"

// THE list of checks. A check is its file, checks/<group>/<name>.cc, a declaration here and its line in the list below;
// both stand in the order of the documentation. A check that needs more than one bank is a RunCheck.
namespace quizlint {

extern const BankCheck kMissing;
extern const BankCheck kEcho;
extern const BankCheck kLinkOnly;
extern const BankCheck kMisspelling;
extern const BankCheck kUnknownWord;
extern const BankCheck kRepeatedWord;
extern const BankCheck kProductName;
extern const BankCheck kSpacing;
extern const BankCheck kStrayText;
extern const BankCheck kTruncated;
extern const BankCheck kOrphanAnswer;
extern const BankCheck kLeftoverMarkup;
extern const BankCheck kMojibake;
extern const BankCheck kInvisibleCharacters;
extern const BankCheck kMixedLayout;
extern const BankCheck kSeparator;
extern const BankCheck kNumbering;
extern const BankCheck kContentsDrift;
extern const BankCheck kMissingFile;
extern const BankCheck kEmptySection;
extern const BankCheck kEncoding;
extern const BankCheck kMalformed;
extern const BankCheck kQuestionMark;
extern const RunCheck kTranslationDrift;
extern const BankCheck kNoKey;
extern const BankCheck kSeveralKeys;
extern const BankCheck kKeyNotAChoice;
extern const BankCheck kTooFew;
extern const BankCheck kRepeated;
extern const BankCheck kEmpty;
extern const BankCheck kLongestIsKey;
extern const BankCheck kAllOrNone;
extern const BankCheck kNegativeStem;
extern const BankCheck kAbsoluteTerm;
extern const BankCheck kVagueTerm;
extern const BankCheck kUnsortedNumbers;
extern const BankCheck kCombinedChoices;
extern const BankCheck kKeyEchoesStem;
extern const BankCheck kArticleCue;
extern const RunCheck kExact;
extern const RunCheck kNear;
extern const RunCheck kParaphrase;
extern const RunCheck kConflicting;
extern const RunCheck kContained;

namespace {

// One a line, so that two who add a check do not meet.
// clang-format off
constexpr std::initializer_list<const BankCheck*> kBankChecks = {
    &kMissing,
    &kEcho,
    &kLinkOnly,
    &kMisspelling,
    &kUnknownWord,
    &kRepeatedWord,
    &kProductName,
    &kSpacing,
    &kStrayText,
    &kTruncated,
    &kOrphanAnswer,
    &kLeftoverMarkup,
    &kMojibake,
    &kInvisibleCharacters,
    &kMixedLayout,
    &kSeparator,
    &kNumbering,
    &kContentsDrift,
    &kMissingFile,
    &kEmptySection,
    &kEncoding,
    &kMalformed,
    &kQuestionMark,
    &kNoKey,
    &kSeveralKeys,
    &kKeyNotAChoice,
    &kTooFew,
    &kRepeated,
    &kEmpty,
    &kLongestIsKey,
    &kAllOrNone,
    &kNegativeStem,
    &kAbsoluteTerm,
    &kVagueTerm,
    &kUnsortedNumbers,
    &kCombinedChoices,
    &kKeyEchoesStem,
    &kArticleCue,
};
// clang-format on

constexpr std::initializer_list<const RunCheck*> kRunChecks = {
    &kExact, &kNear, &kParaphrase, &kConflicting, &kContained, &kTranslationDrift,
};

}  // namespace

std::span<const BankCheck* const> bank_checks() {
  return {kBankChecks.begin(), kBankChecks.size()};
}

std::span<const RunCheck* const> run_checks() {
  return {kRunChecks.begin(), kRunChecks.size()};
}

Finding finding(const CheckInfo& check, Span span, std::string message) {
  Finding found;
  found.check = check.id;
  found.severity = check.severity;
  found.span = span;
  found.message = std::move(message);
  return found;
}

}  // namespace quizlint
