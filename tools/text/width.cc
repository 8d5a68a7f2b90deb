#include "text/width.h"

#include <algorithm>

#include <utf8proc.h>

namespace quizlint {

int display_width(char32_t value) {
  if (value >= 0x20 && value < 0x7F) return 1;
  if (value > 0x10FFFF) return 1;
  return std::max(0, utf8proc_charwidth(static_cast<utf8proc_int32_t>(value)));
}

bool is_invisible(char32_t value) {
  if (value >= 0x20 && value < 0x7F) return false;
  if (value > 0x10FFFF) return false;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(value))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP: return true;
    default: return false;
  }
}

}  // namespace quizlint
