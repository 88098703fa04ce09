// What the log says of everything that is done: one function per act. Names of files and what is
// in them are left out, since they may have to be erased; their hash stands for them.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "accounts/api_token.h"
#include "assessment/acceptance.h"
#include "assessment/access.h"
#include "assessment/account_store.h"
#include "assessment/delegation_store.h"
#include "assessment/document.h"
#include "assessment/identity_store.h"
#include "assessment/plan_store.h"
#include "assessment/publication.h"
#include "assessment/round.h"
#include "assessment/set_move_store.h"
#include "assessment/work_store.h"
#include "ledger/entry.h"

namespace liem::assessment {
struct RoundPlan;
}

namespace liem::assessment::acts {

using ledger::Act;
using Time = std::chrono::sys_seconds;

// Every code; words in data/locales/messages/act.yaml under "act.<code>".
inline constexpr std::string_view round_imported = "round_imported";
inline constexpr std::string_view papers_imported = "papers_imported";
inline constexpr std::string_view account_made = "account_made";
inline constexpr std::string_view set_moved = "set_moved";
inline constexpr std::string_view answers_moved = "answers_moved";
inline constexpr std::string_view document_added = "document_added";
inline constexpr std::string_view document_removed = "document_removed";
inline constexpr std::string_view finding_accepted = "finding_accepted";
inline constexpr std::string_view acceptance_withdrawn = "acceptance_withdrawn";
inline constexpr std::string_view signed_in = "signed_in";
inline constexpr std::string_view sign_in_failed = "sign_in_failed";
inline constexpr std::string_view openid_signed_in = "openid_signed_in";
inline constexpr std::string_view openid_sign_in_failed = "openid_sign_in_failed";
inline constexpr std::string_view identity_linked = "identity_linked";
inline constexpr std::string_view identity_unlinked = "identity_unlinked";
inline constexpr std::string_view signed_out = "signed_out";
inline constexpr std::string_view file_downloaded = "file_downloaded";
inline constexpr std::string_view access_refused = "access_refused";
inline constexpr std::string_view log_exported = "log_exported";
inline constexpr std::string_view list_exported = "list_exported";
inline constexpr std::string_view repeated = "repeated";
inline constexpr std::string_view account_disabled = "account_disabled";
inline constexpr std::string_view account_enabled = "account_enabled";
inline constexpr std::string_view password_changed = "password_changed";
inline constexpr std::string_view password_reset = "password_reset";
inline constexpr std::string_view proof_failed = "proof_failed";
inline constexpr std::string_view second_step_begun = "second_step_begun";
inline constexpr std::string_view second_step_added = "second_step_added";
inline constexpr std::string_view second_step_removed = "second_step_removed";
inline constexpr std::string_view recovery_code_used = "recovery_code_used";
inline constexpr std::string_view session_ended = "session_ended";
inline constexpr std::string_view other_sessions_ended = "other_sessions_ended";
inline constexpr std::string_view token_made = "token_made";
inline constexpr std::string_view token_revoked = "token_revoked";
inline constexpr std::string_view backup_made = "backup_made";
inline constexpr std::string_view backup_restored = "backup_restored";
inline constexpr std::string_view work_done = "work_done";
inline constexpr std::string_view answers_saved = "answers_saved";
inline constexpr std::string_view deadline_set = "deadline_set";
inline constexpr std::string_view evidence_judged = "evidence_judged";
inline constexpr std::string_view report_put_in = "report_put_in";
inline constexpr std::string_view evidence_attached = "evidence_attached";
inline constexpr std::string_view delegation_made = "delegation_made";
inline constexpr std::string_view delegation_ended = "delegation_ended";
inline constexpr std::string_view round_planned = "round_planned";
inline constexpr std::string_view task_put = "task_put";
inline constexpr std::string_view criteria_assigned = "criteria_assigned";
inline constexpr std::string_view notices_chosen = "notices_chosen";
inline constexpr std::string_view result_published = "result_published";
inline constexpr std::string_view package_exported = "package_exported";
inline constexpr std::string_view package_received = "package_received";
inline constexpr std::string_view all[] = {
    round_imported,     papers_imported,   account_made,
    set_moved,          answers_moved,     document_added,
    document_removed,   finding_accepted,  acceptance_withdrawn,
    signed_in,          sign_in_failed,    signed_out,
    file_downloaded,    access_refused,    log_exported,
    repeated,           account_disabled,  account_enabled,
    password_changed,   password_reset,    proof_failed,
    second_step_begun,  second_step_added, second_step_removed,
    recovery_code_used, session_ended,     other_sessions_ended,
    token_made,         token_revoked,     backup_made,
    backup_restored,    openid_signed_in,  openid_sign_in_failed,
    identity_linked,    identity_unlinked, work_done,
    answers_saved,      deadline_set,      evidence_judged,
    report_put_in,      evidence_attached, delegation_made,
    delegation_ended,   round_planned,     task_put,
    criteria_assigned,  notices_chosen,    result_published,
    list_exported,      package_exported,  package_received};

// Of the round, of what each unit handed in, and of each account; `by` works at a terminal.
std::vector<Act> of_import(const RoundImport& import, const std::string& by, Time at);
// Of the round and of each unit whose answers it changes; `by` works at a terminal, for move.by.
std::vector<Act> of_move(const SetMove& move, const std::string& by);

Act of_added(const Viewer& viewer, const Document& document);
Act of_removed(const Viewer& viewer, const Document& document, Time at);
// `before` is what stood until then, if anything did.
Act of_acceptance(const Viewer& viewer, const AcceptanceScope& scope, const Acceptance& acceptance,
                  const Acceptance* before);

Act of_sign_in(const Viewer& viewer, Time at, SignInWay way = SignInWay::password);
// A name that is no account's is left out: people type passwords into the wrong field.
Act of_failed_sign_in(const Account* account, Time at);
// Of whom the provider named, where that is an account's; `refusal` is the code people were told.
Act of_failed_openid(const Account* account, std::string_view refusal, Time at);
Act of_sign_out(const Viewer& viewer, Time at);
Act of_recovery(const Viewer& viewer, Time at);
Act of_failed_proof(const Viewer& viewer, Time at);
// What an account's holder does with it: `code` is one of the above.
Act of_own_account(std::string_view code, const Viewer& viewer, Time at);
// What `by`, at a terminal, does with an account.
Act of_account(std::string_view code, const std::string& by, const Account& account, Time at);
Act of_new_account(const std::string& by, const Account& account, Time at);
// Tells the provider, and the hash of what it calls the person, which may be a citizen's number.
Act of_link(const std::string& by, const Account& account, const Identity& identity);
// Without its name, which people type.
Act of_new_token(const Viewer& viewer, const accounts::ApiToken& token);
Act of_delegation(const Viewer& viewer, const Delegation& delegation);
Act of_ended_delegation(const Viewer& viewer, const Delegation& delegation, Time at);
Act of_revoked_token(const Viewer& viewer, const std::string& id, Time at);

// Of a round's work (work.h).
Act of_work(const Viewer& viewer, const std::string& round, const WorkAct& act);
// Of an act that publishes: names the document by its hash.
Act of_publication(const Viewer& viewer, const Publication& publication);
Act of_draft(const Viewer& viewer, const std::string& round, const std::string& unit,
             const std::string& criterion, const Draft& draft);
Act of_deadline(const Viewer& viewer, const std::string& round, const StepDue& due,
                const std::string& reason, Time at);
// Of the round with its units; deadlines have entries of their own.
Act of_plan(const Viewer& viewer, const RoundPlan& plan, Time at);
// `before` is what stood until then, if anything did.
Act of_task(const Viewer& viewer, const std::string& round, const RoundTask* before,
            const RoundTask& task, Time at);
// What a unit has in all.
Act of_assignments(const Viewer& viewer, const std::string& round, const std::string& unit,
                   const std::vector<Assignment>& all, Time at);
Act of_report(const Viewer& viewer, const std::string& round, const std::string& unit,
              const std::string& sha256, Time at);
Act of_attachment(const Viewer& viewer, const std::string& round, const std::string& unit,
                  const Evidence& evidence, Time at);
Act of_verdict(const Viewer& viewer, const std::string& round, const JudgedEvidence& verdict);

// Of a file with these bytes; `object` is the row it hangs on.
Act of_download(const Viewer& viewer, const ledger::Object& object, const std::string& unit,
                const std::string& sha256, Time at);
// `asked` is method and path, `code` the refusal's.
Act of_refusal(const Viewer& viewer, std::string_view asked, std::string_view code, Time at);
// Of `rows` rows of a list, named as the messages "list_title.<list>"; `of` says of what.
Act of_list_export(const Viewer& viewer, const ledger::Object& of, std::string_view list,
                   std::string_view format, std::uint64_t rows, Time at);
Act of_log_export(const std::string& by, std::uint64_t entries, Time at);
// Of all there is, by whoever works at a terminal; the object is left to whoever writes it down.
Act of_backup(const std::string& by, Time at);
// `taken`: the moment the copy is of.
Act of_restore(const std::string& by, Time taken, Time at);
// So many more acts like this one, from its time until `until`.
Act of_repeated(const Act& act, std::uint64_t times, Time until);

}  // namespace liem::assessment::acts
