#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace quizlint {

/// The right writing of a product's name where `written` is a wrong form of it: "Javascript", "Node JS" (words joined
/// by one blank). Nothing where it is right, no product, or a form that people may choose: all in lower case or in
/// capitals. `lower` is `written` in lower case.
std::optional<std::string_view> product_for(std::string_view written, std::string_view lower);

/// Whether a name or a wrong form begins with this word (in lower case). Cheap: asked of every word.
bool begins_product(std::string_view lower);

/// The one name that `lower`, no word itself, is a slip of: one edit away, or two for names of nine letters or more.
std::optional<std::string_view> product_near(std::string_view lower);

/// The right writing of a name by its lower-case form.
std::optional<std::string_view> product_named(std::string_view lower);

/// The most words that a wrong form has.
inline constexpr std::size_t kProductWords = 3;

}  // namespace quizlint
