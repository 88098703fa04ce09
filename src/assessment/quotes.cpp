#include "assessment/quotes.h"

namespace liem::assessment {
namespace {

// Length of the white space at the front: ASCII white space or U+00A0, which converters leave.
std::size_t space_length(std::string_view text) {
  if (text.starts_with("\xc2\xa0")) return 2;
  return !text.empty() && std::string_view(" \t\r\n\f\v").find(text[0]) != std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

}  // namespace

FoldedText::FoldedText(std::string_view source) {
  folded_.reserve(source.size());
  origin_.reserve(source.size());
  for (std::size_t i = 0; i < source.size();) {
    const auto space = space_length(source.substr(i));
    if (space > 0) {
      if (!folded_.ends_with(' ')) {
        folded_ += ' ';
        origin_.push_back(i);
      }
      i += space;
    } else {
      folded_ += source[i];
      origin_.push_back(i++);
    }
  }
}

std::optional<FoldedText::Range> FoldedText::find(std::string_view quote) const {
  const FoldedText folded_quote(quote);
  const auto wanted = trimmed(folded_quote.folded_);
  if (wanted.empty()) return std::nullopt;
  const auto at = folded_.find(wanted);
  if (at == std::string::npos) return std::nullopt;
  return Range{origin_[at], origin_[at + wanted.size() - 1] + 1};
}

}  // namespace liem::assessment
