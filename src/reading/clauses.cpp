#include "reading/clauses.h"

#include <algorithm>

namespace liem::reading {
namespace {

constexpr std::size_t most_words = 24;

bool ends_clause(const Token& token) {
  if (token.kind == TokenKind::figure || token.kind == TokenKind::citation) return true;
  return token.kind == TokenKind::mark && token.mark != '%' && token.mark != '"';
}

// The numerator's token where `at` is a denominator, else `at`.
std::size_t first_of_fraction(const std::vector<Token>& tokens, std::size_t at) {
  std::size_t slash = at;
  constexpr std::size_t longest_unit = 4;  // "6 hồ sơ/19 hồ sơ"
  if (slash == 0 || !tokens[slash - 1].is_mark('/')) return at;
  slash -= 1;
  for (std::size_t k = slash; k-- > 0 && slash - k <= longest_unit;) {
    if (tokens[k].kind == TokenKind::figure) return k;
    if (tokens[k].kind != TokenKind::word) break;
  }
  return at;
}

// The denominator's token where `at` is a numerator, else `at`.
std::size_t last_of_fraction(const std::vector<Token>& tokens, std::size_t at) {
  std::size_t next = at + 1;
  constexpr std::size_t longest_unit = 4;
  while (next < tokens.size() && next - at <= longest_unit && tokens[next].kind == TokenKind::word)
    ++next;
  if (next + 1 < tokens.size() && tokens[next].is_mark('/') &&
      tokens[next + 1].kind == TokenKind::figure) {
    return next + 1;
  }
  return at;
}

}  // namespace

Clause clause_of(const std::vector<Token>& tokens, std::size_t at) {
  Clause out;
  out.figure = at;
  const std::size_t first = first_of_fraction(tokens, at);
  std::size_t end = first;
  if (end > 0 && (tokens[end - 1].is_mark(':') || tokens[end - 1].is_mark('('))) {
    out.labelled = tokens[end - 1].is_mark(':');
    --end;
  }
  std::size_t begin = end;
  while (begin > 0 && end - begin < most_words && !ends_clause(tokens[begin - 1])) {
    --begin;
  }
  out.before = {begin, end};
  const std::size_t last = last_of_fraction(tokens, at);
  std::size_t behind = last + 1;
  while (behind < tokens.size() && behind - last <= most_words && !ends_clause(tokens[behind]))
    ++behind;
  out.behind = {std::min(last + 1, behind), behind};
  return out;
}

}  // namespace liem::reading
