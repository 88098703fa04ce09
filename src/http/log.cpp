#include "http/log.h"

#include "assessment/acts.h"
#include "http/path.h"

namespace liem::http {

namespace acts = assessment::acts;

Result<void> log_download(const Services& services, assessment::Store& store,
                          const assessment::Viewer& viewer, const Head& head,
                          const ledger::Object& object, const std::string& unit,
                          const std::string& sha256) {
  const bool from_start = head.range.empty() || head.range.starts_with("bytes=0-");
  if (head.method == Method::head || !from_start) return {};
  const auto act = acts::of_download(viewer, object, unit, sha256, services.now());
  return store.ledger().record(viewer.province, services.repeated.take(act));
}

void log_refusal(const Services& services, const assessment::Viewer& viewer, const Head& head,
                 const Error& error) {
  const auto path = parse_path(head.target);
  const std::string asked = method_name(head) + " " + (path ? path->text : "");
  const auto due =
      services.repeated.take(acts::of_refusal(viewer, asked, error.message.id, services.now()));
  if (due.empty()) return;
  auto store = services.stores.lease();
  if (store) static_cast<void>((*store)->ledger().record(viewer.province, due));
}

}  // namespace liem::http
