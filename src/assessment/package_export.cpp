#include "assessment/package_export.h"

#include <algorithm>

#include "assessment/digest.h"
#include "assessment/package_json.h"
#include "indicators/mapping.h"
#include "indicators/rolled_up.h"

namespace liem::assessment {
namespace {

namespace json = boost::json;
using indicators::Answer;
using indicators::Criterion;

constexpr std::pair<std::string_view, Layer> given_scores[] = {{"appraised", Layer::appraised},
                                                               {"submitted", Layer::submitted}};

std::string state_text(figures::AnswerState state) { return std::string(figures::name_of(state)); }

json::value value_json(const Answer& answer) {
  if (const auto* yes = std::get_if<bool>(&answer.value)) return *yes;
  if (const auto* number = std::get_if<Decimal>(&answer.value)) return number->to_string().c_str();
  return nullptr;
}

json::object part_json(const indicators::FigurePart& part) {
  const auto& figure = part.figure.figure;
  const bool given = figure.state == figures::AnswerState::given;
  return {{"unit", part.unit->id},
          {"own", part.own},
          {"state", state_text(figure.state)},
          {"value", given ? json::value(figure.value.to_string()) : json::value(nullptr)}};
}

json::object answer_json(const std::string& item, const Answer& answer) {
  json::array parts;
  if (answer.rolled_up != nullptr) {
    for (const auto& part : answer.rolled_up->parts) parts.push_back(part_json(part));
  }
  return {{"item", item},
          {"state", state_text(answer.state)},
          {"value", value_json(answer)},
          {"ground", text_or_null(answer.ground)},
          {"source", json::object{{"kind", std::string(indicators::name_of(answer.source.kind))},
                                  {"text", text_or_null(answer.source.text)},
                                  {"note", text_or_null(answer.source.note)}}},
          {"day", answer.day ? json::value(to_iso(*answer.day)) : json::value(nullptr)},
          {"parts", std::move(parts)}};
}

json::value points_json(const Decimal* points) {
  return points == nullptr ? json::value(nullptr) : json::value(points->to_string());
}

// A leaf with the scores it has when it is handed in, each with its reason.
json::object leaf_json(const Criterion& leaf, const ScoredAnswers& scored, const WorkRecord& record,
                       const std::string& unit) {
  const auto self = scored.inputs.self.find(leaf.code);
  const auto* score = scored.score.find(leaf.code);
  const bool computed = score != nullptr && score->state == indicators::State::scored;
  const auto answered = score == nullptr ? indicators::State::blank : score->state;
  json::object out{
      {"code", leaf.code},
      {"answered", std::string(indicators::name_of(answered))},
      {"state", record.state({unit, leaf.code})},
      {"self", points_json(self == scored.inputs.self.end() ? nullptr : &self->second)},
      {"computed", points_json(computed ? &score->points.reached : nullptr)}};
  for (const auto& [name, layer] : given_scores) {
    const auto* act = record.score(layer, {unit, leaf.code});
    out[name] = points_json(act == nullptr ? nullptr : &*act->points);
    out[std::string(name) + "_reason"] = text_or_null(act == nullptr ? "" : act->reason);
  }
  return out;
}

void add_criteria(const std::vector<Criterion>& criteria, const std::string& above,
                  json::array& out) {
  for (const auto& one : criteria) {
    out.push_back(json::object{{"code", one.code},
                               {"above", text_or_null(above)},
                               {"title", words_json(one.title)},
                               {"maximum", one.points.to_string()},
                               {"leaf", one.leaf.has_value()}});
    add_criteria(one.children, one.code, out);
  }
}

// Reads everything a package is made of.
class Packing {
 public:
  explicit Packing(const RoundPlace& at) : at_(at) {}
  Result<PackagedRound> all();

 private:
  Result<void> read_round();
  Result<void> read_acts(const std::set<std::string, std::less<>>& handed_in);
  Result<void> add_file(const Unit& unit);
  Result<FileVersion> last_version(const Submission& papers) const;
  Result<std::shared_ptr<const ScoredAnswers>> scored(const Submission& papers) const;
  std::unexpected<Error> not_submitted() const {
    return fail(errors::not_submitted, {{"round", at_.round}});
  }

  const RoundPlace& at_;
  PackagedRound out_;
  std::optional<WorkRecord> record_;
  std::shared_ptr<const indicators::IndicatorSet> set_;
  std::shared_ptr<const RoundScores> scores_;
  std::vector<JudgedEvidence> verdicts_;
};

Result<void> Packing::read_round() {
  auto& [store, library, flow, province, id] = at_;
  auto round = store.round(province, id);
  if (!round) return std::unexpected(round.error());
  if (!*round) return fail(errors::no_round, {{"round", id}});
  out_.province = province;
  out_.round = std::move(**round);
  auto units = store.units(province, id);
  if (!units) return std::unexpected(units.error());
  out_.units = std::move(*units);
  auto deadlines = store.work().deadlines(province, id);
  if (!deadlines) return std::unexpected(deadlines.error());
  out_.deadlines = std::move(*deadlines);
  auto verdicts = store.work().verdicts(province, id, std::nullopt);
  if (!verdicts) return std::unexpected(verdicts.error());
  verdicts_ = std::move(*verdicts);
  return {};
}

// Those up to the last handing in: what is done with a package changes nothing of it.
Result<void> Packing::read_acts(const std::set<std::string, std::less<>>& handed_in) {
  auto acts = at_.store.work().acts(at_.province, at_.round, std::nullopt);
  if (!acts) return std::unexpected(acts.error());
  if (!at_.flow.is_submitted(WorkRecord(*acts, handed_in).round_state())) return not_submitted();
  const auto& submit = at_.flow.submitting()->act;
  const auto last = std::ranges::find(acts->rbegin(), acts->rend(), submit, &WorkAct::act);
  acts->erase(last.base(), acts->end());
  std::erase_if(*acts, [](const WorkAct& act) { return act.state.empty() && !act.points; });
  for (auto& act : *acts) act.by = {"", act.by.name, "", act.by.for_name};
  record_.emplace(*acts, handed_in);
  out_.acts = std::move(*acts);
  return {};
}

Result<std::shared_ptr<const ScoredAnswers>> Packing::scored(const Submission& papers) const {
  if (auto found = scores_->of(papers.unit)) return found;
  return at_.library.score(at_.store, at_.province, out_.round, papers.answers_sha256);
}

Result<FileVersion> Packing::last_version(const Submission& papers) const {
  FileVersion none{papers.unit, 0, papers.answers_sha256, papers.report_sha256, {}, {}};
  if (!papers.answers_sha256) return none;
  auto all = at_.store.work().versions(at_.province, at_.round, papers.unit);
  if (!all) return std::unexpected(all.error());
  if (all->empty()) return none;
  auto& last = all->back();
  last.by = {"", last.by.name, "", last.by.for_name};
  return std::move(last);
}

Result<void> Packing::add_file(const Unit& unit) {
  auto papers = at_.store.submission(at_.province, at_.round, unit.id);
  if (!papers) return std::unexpected(papers.error());
  const bool rolled_up = scores_->of(unit.id) != nullptr;
  if (!*papers && !rolled_up) return {};
  PackagedFile file;
  if (*papers) file.submission = std::move(**papers);
  file.submission.unit = unit.id;
  auto version = last_version(file.submission);
  if (!version) return std::unexpected(version.error());
  file.version = std::move(*version);
  const auto scored_answers = scored(file.submission);
  if (!scored_answers) return std::unexpected(scored_answers.error());
  for (const auto& [item, answer] : (*scored_answers)->inputs.answers) {
    file.answers.push_back(answer_json(item, answer));
  }
  for (const auto* leaf : indicators::leaves_of(*set_)) {
    file.criteria.push_back(leaf_json(*leaf, **scored_answers, *record_, unit.id));
  }
  for (auto& verdict : verdicts_) {
    if (verdict.unit != unit.id) continue;
    verdict.by = {"", verdict.by.name, "", verdict.by.for_name};
    file.verdicts.push_back(verdict);
  }
  out_.files.push_back(std::move(file));
  return {};
}

Result<PackagedRound> Packing::all() {
  if (auto read = read_round(); !read) return std::unexpected(read.error());
  const auto handed_in = at_.store.handed_in(at_.province, at_.round, std::nullopt);
  if (!handed_in) return std::unexpected(handed_in.error());
  if (auto read = read_acts(handed_in_with_round(*handed_in)); !read) {
    return std::unexpected(read.error());
  }
  auto set = at_.library.set(at_.store, at_.province, out_.round);
  if (!set) return std::unexpected(set.error());
  set_ = std::move(*set);
  auto scores = at_.library.scores(at_.store, at_.province, out_.round);
  if (!scores) return std::unexpected(scores.error());
  scores_ = std::move(*scores);
  add_criteria(set_->criteria, "", out_.criteria);
  for (const auto& unit : out_.units) {
    if (auto added = add_file(unit); !added) return std::unexpected(added.error());
  }
  return std::move(out_);
}

// Sizes of the files a round's annexes name, without reading them.
std::map<std::string, std::uint64_t> sizes_told(const PackagedRound& round) {
  std::map<std::string, std::uint64_t> out;
  for (const auto& file : round.files) {
    for (const auto& row : file.submission.evidence) {
      if (row.file) out.emplace(row.file->sha256, row.file->size);
    }
  }
  return out;
}

Result<std::string> kept_file(const RoundPlace& at, const std::string& sha256) {
  auto bytes = at.store.content(at.province, sha256);
  if (!bytes) return std::unexpected(bytes.error());
  if (!*bytes) return fail(errors::content_missing, {{"sha256", sha256}});
  if (sha256_of(**bytes) != sha256) return fail(errors::file_altered, {{"sha256", sha256}});
  return std::move(**bytes);
}

Result<std::vector<PackageMember>> file_members(const RoundPlace& at, const PackagedRound& round) {
  std::vector<PackageMember> out;
  const auto told = sizes_told(round);
  for (const auto& sha256 : files_named(round)) {
    PackageMember member{std::string(files_folder) + sha256, 0, sha256};
    if (const auto found = told.find(sha256); found != told.end()) {
      member.size = found->second;
    } else {
      const auto bytes = kept_file(at, sha256);
      if (!bytes) return std::unexpected(bytes.error());
      member.size = bytes->size();
    }
    out.push_back(std::move(member));
  }
  return out;
}

}  // namespace

Result<PackagedRound> packaged_round(const RoundPlace& at) { return Packing(at).all(); }

Result<PreparedPackage> prepare_package(const RoundPlace& at) {
  const auto received = at.store.packages().received(at.province, at.round);
  if (!received) return std::unexpected(received.error());
  if (*received) return fail(errors::received_here, {{"round", at.round}});
  const auto round = packaged_round(at);
  if (!round) return std::unexpected(round.error());
  PreparedPackage out;
  out.round_text = text_of(*round);
  auto& manifest = out.manifest;
  const auto unit = std::ranges::find(round->units, at.province, &Unit::id);
  if (unit != round->units.end()) manifest.province_name = unit->name;
  manifest.province = at.province;
  manifest.round = round->round.id;
  manifest.round_title = round->round.title;
  manifest.year = round->round.year;
  manifest.set = round->round.set;
  const auto& submit = round->acts.back();
  manifest.number = static_cast<int>(std::ranges::count(round->acts, submit.act, &WorkAct::act));
  manifest.submitted = submit.at;
  manifest.submitted_by = submit.by.name;
  manifest.submitted_for = submit.by.for_name;
  manifest.members = {{std::string(round_name), out.round_text.size(), sha256_of(out.round_text)}};
  auto files = file_members(at, *round);
  if (!files) return std::unexpected(files.error());
  std::ranges::move(*files, std::back_inserter(manifest.members));
  out.manifest_text = text_of(manifest);
  out.sha256 = sha256_of(out.manifest_text);
  return out;
}

Result<void> write_package(const RoundPlace& at, const PreparedPackage& package,
                           const PackageSignature& signature, const PutMember& put) {
  auto written = put(std::string(manifest_name), package.manifest_text);
  if (written) written = put(std::string(signature_name), text_of(signature));
  if (written) written = put(std::string(round_name), package.round_text);
  for (const auto& member : package.manifest.members) {
    if (!written) return written;
    if (member.path == round_name) continue;
    const auto bytes = kept_file(at, member.sha256);
    if (!bytes) return std::unexpected(bytes.error());
    if (bytes->size() != member.size) {
      return fail(errors::file_altered, {{"sha256", member.sha256}});
    }
    written = put(member.path, *bytes);
  }
  return written;
}

Result<void> may_export(const workflow::Workflow& flow, const Viewer& viewer) {
  const auto* submit = flow.submitting();
  const std::string role(name_of(viewer.role));
  if (submit != nullptr && workflow::holds(submit->roles, role)) return {};
  std::string roles;
  for (const auto& one : submit == nullptr ? std::vector<std::string>{} : submit->roles) {
    roles += (roles.empty() ? "" : ", ") + one;
  }
  return fail(workflow::errors::wrong_role,
              {{"act", submit == nullptr ? "" : submit->act}, {"role", role}, {"roles", roles}});
}

}  // namespace liem::assessment
