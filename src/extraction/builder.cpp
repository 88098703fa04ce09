#include "extraction/builder.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace liem::extraction {
namespace {

constexpr std::string_view blanks = " \t\n\r\f";

// Control characters would only disturb what reads the text; form feeds live in the places.
bool is_kept(char c) { return static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t'; }

// Two blocks of lines set beside each other by a table, as the heading of an official document and
// its recipients and signature are: each is read as a whole.
bool stand_side_by_side(const std::vector<Piece>& cells) {
  const auto lines = [](const Piece& cell) {
    return cell.text.empty() ? 0 : 1 + std::ranges::count(cell.text, '\n');
  };
  const auto filled =
      std::ranges::count_if(cells, [&](const Piece& cell) { return lines(cell) > 0; });
  return filled == 2 &&
         std::ranges::all_of(cells, [&](const Piece& cell) { return lines(cell) != 1; });
}

}  // namespace

Piece trimmed(Piece piece) {
  const auto first = piece.text.find_first_not_of(blanks);
  if (first == std::string::npos) return {"", std::move(piece.marks)};
  const auto last = piece.text.find_last_not_of(blanks);
  Piece result{piece.text.substr(first, last + 1 - first), std::move(piece.marks)};
  for (auto& mark : result.marks) {
    mark.offset = std::min(mark.offset > first ? mark.offset - first : 0, result.text.size());
  }
  return result;
}

Span TextBuilder::append(std::string_view text) {
  const std::size_t begin = result_.text.size();
  if (begin + text.size() > limits_.text_bytes) overflowed_ = true;
  if (!overflowed_) {
    if (std::ranges::all_of(text, is_kept)) {
      result_.text.append(text);
    } else {
      std::ranges::copy_if(text, std::back_inserter(result_.text), is_kept);
    }
  }
  return {begin, result_.text.size()};
}

void TextBuilder::append(const Piece& piece, Place where) {
  where.span = append(piece.text);
  for (const auto& mark : piece.marks) {
    result_.marks.push_back(
        {std::min(where.span.begin + mark.offset, where.span.end), mark.number});
  }
  if (where.span.size() > 0) result_.places.push_back(where);
}

void TextBuilder::paragraph(Piece piece, Place where) {
  piece = trimmed(std::move(piece));
  if (piece.text.empty()) {
    if (!result_.text.empty() && !result_.text.ends_with("\n\n")) append("\n");
    return;
  }
  append(piece, where);
  append("\n");
}

void TextBuilder::row(std::vector<Piece> cells, Place where) {
  for (auto& cell : cells) cell = trimmed(std::move(cell));
  const bool beside = stand_side_by_side(cells);
  for (auto& cell : cells) {
    std::ranges::replace_if(
        cell.text,
        [&](char c) { return blanks.find(c) != std::string_view::npos && !(beside && c == '\n'); },
        ' ');
  }
  const auto filled = [](const Piece& cell) { return !cell.text.empty(); };
  const auto first = std::ranges::find_if(cells, filled) - cells.begin();
  const auto last = std::find_if(cells.rbegin(), cells.rend(), filled).base() - cells.begin();
  if (first >= last) return;
  for (auto i = first; i < last; ++i) {
    if (i > first) append(beside ? "\n" : " | ");
    if (beside && !filled(cells[static_cast<std::size_t>(i)])) continue;
    Place cell = where;
    cell.column = where.column + static_cast<int>(i);
    append(cells[static_cast<std::size_t>(i)], cell);
  }
  append("\n");
}

void TextBuilder::footnote(std::string_view text, int number, Place where) {
  Piece piece = trimmed({std::string(text), {}});
  if (piece.text.empty()) return;
  append("[^" + std::to_string(number) + "] ");
  where.footnote = number;
  append(piece, where);
  append("\n");
}

void TextBuilder::block(std::string_view text, Place where) {
  where.span = append(text);
  if (where.span.size() > 0) result_.places.push_back(where);
}

Result<ExtractedText> TextBuilder::finish() && {
  if (overflowed_) {
    return fail(errors::too_much_text, {{"limit_mb", std::to_string(limits_.text_bytes >> 20)}});
  }
  if (utf8::find_invalid(result_.text) != std::string_view::npos) {
    return fail(errors::not_utf8);
  }
  if (result_.text.find_first_not_of(blanks) == std::string::npos) return fail(errors::no_text);
  return std::move(result_);
}

}  // namespace liem::extraction
