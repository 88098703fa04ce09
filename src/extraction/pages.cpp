#include "extraction/pages.h"

#include <algorithm>

#include "extraction/wire.h"
#include "extraction/worker_call.h"

namespace liem::extraction {
namespace {

constexpr std::string_view blanks = " \t\n\f";

std::vector<std::string_view> split_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(blanks, end);
  }
  return words;
}

std::vector<Span> split_lines(std::string_view text, Span span) {
  std::vector<Span> lines;
  for (std::size_t at = span.begin; at < span.end;) {
    const std::size_t end = std::min(text.find('\n', at), span.end);
    lines.push_back({at, end});
    at = end + 1;
  }
  return lines;
}

// The tool knows whole words only: a span that starts or ends inside one is widened to it.
Span to_whole_words(std::string_view text, Span span, Span within) {
  const auto is_blank = [&](std::size_t at) { return blanks.contains(text[at]); };
  while (span.begin > within.begin && !is_blank(span.begin - 1)) --span.begin;
  while (span.end < within.end && !is_blank(span.end)) ++span.end;
  return span;
}

// Looks for the words of text[span] as a run, as the tool orders words by itself; of several equal
// runs the one counts that is as manieth on the page as in the text.
std::vector<Box> boxes_of_run(std::string_view text, Span span, Span on_page,
                              const std::vector<WordBox>& found) {
  const auto wanted = split_words(text::slice(text, span));
  const auto before = split_words(text::slice(text, {on_page.begin, span.begin}));
  const auto page = split_words(text::slice(text, on_page));
  if (wanted.empty()) return {};
  std::size_t skip = 0;
  for (std::size_t i = 0; i < before.size() && i + wanted.size() <= page.size(); ++i) {
    skip += std::equal(wanted.begin(), wanted.end(), page.begin() + static_cast<long>(i)) ? 1 : 0;
  }
  std::vector<Box> boxes;
  for (std::size_t i = 0; i + wanted.size() <= found.size(); ++i) {
    const auto first = found.begin() + static_cast<long>(i);
    if (!std::equal(wanted.begin(), wanted.end(), first,
                    [](std::string_view word, const WordBox& box) { return word == box.word; })) {
      continue;
    }
    boxes.clear();
    for (std::size_t k = 0; k < wanted.size(); ++k) {
      boxes.push_back(first[static_cast<long>(k)].box);
    }
    if (skip-- == 0) break;
  }
  return boxes;
}

std::vector<Box> boxes_of_words(std::string_view text, Span span, Span on_page,
                                const std::vector<WordBox>& found) {
  auto boxes = boxes_of_run(text, span, on_page, found);
  if (!boxes.empty()) return boxes;
  // Cells of a table: their lines may stand in another order on the page.
  for (const Span& line : split_lines(text, span)) {
    std::ranges::move(boxes_of_run(text, line, on_page, found), std::back_inserter(boxes));
  }
  return boxes;
}

Result<std::string> ask_for_picture(const Descriptor& file, std::string_view name,
                                    const PagePicture& wanted, const Options& options) {
  const Order order{
      .picture_of_page = wanted.page, .picture_width = wanted.width, .options = options};
  return ask_worker(file, name, order, decode_picture);
}

bool has_pages(Signs signs) {
  return signs == Signs::pdf || signs == Signs::png || signs == Signs::jpeg || signs == Signs::tiff;
}

std::unexpected<Error> no_page(std::string_view name, const PagePicture& wanted) {
  return with_file(errors::no_page, name, {{"page", std::to_string(wanted.page)}});
}

}  // namespace

Result<std::string> draw_page(const std::string& path, const PagePicture& wanted,
                              const Options& options) {
  const auto file = open_file(path);
  if (!file) return std::unexpected(file.error());
  std::string head(signs_need, '\0');
  const ssize_t got = pread(file->get(), head.data(), head.size(), 0);
  head.resize(static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
  if (!has_pages(read_signs(head))) return no_page(path, wanted);
  return ask_for_picture(*file, path, wanted, options);
}

Result<std::string> draw_page(std::string_view bytes, std::string_view name,
                              const PagePicture& wanted, const Options& options) {
  if (!has_pages(read_signs(bytes.substr(0, signs_need)))) return no_page(name, wanted);
  const auto file = in_memory(bytes, name);
  if (!file) return std::unexpected(file.error());
  return ask_for_picture(*file, name, wanted, options);
}

Result<std::vector<WordBox>> find_words(const std::string& path, int page, const Options& options) {
  const auto file = open_file(path);
  if (!file) return std::unexpected(file.error());
  return ask_worker(*file, path, Order{.boxes_of_page = page, .options = options}, decode_boxes);
}

bool has_text_layer(const ExtractedText& extracted, int page) {
  const auto index = static_cast<std::size_t>(page) - 1;
  return extracted.format == Format::pdf && page > 0 && index < extracted.shapes.size() &&
         !extracted.shapes[index].recognised;
}

std::vector<Box> boxes_on_page(const ExtractedText& extracted, int page, Span span,
                               const std::vector<WordBox>& words) {
  std::vector<Box> boxes;
  for (const auto& place : extracted.places) {
    if (place.page != page || !place.span.overlaps(span)) continue;
    if (place.box) {
      boxes.push_back(*place.box);
      continue;
    }
    const Span part{std::max(span.begin, place.span.begin), std::min(span.end, place.span.end)};
    const Span whole = to_whole_words(extracted.text, part, place.span);
    std::ranges::move(boxes_of_words(extracted.text, whole, place.span, words),
                      std::back_inserter(boxes));
  }
  return boxes;
}

std::vector<Span> page_spans(const ExtractedText& extracted) {
  std::vector<Span> spans(extracted.shapes.size());
  auto place = extracted.places.begin();
  std::size_t end = 0;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    const int page = static_cast<int>(i) + 1;
    while (place != extracted.places.end() && place->page < page) ++place;
    spans[i] = {end, end};
    for (bool first = true; place != extracted.places.end() && place->page == page; ++place) {
      if (first) spans[i].begin = place->span.begin;
      first = false;
      spans[i].end = end = place->span.end;
    }
  }
  return spans;
}

}  // namespace liem::extraction
