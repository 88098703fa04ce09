#include "extraction/format.h"

#include <algorithm>
#include <array>

#include "base/error.h"

namespace liem::extraction {
namespace {

using namespace std::string_view_literals;

bool starts_with_ignoring_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() &&
         std::equal(lower.begin(), lower.end(), text.begin(), [](char a, char b) {
           return a == (b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b);
         });
}

std::string_view skip_space(std::string_view text) {
  const auto start = text.find_first_not_of(" \t\r\n\f");
  return start == std::string_view::npos ? ""sv : text.substr(start);
}

bool is_html(std::string_view head) {
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  head = skip_space(head);
  // An XML declaration and comments may stand before the first tag.
  for (;;) {
    const std::string_view close = head.starts_with("<?xml")  ? "?>"sv
                                   : head.starts_with("<!--") ? "-->"sv
                                                              : ""sv;
    if (close.empty()) break;
    const auto end = head.find(close);
    if (end == std::string_view::npos) return false;
    head = skip_space(head.substr(end + close.size()));
  }
  return std::ranges::any_of(
      std::array{"<!doctype html"sv, "<html"sv, "<head"sv, "<body"sv, "<title"sv, "<meta"sv},
      [&](std::string_view tag) { return starts_with_ignoring_case(head, tag); });
}

}  // namespace

std::string_view to_string(Format format) {
  switch (format) {
    case Format::text:
      return "text";
    case Format::html:
      return "html";
    case Format::docx:
      return "docx";
    case Format::odt:
      return "odt";
    case Format::xlsx:
      return "xlsx";
    case Format::ods:
      return "ods";
    case Format::pdf:
      return "pdf";
    case Format::png:
      return "png";
    case Format::jpeg:
      return "jpeg";
    case Format::tiff:
      return "tiff";
  }
  LIEM_CHECK(false);
}

Signs read_signs(std::string_view head) {
  head = head.substr(0, signs_need);
  if (head.starts_with("PK\x03\x04"sv) || head.starts_with("PK\x05\x06"sv)) return Signs::zip;
  // Writers may put a line before the header; readers accept it within the first kilobyte.
  if (head.substr(0, 1024).find("%PDF-") != std::string_view::npos) return Signs::pdf;
  if (head.starts_with("\x89PNG\r\n\x1A\n"sv)) return Signs::png;
  if (head.starts_with("\xFF\xD8\xFF"sv)) return Signs::jpeg;
  if (head.starts_with("II*\0"sv) || head.starts_with("MM\0*"sv)) return Signs::tiff;
  if (head.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv)) return Signs::old_office;
  if (head.starts_with("{\\rtf")) return Signs::unknown;
  if (is_html(head)) return Signs::html;
  return Signs::text;  // text::repair() refuses what is none
}

}  // namespace liem::extraction
