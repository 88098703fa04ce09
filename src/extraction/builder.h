// Collects the text of a document together with where each stretch of it stood.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extraction/extraction.h"

namespace liem::extraction {

// A paragraph's or cell's words (a cell's paragraphs are lines), with the marks of footnotes at
// offsets of `text`.
struct Piece {
  std::string text;
  std::vector<FootnoteMark> marks;
};

class TextBuilder {
 public:
  TextBuilder(Format format, const Limits& limits) : limits_(limits) { result_.format = format; }

  // One line; `where` says everything but the span. An empty piece leaves one blank line.
  void paragraph(Piece piece, Place where);
  // Cells joined to one line; `where.column` is that of the first. Nothing for an empty row. Two
  // cells of several lines each stand below one another: they are no row of a table's data.
  void row(std::vector<Piece> cells, Place where);
  void footnote(std::string_view text, int number, Place where);
  // Text as it is, with one place over all of it.
  void block(std::string_view text, Place where);
  void new_line() { append("\n"); }
  void doubt(Span span) { result_.doubtful.push_back(span); }

  std::size_t size() const { return result_.text.size(); }
  bool is_full() const { return overflowed_; }  // finish() will refuse: there is no use in more
  ExtractedText& result() { return result_; }
  // Refuses too much text, text that is not UTF-8, and no text at all.
  Result<ExtractedText> finish() &&;

 private:
  Span append(std::string_view text);
  void append(const Piece& piece, Place where);

  Limits limits_;
  ExtractedText result_;
  bool overflowed_ = false;
};

// A piece with white space at both ends cut off and its marks moved along.
Piece trimmed(Piece piece);

}  // namespace liem::extraction
