// How a worker is told on its command line what to do, and what it knows of the caller's options.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "extraction/extraction.h"

namespace liem::extraction {

inline constexpr const char* worker_word = "liem-extraction-worker";

struct Order {
  int boxes_of_page = 0;  // 0: the text is wanted
  Options options{};      // without the helper
};

// Everything behind the program's own name.
std::vector<std::string> to_arguments(const Order& order);
std::optional<Order> parse_arguments(std::span<char* const> arguments);

}  // namespace liem::extraction
