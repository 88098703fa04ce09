#include "assessment/package_round.h"

#include <set>

#include "assessment/package.h"
#include "assessment/package_json.h"
#include "ledger/canonical.h"
#include "ledger/export.h"

namespace liem::assessment {
namespace {

namespace json = boost::json;

constexpr std::string_view round_form = "liem.package.round/1";

json::value iso_or_null(const std::optional<Date>& date) {
  return date ? json::value(to_iso(*date)) : json::value(nullptr);
}

json::value points_or_null(const std::optional<Decimal>& points) {
  return points ? json::value(points->to_string()) : json::value(nullptr);
}

json::array texts_json(const std::vector<std::string>& texts) {
  json::array out;
  for (const auto& one : texts) out.emplace_back(one);
  return out;
}

template <class T, class Write>
json::array each_json(const std::vector<T>& all, Write write) {
  json::array out;
  for (const auto& one : all) out.push_back(write(one));
  return out;
}

json::object unit_object(const Unit& unit) {
  return {{"id", unit.id},
          {"name", words_json(unit.name)},
          {"kind", std::string(organisation::name_of(unit.kind))},
          {"above", text_or_null(unit.parent)},
          {"from", to_iso(unit.from)},
          {"to", iso_or_null(unit.to)},
          {"basis", unit.basis}};
}

json::object due_object(const StepDue& due) {
  return {{"unit", text_or_null(due.unit)}, {"step", due.step}, {"due", to_iso(due.due)}};
}

json::object act_object(const WorkAct& act) {
  return {{"unit", text_or_null(act.thing.unit)},
          {"criterion", text_or_null(act.thing.criterion)},
          {"act", act.act},
          {"state", text_or_null(act.state)},
          {"by", act.by.name},
          {"for", text_or_null(act.by.for_name)},
          {"at", ledger::time_text(act.at)},
          {"reason", text_or_null(act.reason)},
          {"points", points_or_null(act.points)},
          {"version", act.version ? json::value(*act.version) : json::value(nullptr)}};
}

json::object quote_object(const Quote& quote) {
  return {{"item", quote.item}, {"begin", quote.begin}, {"end", quote.end}};
}

json::object evidence_object(const Evidence& one) {
  json::value file;
  if (one.file) {
    file = json::object{
        {"name", one.file->name}, {"size", one.file->size}, {"sha256", one.file->sha256}};
  }
  return {{"type", one.type},
          {"number", maybe_json(one.number)},
          {"date", iso_or_null(one.date)},
          {"issuer", maybe_json(one.issuer)},
          {"title", one.title},
          {"criteria", texts_json(one.criteria)},
          {"file", std::move(file)}};
}

json::object verdict_object(const JudgedEvidence& one) {
  return {{"document", one.document},
          {"criterion", one.criterion},
          {"verdict", std::string(name_of(one.verdict))},
          {"page", one.page ? json::value(*one.page) : json::value(nullptr)},
          {"reason", text_or_null(one.reason)},
          {"by", one.by.name},
          {"for", text_or_null(one.by.for_name)},
          {"at", ledger::time_text(one.at)}};
}

json::value version_json(const FileVersion& version) {
  if (version.version == 0) return nullptr;
  return json::object{{"number", version.version},
                      {"by", version.by.name},
                      {"for", text_or_null(version.by.for_name)},
                      {"at", ledger::time_text(version.at)}};
}

json::object file_object(const PackagedFile& file) {
  const auto& papers = file.submission;
  return {{"unit", papers.unit},
          {"report_sha256", maybe_json(papers.report_sha256)},
          {"answers_sha256", maybe_json(papers.answers_sha256)},
          {"version", version_json(file.version)},
          {"quotes", each_json(papers.quotes, quote_object)},
          {"evidence", each_json(papers.evidence, evidence_object)},
          {"verdicts", each_json(file.verdicts, verdict_object)},
          {"answers", file.answers},
          {"criteria", file.criteria}};
}

json::object round_object(const PackagedRound& all) {
  const auto& round = all.round;
  return {{"id", round.id},
          {"title", words_json(round.title)},
          {"year", round.year},
          {"from", to_iso(round.from)},
          {"to", to_iso(round.to)},
          {"set", json::object{{"id", round.set.id},
                               {"version", round.set.version},
                               {"title", words_json(round.set.title)},
                               {"sha256", round.set.sha256},
                               {"items_sha256", round.items_sha256},
                               {"law_sha256", maybe_json(round.law_sha256)},
                               {"criteria", all.criteria}}}};
}

}  // namespace

std::string text_of(const PackagedRound& round) {
  return ledger::canonical_json(json::object{{"form", std::string(round_form)},
                                             {"province", round.province},
                                             {"round", round_object(round)},
                                             {"units", each_json(round.units, unit_object)},
                                             {"deadlines", each_json(round.deadlines, due_object)},
                                             {"files", each_json(round.files, file_object)},
                                             {"acts", each_json(round.acts, act_object)}});
}

std::vector<std::string> files_named(const PackagedRound& round) {
  std::set<std::string> out{round.round.set.sha256, round.round.items_sha256};
  const auto add = [&](const std::optional<std::string>& sha256) {
    if (sha256) out.insert(*sha256);
  };
  add(round.round.law_sha256);
  for (const auto& file : round.files) {
    add(file.submission.report_sha256);
    add(file.submission.answers_sha256);
    for (const auto& row : file.submission.evidence) {
      if (row.file) out.insert(row.file->sha256);
    }
  }
  return {out.begin(), out.end()};
}

}  // namespace liem::assessment
