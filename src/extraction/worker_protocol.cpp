#include "extraction/worker_protocol.h"

#include <charconv>
#include <cstdint>
#include <cstring>

namespace liem::extraction {
namespace {

// Every number of an order, in one fixed sequence for both directions.
template <class Order, class Visit>
void each_number(Order& order, Visit&& visit) {
  auto& limits = order.options.limits;
  visit(order.boxes_of_page);
  visit(order.picture_of_page);
  visit(order.picture_width);
  visit(order.options.jobs);
  visit(limits.file_bytes);
  visit(limits.part_bytes);
  visit(limits.unpacked_bytes);
  visit(limits.unpack_ratio);
  visit(limits.pages);
  visit(limits.recognised_pages);
  visit(limits.text_bytes);
  visit(limits.tool_time);
  visit(limits.file_time);
  visit(limits.cpu_time);
  visit(limits.memory_bytes);
  visit(limits.doubtful_below);
}

template <class Number>
std::int64_t to_number(const Number& value) {
  if constexpr (requires { value.count(); }) {
    return value.count();
  } else {
    return static_cast<std::int64_t>(value);
  }
}

}  // namespace

std::vector<std::string> to_arguments(const Order& order) {
  std::vector<std::string> arguments = {worker_word};
  each_number(order,
              [&](const auto& value) { arguments.push_back(std::to_string(to_number(value))); });
  return arguments;
}

std::optional<Order> parse_arguments(std::span<char* const> arguments) {
  if (arguments.empty() || std::strcmp(arguments.front(), worker_word) != 0) return std::nullopt;
  Order order;
  std::size_t next = 1;
  bool sound = true;
  each_number(order, [&](auto& value) {
    std::int64_t number = 0;
    if (next >= arguments.size()) {
      sound = false;
      return;
    }
    const char* text = arguments[next++];
    const auto [end, failed] = std::from_chars(text, text + std::strlen(text), number);
    sound = sound && failed == std::errc{} && *end == '\0' && number >= 0;
    value = std::remove_reference_t<decltype(value)>(number);
  });
  if (!sound || next != arguments.size()) return std::nullopt;
  return order;
}

std::string pages_line(const PagesDone& pages) {
  return "LIEM-P " + std::to_string(pages.done) + " " + std::to_string(pages.total) + "\n";
}

std::optional<PagesDone> read_pages_line(std::string_view line) {
  constexpr std::string_view word = "LIEM-P ";
  if (!line.starts_with(word)) return std::nullopt;
  PagesDone pages;
  const char* const end = line.data() + line.size();
  const auto done = std::from_chars(line.data() + word.size(), end, pages.done);
  if (done.ec != std::errc{} || done.ptr == end || *done.ptr != ' ') return std::nullopt;
  const auto total = std::from_chars(done.ptr + 1, end, pages.total);
  if (total.ec != std::errc{} || total.ptr != end) return std::nullopt;
  return pages;
}

}  // namespace liem::extraction
