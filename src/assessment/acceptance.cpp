#include "assessment/acceptance.h"

#include <algorithm>

#include "assessment/acts.h"
#include "assessment/document_store.h"
#include "assessment/overview.h"
#include "base/utf8.h"
#include "text/repair.h"

namespace liem::assessment {
namespace {

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7f;
}

// Bytes that start a character.
std::size_t count_characters(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

Result<void> allow(const Viewer& viewer, const AcceptanceScope& scope) {
  if (may(viewer, Action::accept_finding, scope.unit)) return {};
  return fail(errors::no_right, {{"role", std::string(name_of(viewer.role))}});
}

// By whom and for whom.
Acceptance of_viewer(const Viewer& viewer, const std::string& finding,
                     std::chrono::sys_seconds at) {
  Acceptance out;
  out.finding = finding;
  out.account = viewer.account;
  out.name = viewer.name;
  out.at = at;
  if (viewer.acting_for) {
    out.on_behalf_of = viewer.acting_for->account;
    out.on_behalf_of_name = viewer.acting_for->name;
  }
  return out;
}

const Acceptance* find(const std::vector<Acceptance>& standing, std::string_view finding) {
  const auto found = std::ranges::find(standing, finding, &Acceptance::finding);
  return found == standing.end() ? nullptr : &*found;
}

}  // namespace

Result<std::string> checked_reason(std::string_view reason) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto first = reason.find_first_not_of(blanks);
  std::string out;
  if (first != reason.npos) {
    out = reason.substr(first, reason.find_last_not_of(blanks) + 1 - first);
  }
  std::erase(out, '\r');
  const std::size_t length = count_characters(out);
  const bool proper = length >= shortest_reason && length <= longest_reason &&
                      std::ranges::none_of(out, is_control) &&
                      utf8::find_invalid(out) == std::string_view::npos;
  if (proper) return out;
  return fail(errors::bad_reason, {{"shortest", std::to_string(shortest_reason)},
                                   {"longest", std::to_string(longest_reason)}});
}

Result<Acceptance> accept(DocumentStore& store, const Viewer& viewer, const AcceptanceScope& scope,
                          const reading::Reading& reading, const Acceptance& wanted) {
  if (auto allowed = allow(viewer, scope); !allowed) return std::unexpected(allowed.error());
  if (std::ranges::find(reading.findings, wanted.finding, &reading::Finding::id) ==
      reading.findings.end()) {
    return fail(errors::no_finding, {{"finding", wanted.finding}});
  }
  const auto standing = store.acceptances(viewer.province, scope);
  if (!standing) return std::unexpected(standing.error());
  const auto* known = find(*standing, wanted.finding);
  Acceptance accepted = of_viewer(viewer, wanted.finding, wanted.at);
  accepted.reason = wanted.reason;
  const bool same = known != nullptr && known->reason == accepted.reason &&
                    known->account == accepted.account &&
                    known->on_behalf_of == accepted.on_behalf_of;
  if (same) return *known;
  auto added = store.add_acceptance(viewer.province, scope, accepted,
                                    acts::of_acceptance(viewer, scope, accepted, known));
  if (!added) return std::unexpected(added.error());
  return accepted;
}

Result<void> withdraw(DocumentStore& store, const Viewer& viewer, const AcceptanceScope& scope,
                      const std::string& finding, std::chrono::sys_seconds now) {
  if (auto allowed = allow(viewer, scope); !allowed) return allowed;
  const auto standing = store.acceptances(viewer.province, scope);
  if (!standing) return std::unexpected(standing.error());
  const auto* known = find(*standing, finding);
  if (known == nullptr) return fail(errors::no_acceptance, {{"finding", finding}});
  Acceptance withdrawn = of_viewer(viewer, finding, now);
  withdrawn.verdict = Verdict::withdrawn;
  return store.add_acceptance(viewer.province, scope, withdrawn,
                              acts::of_acceptance(viewer, scope, withdrawn, known));
}

Result<std::vector<Acceptance>> acceptances_of(DocumentStore& store, const std::string& province,
                                               const AcceptanceScope& scope,
                                               const reading::Reading& reading) {
  const auto standing = store.acceptances(province, scope);
  if (!standing) return standing;
  std::vector<Acceptance> out;
  for (const auto& finding : reading.findings) {
    if (const auto* accepted = find(*standing, finding.id)) out.push_back(*accepted);
  }
  return out;
}

}  // namespace liem::assessment
