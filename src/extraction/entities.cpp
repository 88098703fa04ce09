#include "extraction/entities.h"

#include <algorithm>

#include "text/utf8.h"

namespace liem::extraction {
namespace {

// U+00A0 to U+00FF in order (HTML 4, section 24.2).
constexpr std::string_view latin1[] = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",
    "copy",   "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn",
    "sup2",   "sup3",   "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",
    "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde",
    "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave",
    "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde",
    "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",
    "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil",
    "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",   "eth",
    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

struct Named {
  std::string_view name;
  char32_t code;
};
constexpr Named others[] = {
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},        {"quot", '"'},      {"apos", '\''},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"lsquo", 0x2018},  {"rsquo", 0x2019},  {"ldquo", 0x201C},
    {"rdquo", 0x201D}, {"bull", 0x2022},  {"hellip", 0x2026}, {"permil", 0x2030}, {"prime", 0x2032},
    {"euro", 0x20AC},  {"minus", 0x2212}, {"le", 0x2264},     {"ge", 0x2265},     {"ensp", ' '},
    {"emsp", ' '},     {"thinsp", ' '},   {"rarr", 0x2192},   {"trade", 0x2122}};

char32_t named(std::string_view name) {
  const auto* latin = std::ranges::find(latin1, name);
  if (latin != std::end(latin1)) return static_cast<char32_t>(0xA0 + (latin - latin1));
  const auto* other = std::ranges::find(others, name, &Named::name);
  return other != std::end(others) ? other->code : 0;
}

char32_t numbered(std::string_view digits) {
  const bool hex = digits.starts_with('x') || digits.starts_with('X');
  if (hex) digits.remove_prefix(1);
  char32_t value = 0;
  for (const char c : digits) {
    const auto digit = std::string_view("0123456789abcdefABCDEF").find(c);
    if (digit == std::string_view::npos || (!hex && digit > 9) || value > 0x10FFFF) return 0;
    value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit > 15 ? digit - 6 : digit);
  }
  const bool sound = value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
  return sound ? value : 0;
}

}  // namespace

std::size_t append_reference(std::string_view text, std::size_t at, std::string& out) {
  constexpr std::size_t longest = 12;
  const auto end = text.substr(0, at + longest).find(';', at + 1);
  char32_t code = 0;
  if (end != std::string_view::npos) {
    const auto body = text.substr(at + 1, end - at - 1);
    code = body.starts_with('#') ? numbered(body.substr(1)) : named(body);
  }
  if (code == 0) {
    out += '&';
    return at + 1;
  }
  if (code == 0xA0) {
    out += ' ';
  } else if (code != 0xAD) {  // a soft hyphen is not seen
    utf8::append(out, code);
  }
  return end + 1;
}

}  // namespace liem::extraction
