// Which unit stands under which, as numbers alone: figures do not know what units are.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace liem::figures {

class Tree {
 public:
  static constexpr std::uint32_t none = 0xffffffff;

  // `parents[u]` is the unit above u, `none` for a unit at the top; several may be. Nothing where
  // one does not exist or units stand above each other in a circle.
  static std::optional<Tree> of(std::vector<std::uint32_t> parents);

  std::size_t size() const { return parents_.size(); }
  std::uint32_t parent(std::size_t unit) const { return parents_[unit]; }
  std::span<const std::uint32_t> below(std::size_t unit) const {
    return std::span(children_).subspan(begins_[unit], begins_[unit + 1] - begins_[unit]);
  }
  bool has_below(std::size_t unit) const { return begins_[unit] != begins_[unit + 1]; }
  // Every unit once, those below a unit before it.
  std::span<const std::uint32_t> upwards() const { return upwards_; }

 private:
  std::vector<std::uint32_t> parents_, begins_, children_, upwards_;
};

}  // namespace liem::figures
