#include <algorithm>
#include <set>

#include "indicators/mapping.h"

namespace liem::indicators {
namespace {

using Codes = std::vector<std::string>;

// Entries of both mappings that hang together by leaves of the set in between.
struct Strand {
  std::vector<const MappedCriteria*> first, second;
};

bool share_a_code(const Codes& some, const Codes& others) {
  return std::ranges::any_of(some, [&](const std::string& code) {
    return std::ranges::find(others, code) != others.end();
  });
}

class Composer {
 public:
  Composer(const Mapping& first, const Mapping& second) : first_(first), second_(second) {}

  Mapping run() {
    for (const auto& one : first_.criteria) start_with(one, &Strand::first);
    for (const auto& one : second_.criteria) start_with(one, &Strand::second);
    const bool assumed =
        first_.provenance == Provenance::assumed || second_.provenance == Provenance::assumed;
    return {first_.from, second_.to, assumed ? Provenance::assumed : Provenance::published,
            std::move(out_)};
  }

 private:
  using Side = std::vector<const MappedCriteria*> Strand::*;

  // The strand that an entry belongs to, unless it was followed already.
  void start_with(const MappedCriteria& entry, Side side) {
    if (seen_.contains(&entry)) return;
    Strand strand;
    take(entry, side, strand);
    for (bool grew = true; grew;) {
      grew = false;
      for (const auto& one : second_.criteria) grew |= join(one, one.from, strand, &Strand::second);
      for (const auto& one : first_.criteria) grew |= join(one, one.to, strand, &Strand::first);
    }
    add(strand);
  }

  void take(const MappedCriteria& entry, Side side, Strand& strand) {
    seen_.insert(&entry);
    (strand.*side).push_back(&entry);
  }

  bool join(const MappedCriteria& entry, const Codes& between, Strand& strand, Side side) {
    if (seen_.contains(&entry)) return false;
    const bool touches =
        std::ranges::any_of(strand.first,
                            [&](const auto* one) { return share_a_code(one->to, between); }) ||
        std::ranges::any_of(strand.second,
                            [&](const auto* one) { return share_a_code(one->from, between); });
    if (touches) take(entry, side, strand);
    return touches;
  }

  void add(const Strand& strand) {
    Codes from, to;
    for (const auto* one : strand.first)
      from.insert(from.end(), one->from.begin(), one->from.end());
    for (const auto* one : strand.second) to.insert(to.end(), one->to.begin(), one->to.end());
    const Words reason = reason_of(strand);
    if (from.empty() && to.empty()) return;  // asked by the set in between alone
    if (const auto change = change_of(strand, from, to)) {
      out_.push_back({*change, std::move(from), std::move(to), reason});
      return;
    }
    if (!from.empty()) out_.push_back({Change::dropped, std::move(from), {}, reason});
    if (!to.empty()) out_.push_back({Change::added, {}, std::move(to), reason});
  }

  // Nothing where the leaves have no one counterpart.
  static std::optional<Change> change_of(const Strand& strand, const Codes& from, const Codes& to) {
    if (to.empty()) return Change::dropped;
    if (from.empty()) return Change::added;
    const auto only = [&](std::initializer_list<Change> allowed) {
      const auto fits = [&](const auto* one) {
        return std::ranges::find(allowed, one->change) != allowed.end();
      };
      return std::ranges::all_of(strand.first, fits) && std::ranges::all_of(strand.second, fits);
    };
    if (only({Change::kept})) return Change::kept;
    if (only({Change::kept, Change::renamed})) return Change::renamed;
    if (only({Change::kept, Change::renamed, Change::merged})) return Change::merged;
    if (only({Change::kept, Change::renamed, Change::split})) return Change::split;
    return std::nullopt;
  }

  Words reason_of(const Strand& strand) const {
    Words all;
    const auto add = [&](const std::string& text, std::string& to) {
      to.append(to.empty() ? "" : "; ").append(text);
    };
    const auto add_step = [&](const Mapping& step, const std::vector<const MappedCriteria*>& part) {
      for (const auto* one : part) {
        if (one->change == Change::kept) continue;
        const std::string name =
            step.from + " → " + step.to + " (" + std::string(name_of(one->change)) + "): ";
        add(name + one->reason.vi, all.vi);
        add(name + one->reason.en, all.en);
      }
    };
    add_step(first_, strand.first);
    add_step(second_, strand.second);
    if (!all.vi.empty()) return all;
    for (const auto& part : {strand.first, strand.second}) {
      if (!part.empty()) return part.front()->reason;
    }
    return all;
  }

  const Mapping& first_;
  const Mapping& second_;
  std::set<const MappedCriteria*> seen_;
  std::vector<MappedCriteria> out_;
};

}  // namespace

Mapping composed(const Mapping& first, const Mapping& second) {
  return Composer(first, second).run();
}

}  // namespace liem::indicators
