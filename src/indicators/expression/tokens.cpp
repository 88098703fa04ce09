#include "indicators/expression/tokens.h"

#include <algorithm>

#include "indicators/errors.h"

namespace liem::indicators::expressions {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool starts_word(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }
bool continues_word(char c) { return starts_word(c) || is_digit(c) || c == '.'; }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The bytes of the character that starts at `at`.
std::size_t character_length(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (text[end] & 0xC0) == 0x80) ++end;
  return end - at;
}

std::size_t length_of(std::string_view text, std::size_t at, bool (*fits)(char)) {
  std::size_t end = at;
  while (end < text.size() && fits(text[end])) ++end;
  return end - at;
}

std::size_t sign_length(std::string_view rest) {
  for (const std::string_view two : {"<=", ">=", "!="}) {
    if (rest.starts_with(two)) return 2;
  }
  return std::string_view("+-*/<>=(),%").find(rest.front()) == std::string_view::npos ? 0 : 1;
}

}  // namespace

std::size_t column_of(std::string_view text, std::size_t byte) {
  return 1 + static_cast<std::size_t>(std::ranges::count_if(
                 text.substr(0, byte), [](char c) { return (c & 0xC0) != 0x80; }));
}

std::expected<std::vector<Token>, Misfit> tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  for (std::size_t at = 0; at < text.size();) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    Token token{TokenKind::sign, {}, at};
    std::size_t length = sign_length(text.substr(at));
    if (starts_word(text[at])) {
      token.kind = TokenKind::word;
      length = length_of(text, at, continues_word);
    } else if (is_digit(text[at])) {
      token.kind = TokenKind::number;
      length = length_of(text, at, continues_word);
    }
    if (length == 0) {
      const std::string found(text.substr(at, character_length(text, at)));
      return std::unexpected(
          Misfit{errors::expression_character, column_of(text, at), {{"found", found}}});
    }
    token.text = text.substr(at, length);
    tokens.push_back(token);
    at += length;
  }
  tokens.push_back({TokenKind::end, {}, text.size()});
  return tokens;
}

}  // namespace liem::indicators::expressions
