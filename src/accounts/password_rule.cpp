#include "accounts/password_rule.h"

#include <algorithm>
#include <cctype>

#include "base/utf8.h"
#include "text/utf8.h"

namespace liem::accounts {
namespace {

// Letters in plain small form; what stands for a letter among people who dress passwords up, as
// that letter.
char undressed(char plain) {
  switch (plain) {
    case '@':
    case '4':
      return 'a';
    case '3':
      return 'e';
    case '1':
    case '!':
      return 'i';
    case '0':
      return 'o';
    case '$':
    case '5':
      return 's';
    default:
      return plain;
  }
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

struct Folded {
  std::string plain;  // without marks and case, everything kept
  std::size_t letters = 0;
};

Folded fold(std::string_view text) {
  Folded out;
  for (std::size_t at = 0; at < text.size(); ++out.letters) {
    const auto letter = utf8::decode(text, at);
    const auto kind = utf8::classify(letter.code);
    out.plain += kind.plain != 0 ? kind.plain : text[at];
    at += std::max<std::size_t>(1, letter.length);
  }
  return out;
}

// The letters alone, with and without taking digits and signs for letters: "P@ssw0rd2024!" holds
// "password".
std::string letters_of(std::string_view plain) {
  std::string out;
  std::ranges::copy_if(plain, std::back_inserter(out), is_letter);
  return out;
}

std::string undressed_letters_of(std::string_view plain) {
  std::string out;
  while (!plain.empty() && !is_letter(plain.back())) plain.remove_suffix(1);  // "...2024!"
  for (const char c : plain) {
    if (is_letter(undressed(c))) out += undressed(c);
  }
  return out;
}

// "abcabcabcabc", "aaaaaaaaaaaa": a few letters said again and again.
bool repeats(std::string_view plain) {
  for (std::size_t period = 1; period <= plain.size() / 3; ++period) {
    bool again = true;
    for (std::size_t i = period; again && i < plain.size(); ++i)
      again = plain[i] == plain[i - period];
    if (again) return true;
  }
  return false;
}

// "123456789012", "abcdefghijkl", "987654321098": each letter is the next or the last one's
// neighbour.
bool runs(std::string_view plain) {
  std::size_t neighbours = 0;
  for (std::size_t i = 1; i < plain.size(); ++i) {
    const int step = plain[i] - plain[i - 1];
    const bool wraps = is_digit(plain[i]) && is_digit(plain[i - 1]) && (step == 9 || step == -9);
    neighbours += (step == 1 || step == -1 || wraps) ? 1 : 0;
  }
  return neighbours + 1 >= plain.size();
}

}  // namespace

PasswordRule::PasswordRule(std::string_view common) {
  while (!common.empty()) {
    const auto end = std::min(common.find('\n'), common.size());
    const auto line = common.substr(0, end);
    if (!line.empty() && line.front() != '#') common_.emplace(line);
    common.remove_prefix(std::min(end + 1, common.size()));
  }
}

Result<void> PasswordRule::check(std::string_view password,
                                 std::initializer_list<std::string_view> own) const {
  if (utf8::find_invalid(password) != password.npos) return fail(errors::password_not_text);
  if (password.size() > longest) {
    return fail(errors::password_long, {{"most", std::to_string(longest)}});
  }
  const auto folded = fold(password);
  if (folded.letters < shortest) {
    return fail(errors::password_short,
                {{"least", std::to_string(shortest)}, {"given", std::to_string(folded.letters)}});
  }
  if (repeats(folded.plain) || runs(folded.plain)) return fail(errors::password_repeats);
  const auto letters = letters_of(folded.plain);
  for (const std::string_view name : own) {
    const auto plain = letters_of(fold(name).plain);
    if (!plain.empty() && letters == plain) return fail(errors::password_is_name);
  }
  if (common_.contains(folded.plain) || common_.contains(letters) ||
      common_.contains(undressed_letters_of(folded.plain))) {
    return fail(errors::password_common);
  }
  return {};
}

}  // namespace liem::accounts
