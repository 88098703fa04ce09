#include "assessment/log_changes.h"

#include <algorithm>

#include "assessment/acts.h"

namespace liem::assessment {
namespace {

// Of acts looked through one by one; behind more of them something is taken to have changed.
constexpr std::uint64_t most_acts = 256;

constexpr std::string_view beside_rounds[] = {
    acts::task_put,          acts::notices_chosen,        acts::criteria_assigned,
    acts::openid_signed_in,  acts::openid_sign_in_failed, acts::identity_linked,
    acts::identity_unlinked, acts::delegation_made,       acts::delegation_ended,
    acts::account_made,      acts::account_disabled,      acts::account_enabled,
    acts::signed_in,         acts::sign_in_failed,        acts::signed_out,
    acts::session_ended,     acts::other_sessions_ended,  acts::password_changed,
    acts::password_reset,    acts::proof_failed,          acts::second_step_begun,
    acts::second_step_added, acts::second_step_removed,   acts::recovery_code_used,
    acts::token_made,        acts::token_revoked,         acts::document_added,
    acts::document_removed,  acts::finding_accepted,      acts::acceptance_withdrawn,
    acts::file_downloaded,   acts::access_refused,        acts::log_exported,
    acts::list_exported,     acts::package_exported,      acts::repeated,
    acts::backup_made};

constexpr std::string_view beside_sessions[] = {acts::task_put,
                                                acts::notices_chosen,
                                                acts::criteria_assigned,
                                                acts::openid_signed_in,
                                                acts::openid_sign_in_failed,
                                                acts::signed_in,
                                                acts::sign_in_failed,
                                                acts::proof_failed,
                                                acts::document_added,
                                                acts::document_removed,
                                                acts::finding_accepted,
                                                acts::acceptance_withdrawn,
                                                acts::file_downloaded,
                                                acts::access_refused,
                                                acts::log_exported,
                                                acts::list_exported,
                                                acts::package_exported,
                                                acts::package_received,
                                                acts::repeated,
                                                acts::work_done,
                                                acts::answers_saved,
                                                acts::deadline_set,
                                                acts::evidence_judged,
                                                acts::report_put_in,
                                                acts::evidence_attached,
                                                acts::result_published,
                                                acts::backup_made};

bool same(const ledger::Head& a, const ledger::Head& b) {
  return a.position == b.position && a.hash == b.hash;
}

}  // namespace

bool leaves_rounds(std::string_view code) {
  return std::ranges::find(beside_rounds, code) != std::end(beside_rounds);
}

bool leaves_sessions(std::string_view code) {
  return std::ranges::find(beside_sessions, code) != std::end(beside_sessions);
}

Result<std::optional<std::uint64_t>> LogChanges::number_at(LedgerStore& log,
                                                           const ledger::Head& end) {
  std::optional<ledger::Head> from;
  {
    const std::lock_guard lock(mutex_);
    if (!end_) end_ = end;
    if (same(*end_, end)) return number_;
    if (end.position < end_->position) return std::nullopt;
    from = end_;
  }
  const auto changed = changed_between(log, *from, end);
  if (!changed) return std::unexpected(changed.error());
  const std::lock_guard lock(mutex_);
  // Another thread may have gone this way meanwhile, or further.
  if (same(*end_, *from)) {
    end_ = end;
    if (*changed) ++number_;
  }
  if (!same(*end_, end)) return std::nullopt;
  return number_;
}

Result<bool> LogChanges::changed_between(LedgerStore& log, const ledger::Head& from,
                                         const ledger::Head& end) const {
  if (end.position == from.position || end.position - from.position > most_acts) return true;
  const auto acts = log.entries_from(province_, from.position + 1, end.position - from.position);
  if (!acts) return std::unexpected(acts.error());
  // A database that was put in another's place has a log of its own.
  if (acts->empty() || acts->front().entry.previous != from.hash) return true;
  return !std::ranges::all_of(*acts, [&](const auto& one) { return leaves_(one.entry.act.code); });
}

}  // namespace liem::assessment
