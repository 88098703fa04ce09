#include "assessment/acts.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include "assessment/digest.h"
#include "assessment/round_plan.h"
#include "base/date.h"
#include "base/utf8.h"
#include "ledger/canonical.h"

namespace liem::assessment::acts {
namespace {

namespace json = boost::json;
using ledger::State;

State in_words(const json::value& value) { return State::json(ledger::canonical_json(value)); }

Act act_of(std::string_view code, const std::string& actor, Time at) {
  Act out;
  out.at = at;
  out.actor = actor;
  out.code = code;
  return out;
}

// Of somebody signed in, who may act for another.
Act act_by(std::string_view code, const Viewer& viewer, Time at) {
  Act out = act_of(code, viewer.account, at);
  if (viewer.acting_for) out.on_behalf_of = viewer.acting_for->account;
  return out;
}

json::value hash_or_null(const std::optional<std::string>& sha256) {
  return sha256 ? json::value(*sha256) : json::value(nullptr);
}

json::object set_json(const SetReference& set) {
  return {{"set", set.id}, {"version", set.version}, {"sha256", set.sha256}};
}

json::object papers_json(const Submission& submission) {
  json::array files;
  for (const auto& row : submission.evidence) {
    if (row.file) files.emplace_back(row.file->sha256);
  }
  return {{"report", hash_or_null(submission.report_sha256)},
          {"answers", hash_or_null(submission.answers_sha256)},
          {"evidence", submission.evidence.size()},
          {"files", std::move(files)}};
}

json::object acceptance_json(const Acceptance& acceptance) {
  return {{"accepted", acceptance.verdict == Verdict::accepted}, {"reason", acceptance.reason}};
}

// At most `longest` bytes, ending between two characters.
std::string cut(std::string_view text, std::size_t longest) {
  text = text.substr(0, longest);
  const auto bad = utf8::find_invalid(text);
  return std::string(text.substr(0, bad));
}

}  // namespace

std::vector<Act> of_import(const RoundImport& import, const std::string& by, Time at) {
  std::vector<Act> out;
  Act round = act_of(round_imported, by, at);
  round.object = {"round", import.round.id};
  auto described = set_json(import.round.set);
  described["units"] = import.units.size();
  described["submissions"] = import.submissions.size();
  round.after = in_words(described);
  out.push_back(std::move(round));
  for (const auto& submission : import.submissions) {
    Act papers = act_of(papers_imported, by, at);
    papers.object = {"submission", import.round.id + "." + submission.unit};
    papers.unit = submission.unit;
    papers.after = in_words(papers_json(submission));
    out.push_back(std::move(papers));
  }
  for (const auto& account : import.accounts) out.push_back(of_new_account(by, account, at));
  return out;
}

std::vector<Act> of_move(const SetMove& move, const std::string& by) {
  std::vector<Act> out;
  Act round = act_of(set_moved, by, move.at);
  round.on_behalf_of = move.by;
  round.object = {"round", move.round};
  round.before = in_words(set_json(move.from));
  round.after = in_words(set_json(move.to));
  round.reason = move.reason;
  out.push_back(round);
  const auto by_hash = [](const std::optional<std::string>& sha256) {
    return sha256 ? State::hash(*sha256) : State{};
  };
  for (const auto& papers : move.answers) {
    Act moved = act_of(answers_moved, by, move.at);
    moved.on_behalf_of = move.by;
    moved.object = {"submission", move.round + "." + papers.unit};
    moved.unit = papers.unit;
    moved.before = by_hash(papers.answers_before);
    moved.after = by_hash(papers.answers_after);
    moved.reason = move.reason;
    out.push_back(std::move(moved));
  }
  return out;
}

Act of_added(const Viewer& viewer, const Document& document) {
  Act out = act_by(document_added, viewer, document.created);
  out.object = {"document", document.id};
  out.unit = document.unit;
  out.after = State::hash(document.sha256);
  return out;
}

Act of_removed(const Viewer& viewer, const Document& document, Time at) {
  Act out = act_by(document_removed, viewer, at);
  out.object = {"document", document.id};
  out.unit = document.unit;
  out.before = State::hash(document.sha256);
  return out;
}

Act of_acceptance(const Viewer& viewer, const AcceptanceScope& scope, const Acceptance& acceptance,
                  const Acceptance* before) {
  const bool accepted = acceptance.verdict == Verdict::accepted;
  Act out = act_by(accepted ? finding_accepted : acceptance_withdrawn, viewer, acceptance.at);
  out.object = {"finding",
                scope.round.empty() ? acceptance.finding : scope.round + "." + acceptance.finding};
  out.unit = scope.unit;
  if (before != nullptr) out.before = in_words(acceptance_json(*before));
  out.after = in_words(acceptance_json(acceptance));
  out.reason = acceptance.reason;
  return out;
}

Act of_own_account(std::string_view code, const Viewer& viewer, Time at) {
  Act out = act_of(code, viewer.account, at);
  out.object = {"account", viewer.account};
  out.unit = viewer.unit;
  return out;
}

Act of_account(std::string_view code, const std::string& by, const Account& account, Time at) {
  Act out = act_of(code, by, at);
  out.object = {"account", account.account};
  out.unit = account.unit;
  return out;
}

Act of_new_account(const std::string& by, const Account& account, Time at) {
  Act out = of_account(account_made, by, account, at);
  out.after = in_words(json::object{{"role", std::string(name_of(account.role))}});
  return out;
}

Act of_link(const std::string& by, const Account& account, const Identity& identity) {
  Act out = of_account(identity_linked, by, account, identity.linked);
  out.after = in_words(
      json::object{{"issuer", identity.issuer},
                   {"subject_sha256", sha256_of(identity.issuer + "\n" + identity.subject)}});
  return out;
}

Act of_new_token(const Viewer& viewer, const accounts::ApiToken& token) {
  Act out = of_own_account(token_made, viewer, token.created);
  out.object = {"token", token.id};
  json::array scopes;
  for (const auto scope : token.scopes) scopes.emplace_back(std::string(accounts::name_of(scope)));
  out.after = in_words(json::object{{"scopes", std::move(scopes)},
                                    {"expires", token.expires.time_since_epoch().count()}});
  return out;
}

Act of_delegation(const Viewer& viewer, const Delegation& delegation) {
  Act out = act_of(delegation_made, viewer.account, delegation.made);
  out.object = {"delegation", delegation.id};
  out.unit = delegation.unit;
  out.after = in_words(json::object{{"principal", delegation.principal},
                                    {"delegate", delegation.delegate},
                                    {"role", std::string(name_of(delegation.role))},
                                    {"from", to_iso(delegation.from)},
                                    {"to", to_iso(delegation.to)},
                                    {"document", delegation.document}});
  out.reason = delegation.reason;
  return out;
}

Act of_ended_delegation(const Viewer& viewer, const Delegation& delegation, Time at) {
  Act out = act_of(delegation_ended, viewer.account, at);
  out.object = {"delegation", delegation.id};
  out.unit = delegation.unit;
  out.after = in_words(
      json::object{{"principal", delegation.principal}, {"delegate", delegation.delegate}});
  return out;
}

Act of_revoked_token(const Viewer& viewer, const std::string& id, Time at) {
  Act out = of_own_account(token_revoked, viewer, at);
  out.object = {"token", id};
  return out;
}

Act of_sign_in(const Viewer& viewer, Time at, SignInWay way) {
  return of_own_account(way == SignInWay::openid ? openid_signed_in : signed_in, viewer, at);
}
Act of_sign_out(const Viewer& viewer, Time at) { return of_own_account(signed_out, viewer, at); }
Act of_recovery(const Viewer& viewer, Time at) {
  return of_own_account(recovery_code_used, viewer, at);
}
Act of_failed_proof(const Viewer& viewer, Time at) {
  return of_own_account(proof_failed, viewer, at);
}

Act of_failed_openid(const Account* account, std::string_view refusal, Time at) {
  Act out = of_failed_sign_in(account, at);
  out.code = openid_sign_in_failed;
  out.after = in_words(json::object{{"refusal", std::string(refusal)}});
  return out;
}

Act of_failed_sign_in(const Account* account, Time at) {
  Act out = act_of(sign_in_failed, "", at);
  out.object = {"account", account == nullptr ? "" : account->account};
  if (account != nullptr) out.unit = account->unit;
  return out;
}

namespace {

// "<round>.<unit>.<criterion>", as far as it goes.
std::string id_of(const std::string& round, const Thing& thing) {
  std::string out = round;
  for (const auto* part : {&thing.unit, &thing.criterion}) {
    if (!part->empty()) out += "." + *part;
  }
  return out;
}

Act of_round(std::string_view code, const Viewer& viewer, const std::string& round,
             const Thing& thing, Time at) {
  Act out = act_by(code, viewer, at);
  out.object = {"work", id_of(round, thing)};
  out.unit = thing.unit;
  return out;
}

}  // namespace

Act of_work(const Viewer& viewer, const std::string& round, const WorkAct& act) {
  Act out = of_round(work_done, viewer, round, act.thing, act.at);
  json::object after{{"act", act.act}, {"state", act.state}};
  if (act.points) after["points"] = act.points->to_string();
  if (act.version) after["version"] = *act.version;
  out.after = in_words(after);
  out.reason = act.reason;
  return out;
}

Act of_publication(const Viewer& viewer, const Publication& publication) {
  Act out = act_by(result_published, viewer, publication.at);
  out.object = {"publication", publication.round + "." + std::to_string(publication.number)};
  out.after = in_words(json::object{
      {"act", publication.act}, {"number", publication.number}, {"sha256", publication.sha256}});
  out.reason = publication.reason;
  return out;
}

Act of_draft(const Viewer& viewer, const std::string& round, const std::string& unit,
             const std::string& criterion, const Draft& draft) {
  Act out = of_round(answers_saved, viewer, round, {unit, criterion}, draft.saved);
  out.after = State::hash(draft.sha256);
  return out;
}

Act of_deadline(const Viewer& viewer, const std::string& round, const StepDue& due,
                const std::string& reason, Time at) {
  Act out = of_round(deadline_set, viewer, round, {due.unit, ""}, at);
  out.after = in_words(json::object{{"step", due.step}, {"due", to_iso(due.due)}});
  out.reason = reason;
  return out;
}

Act of_plan(const Viewer& viewer, const RoundPlan& plan, Time at) {
  const auto& round = plan.import.round;
  Act out = of_round(round_planned, viewer, round.id, {}, at);
  auto described = set_json(round.set);
  described["from"] = to_iso(round.from);
  described["to"] = to_iso(round.to);
  described["units"] = plan.import.units.size();
  described["copied_from"] = plan.copied_from;
  out.after = in_words(described);
  return out;
}

Act of_task(const Viewer& viewer, const std::string& round, const RoundTask* before,
            const RoundTask& task, Time at) {
  const auto described = [](const RoundTask& one) {
    return in_words(json::object{{"task", one.id},
                                 {"due", one.due ? to_iso(*one.due) : ""},
                                 {"unit", one.unit},
                                 {"state", std::string(name_of(one.state))},
                                 {"document", one.document}});
  };
  Act out = of_round(task_put, viewer, round, {}, at);
  if (before != nullptr) out.before = described(*before);
  out.after = described(task);
  out.reason = task.reason;
  return out;
}

Act of_assignments(const Viewer& viewer, const std::string& round, const std::string& unit,
                   const std::vector<Assignment>& given, Time at) {
  json::object described;
  for (const auto& one : given) {
    auto& accounts = described[one.criterion];
    if (accounts.is_null()) accounts = json::array{};
    accounts.as_array().emplace_back(one.account);
  }
  Act out = of_round(criteria_assigned, viewer, round, {unit, ""}, at);
  out.after = in_words(described);
  return out;
}

Act of_report(const Viewer& viewer, const std::string& round, const std::string& unit,
              const std::string& sha256, Time at) {
  Act out = of_round(report_put_in, viewer, round, {unit, ""}, at);
  out.after = State::hash(sha256);
  return out;
}

Act of_attachment(const Viewer& viewer, const std::string& round, const std::string& unit,
                  const Evidence& evidence, Time at) {
  Act out = of_round(evidence_attached, viewer, round, {unit, ""}, at);
  json::array criteria;
  for (const auto& code : evidence.criteria) criteria.emplace_back(code);
  out.after = in_words(json::object{
      {"criteria", std::move(criteria)},
      {"sha256",
       hash_or_null(evidence.file ? std::optional(evidence.file->sha256) : std::nullopt)}});
  return out;
}

Act of_verdict(const Viewer& viewer, const std::string& round, const JudgedEvidence& verdict) {
  Act out = of_round(evidence_judged, viewer, round, {verdict.unit, verdict.criterion}, verdict.at);
  json::object after{{"document", verdict.document},
                     {"verdict", std::string(name_of(verdict.verdict))}};
  if (verdict.page) after["page"] = *verdict.page;
  out.after = in_words(after);
  out.reason = verdict.reason;
  return out;
}

Act of_download(const Viewer& viewer, const ledger::Object& object, const std::string& unit,
                const std::string& sha256, Time at) {
  Act out = act_by(file_downloaded, viewer, at);
  out.object = object;
  out.unit = unit;
  out.after = State::hash(sha256);
  return out;
}

Act of_refusal(const Viewer& viewer, std::string_view asked, std::string_view code, Time at) {
  constexpr std::size_t longest_path = 200;
  Act out = act_by(access_refused, viewer, at);
  out.object = {"route", cut(asked, longest_path)};
  out.unit = viewer.unit;
  out.after = in_words(json::object{{"refusal", std::string(code)}});
  return out;
}

Act of_list_export(const Viewer& viewer, const ledger::Object& of, std::string_view list,
                   std::string_view format, std::uint64_t rows, Time at) {
  Act out = act_by(list_exported, viewer, at);
  out.object = of;
  out.unit = viewer.unit;
  out.after = in_words(
      json::object{{"list", std::string(list)}, {"format", std::string(format)}, {"rows", rows}});
  return out;
}

Act of_log_export(const std::string& by, std::uint64_t entries, Time at) {
  Act out = act_of(log_exported, by, at);
  out.object = {"log", ""};
  out.after = in_words(json::object{{"entries", entries}});
  return out;
}

Act of_backup(const std::string& by, Time at) { return act_of(backup_made, by, at); }

Act of_restore(const std::string& by, Time taken, Time at) {
  Act out = act_of(backup_restored, by, at);
  const Date day{std::chrono::floor<std::chrono::days>(taken)};
  out.after = in_words(json::object{{"taken", to_iso(day)}});
  return out;
}

Act of_repeated(const Act& act, std::uint64_t times, Time until) {
  Act out = act;
  out.code = repeated;
  out.at = until;
  out.before = {};
  out.after = in_words(json::object{
      {"act", act.code}, {"times", times}, {"from", act.at.time_since_epoch().count()}});
  return out;
}

}  // namespace liem::assessment::acts
