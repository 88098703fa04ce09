// How a worker is told on its command line what to do, and what it knows of the caller's options.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extraction/extraction.h"

namespace liem::extraction {

inline constexpr const char* worker_word = "liem-extraction-worker";

struct Order {
  int boxes_of_page = 0;    // 0: not wanted
  int picture_of_page = 0;  // 0: not wanted; neither: the text is
  int picture_width = 0;    // pixels
  Options options{};        // without the helper
};

// Everything behind the program's own name.
std::vector<std::string> to_arguments(const Order& order);
std::optional<Order> parse_arguments(std::span<char* const> arguments);

// A line a worker writes before its answer, each time another page is done.
struct PagesDone {
  int done = 0, total = 0;
};
std::string pages_line(const PagesDone& pages);  // with its line end
std::optional<PagesDone> read_pages_line(std::string_view line);

}  // namespace liem::extraction
