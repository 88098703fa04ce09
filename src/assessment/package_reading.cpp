// round.json back into what it was written from.
#include <algorithm>
#include <map>
#include <set>

#include "assessment/package.h"
#include "assessment/package_json.h"
#include "assessment/package_round.h"

namespace liem::assessment {
namespace {

namespace json = boost::json;

constexpr std::int64_t most_bytes = std::int64_t{1} << 40;
constexpr std::int64_t most_rows = 1'000'000;
constexpr int last_year = 9999;

std::optional<int> maybe_whole(const PackageFields& from, std::string_view name) {
  if (from.value(name).is_null()) return std::nullopt;
  return static_cast<int>(from.whole(name, 1, most_rows));
}

Doer doer_in(const PackageFields& from) {
  return {"", from.text("by"), "", from.text_or_empty("for")};
}

Unit unit_in(const PackageFields& from) {
  Unit out;
  out.id = from.id("id");
  out.name = from.words("name");
  const auto kind = organisation::unit_kind_of(from.text("kind"));
  if (!kind) from.flaw().note("units.kind");
  out.kind = kind.value_or(out.kind);
  out.parent = from.id_or_empty("above");
  out.from = from.date("from");
  out.to = from.maybe_date("to");
  out.basis = from.text("basis");
  return out;
}

Evidence evidence_in(const PackageFields& from) {
  Evidence out;
  out.type = from.text("type");
  out.number = from.maybe_text("number");
  out.date = from.maybe_date("date");
  out.issuer = from.maybe_text("issuer");
  out.title = from.text("title");
  out.criteria = from.texts("criteria");
  if (from.value("file").is_null()) return out;
  const auto file = from.in("file");
  out.file =
      AttachedFile{file.text("name"), static_cast<std::uint64_t>(file.whole("size", 0, most_bytes)),
                   file.sha256("sha256")};
  if (out.file->name.find('/') != std::string::npos) file.flaw().note("evidence.file.name");
  return out;
}

JudgedEvidence verdict_in(const PackageFields& from, const PackagedFile& file) {
  JudgedEvidence out;
  const auto rows = static_cast<std::int64_t>(file.submission.evidence.size());
  out.unit = file.submission.unit;
  out.document = static_cast<int>(from.whole("document", 1, std::max<std::int64_t>(rows, 1)));
  out.criterion = from.text("criterion");
  const auto verdict = evidence_verdict_of(from.text("verdict"));
  if (!verdict || rows == 0) from.flaw().note("verdicts");
  out.verdict = verdict.value_or(out.verdict);
  out.page = maybe_whole(from, "page");
  out.reason = from.text_or_empty("reason");
  out.by = doer_in(from);
  out.at = from.time("at");
  return out;
}

FileVersion version_in(const PackageFields& from, const Submission& papers) {
  FileVersion out{papers.unit, 0, papers.answers_sha256, papers.report_sha256, {}, {}};
  if (from.value("version").is_null()) return out;
  const auto version = from.in("version");
  out.version = static_cast<int>(version.whole("number", 1, most_rows));
  out.by = doer_in(version);
  out.at = version.time("at");
  return out;
}

PackagedFile file_in(const PackageFields& from) {
  PackagedFile out;
  auto& papers = out.submission;
  papers.unit = from.id("unit");
  papers.report_sha256 = from.maybe_sha256("report_sha256");
  papers.answers_sha256 = from.maybe_sha256("answers_sha256");
  from.each("quotes", [&](const PackageFields& one) {
    const auto begin = one.whole("begin", 0, most_bytes);
    papers.quotes.push_back({one.text("item"), static_cast<std::size_t>(begin),
                             static_cast<std::size_t>(one.whole("end", begin, most_bytes))});
  });
  from.each("evidence",
            [&](const PackageFields& one) { papers.evidence.push_back(evidence_in(one)); });
  from.each("verdicts",
            [&](const PackageFields& one) { out.verdicts.push_back(verdict_in(one, out)); });
  out.version = version_in(from, papers);
  if ((out.version.version == 0) != !papers.answers_sha256) from.flaw().note("files.version");
  out.answers = from.list("answers");
  out.criteria = from.list("criteria");
  return out;
}

WorkAct act_in(const PackageFields& from) {
  WorkAct out;
  out.thing = {from.id_or_empty("unit"), from.text_or_empty("criterion")};
  out.act = from.text("act");
  out.state = from.text_or_empty("state");
  out.by = doer_in(from);
  out.at = from.time("at");
  out.reason = from.text_or_empty("reason");
  out.points = from.maybe_points("points");
  out.version = maybe_whole(from, "version");
  return out;
}

void read_round(const PackageFields& from, PackagedRound& out) {
  auto& round = out.round;
  round.id = from.id("id");
  round.title = from.words("title");
  round.year = static_cast<int>(from.whole("year", 1, last_year));
  round.from = from.date("from");
  round.to = from.date("to");
  const auto set = from.in("set");
  round.set = {set.text("id"), set.text("version"), set.sha256("sha256"), set.words("title")};
  round.items_sha256 = set.sha256("items_sha256");
  round.law_sha256 = set.maybe_sha256("law_sha256");
  out.criteria = set.list("criteria");
}

// Nobody stands above himself; who stands above may have ended before the round.
bool has_circle(const std::vector<Unit>& units) {
  std::map<std::string_view, std::string_view> above;
  for (const auto& unit : units) above.emplace(unit.id, unit.parent);
  return std::ranges::any_of(units, [&](const Unit& unit) {
    std::string_view at = unit.id;
    for (std::size_t steps = 0; steps <= units.size(); ++steps) {
      const auto found = above.find(at);
      if (found == above.end()) return false;
      at = found->second;
    }
    return true;
  });
}

// Every unit named is one of the round's, each once, and the province is among them.
void check_units(const PackagedRound& round, Flaw& flaw) {
  std::set<std::string_view> units, files;
  for (const auto& unit : round.units) {
    if (!units.insert(unit.id).second) flaw.note("units.id");
  }
  const auto known = [&](const std::string& unit) { return unit.empty() || units.contains(unit); };
  for (const auto& file : round.files) {
    const auto& unit = file.submission.unit;
    if (!known(unit) || !files.insert(unit).second) flaw.note("files.unit");
  }
  const auto unknown = [&](const auto& one) { return !known(one); };
  if (std::ranges::any_of(round.deadlines, unknown, &StepDue::unit)) flaw.note("deadlines.unit");
  for (const auto& act : round.acts) {
    const bool stray = act.thing.unit.empty() && !act.thing.criterion.empty();
    if (stray || !known(act.thing.unit)) flaw.note("acts.unit");
  }
  if (has_circle(round.units)) flaw.note("units.above");
  if (!units.contains(round.province)) flaw.note("province");
}

PackagedRound round_in(const PackageFields& from) {
  PackagedRound out;
  out.province = from.id("province");
  read_round(from.in("round"), out);
  from.each("units", [&](const PackageFields& one) { out.units.push_back(unit_in(one)); });
  from.each("deadlines", [&](const PackageFields& one) {
    out.deadlines.push_back({one.id_or_empty("unit"), one.text("step"), one.date("due")});
  });
  from.each("files", [&](const PackageFields& one) { out.files.push_back(file_in(one)); });
  from.each("acts", [&](const PackageFields& one) { out.acts.push_back(act_in(one)); });
  check_units(out, from.flaw());
  return out;
}

}  // namespace

Result<PackagedRound> read_packaged_round(std::string_view bytes) {
  const auto refused = [](std::string_view reason) {
    return fail(errors::not_a_package,
                {{"member", std::string(round_name)}, {"reason", std::string(reason)}});
  };
  const auto object = package_object(bytes);
  if (!object) return refused("JSON");
  Flaw flaw;
  auto out = round_in(PackageFields(*object, flaw));
  if (!flaw.where.empty()) return refused(flaw.where);
  if (text_of(out) != bytes) return refused("canonical");
  return out;
}

}  // namespace liem::assessment
