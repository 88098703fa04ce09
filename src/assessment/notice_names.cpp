#include "assessment/notice_names.h"

namespace liem::assessment {

Result<NoticeNames> NoticeNaming::of(const Notice& notice) {
  auto of_round = round(notice.round);
  if (!of_round) return std::unexpected(of_round.error());
  auto of_unit = unit(notice.thing.unit);
  if (!of_unit) return std::unexpected(of_unit.error());
  return NoticeNames{std::move(*of_round), std::move(*of_unit)};
}

Result<Words> NoticeNaming::round(const std::string& id) {
  if (const auto known = rounds_.find(id); known != rounds_.end()) return known->second;
  const auto found = store_.round(province_, id);
  if (!found) return std::unexpected(found.error());
  return rounds_.emplace(id, *found ? (*found)->title : Words{id, id}).first->second;
}

Result<Words> NoticeNaming::unit(const std::string& id) {
  if (id.empty()) return Words{};
  if (const auto known = units_.find(id); known != units_.end()) return known->second;
  const auto found = store_.unit(province_, id);
  if (!found) return std::unexpected(found.error());
  return units_.emplace(id, *found ? (*found)->name : Words{id, id}).first->second;
}

}  // namespace liem::assessment
