#include "assessment/keeping_acts.h"

#include "base/date.h"
#include "ledger/canonical.h"

namespace liem::assessment::acts {
namespace {

ledger::Act kept_by(std::string_view code, const std::string& by, std::chrono::sys_seconds at) {
  ledger::Act out;
  out.code = code;
  out.actor = by;
  out.at = at;
  return out;
}

}  // namespace

ledger::Act of_backup(const std::string& by, std::chrono::sys_seconds at) {
  return kept_by(backup_made, by, at);
}

ledger::Act of_restore(const std::string& by, std::chrono::sys_seconds taken,
                       std::chrono::sys_seconds at) {
  auto out = kept_by(backup_restored, by, at);
  const Date day{std::chrono::floor<std::chrono::days>(taken)};
  out.after =
      ledger::State::json(ledger::canonical_json(boost::json::object{{"taken", to_iso(day)}}));
  return out;
}

}  // namespace liem::assessment::acts
