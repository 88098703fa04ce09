#include "ledger/entry.h"

#include <algorithm>

#include "ledger/canonical.h"

namespace liem::ledger {

std::string canonical_bytes(const Entry& entry) {
  const Act& act = entry.act;
  CanonicalBytes out("liem-ledger-entry-1");
  out.text(entry.province).number(entry.position);
  out.number(static_cast<std::uint64_t>(act.at.time_since_epoch().count()));
  out.text(act.actor).text(act.on_behalf_of).text(act.code);
  out.text(act.object.kind).text(act.object.id).text(act.unit);
  for (const State* state : {&act.before, &act.after}) {
    out.number(static_cast<std::uint64_t>(state->kind)).text(state->text);
  }
  out.text(act.reason);
  out.text({reinterpret_cast<const char*>(entry.previous.data()), entry.previous.size()});
  return std::move(out).take();
}

Hash hash_of(const Entry& entry) { return sha256(canonical_bytes(entry)); }

Appended append(const Head& head, const std::string& province, Act act) {
  act.at = std::max(act.at, head.at);
  StoredEntry stored{{province, head.position + 1, std::move(act), head.hash}, {}};
  stored.hash = hash_of(stored.entry);
  const Head next{stored.entry.position, stored.hash, stored.entry.act.at};
  return {std::move(stored), next};
}

}  // namespace liem::ledger
