// An expression's text cut into words, numbers and signs.
#pragma once

#include <expected>
#include <string_view>
#include <vector>

#include "indicators/expression/expression.h"

namespace liem::indicators::expressions {

enum class TokenKind { word, number, sign, end };

struct Token {
  TokenKind kind = TokenKind::end;
  std::string_view text;
  std::size_t begin = 0;  // byte
};

// The character a byte stands at, counted from 1.
std::size_t column_of(std::string_view text, std::size_t byte);

// Ends in a token of kind `end`.
std::expected<std::vector<Token>, Misfit> tokens_of(std::string_view text);

// Fills in the quantity of every node, and what the law says.
std::expected<void, Misfit> check_units(Expression& expression, const figures::ItemCatalogue& items,
                                        const LegalDay* legal);

}  // namespace liem::indicators::expressions
