#include "workflow/workflow.h"

#include <algorithm>
#include <array>

#include "workflow/names.h"

namespace liem::workflow {
namespace {

using yaml::Node;

constexpr std::array<std::string_view, 3> level_names{"round", "file", "criterion"};
constexpr std::array<std::string_view, 4> standing_names{"own", "above", "province", "sees"};
constexpr std::array<std::string_view, 2> which_names{"any", "province"};
constexpr std::array<std::string_view, 3> need_names{"reason", "points", "reason_if_differs"};

class WorkflowReader {
 public:
  explicit WorkflowReader(const KnownNames& known)
      : roles_{"roles", names_of(known.roles)}, kinds_{"kinds", names_of(known.unit_kinds)} {}

  void read(const Node& root);
  std::expected<Workflow, Problems> finish() &&;

 private:
  void read_states(const Node& root);
  void read_acts(const Node& root);
  void read_act(const std::string& act, const Node& node);
  void read_conditions(const Node& node, Transition& out);
  void check_reached(const Node& acts);
  void read_published(const Node& root);
  bool flag_at(const Node& node, std::string_view key);  // false where it is absent

  Known states_of(Level level) const;

  Known roles_, kinds_, acts_{"acts", {}};
  NameReader names_;
  Loading& loading_ = names_.loading;
  Workflow workflow_;
};

Known WorkflowReader::states_of(Level level) const {
  return {level_names[static_cast<std::size_t>(level)], workflow_.states.at(level)};
}

void WorkflowReader::read_states(const Node& root) {
  workflow_.steps = names_.list_at(root, "steps");
  const auto states = loading_.take(root.at("states"));
  if (states) loading_.check_keys(*states, {"round", "file", "criterion"});
  for (const Level level : {Level::round, Level::file, Level::criterion}) {
    workflow_.states[level] = states ? names_.list_at(*states, name_of(level)) : Names{};
  }
}

void WorkflowReader::read_conditions(const Node& node, Transition& out) {
  out.roles = names_.list_at(node, "roles", roles_);
  const auto standing = names_.name_at(node, "standing", {"standing", names_of(standing_names)});
  if (const auto* at = std::ranges::find(standing_names, standing); at != standing_names.end()) {
    out.standing = static_cast<Standing>(at - standing_names.begin());
  }
  if (names_.name_at(node, "which", {"which", names_of(which_names)}) == "province") {
    out.which = Which::province;
  }
  for (const auto& need : names_.list_at(node, "needs", {"needs", names_of(need_names)})) {
    out.needs.push_back(
        static_cast<Need>(std::ranges::find(need_names, need) - need_names.begin()));
  }
  out.complete = names_.name_at(node, "complete", {"complete", names_of(completeness)});
  out.four_eyes = names_.list_at(node, "four_eyes", acts_);
  out.step = names_.name_at(node, "step", {"steps", workflow_.steps});
  out.apart = flag_at(node, "apart");
  out.publishes = flag_at(node, "publishes");
  out.submits = flag_at(node, "submits");
  out.received = flag_at(node, "received");
}

void WorkflowReader::read_act(const std::string& act, const Node& node) {
  const bool clean = loading_.check_keys(
      node, {"of", "from", "to", "round", "file", "roles", "standing", "which", "needs", "complete",
             "four_eyes", "step", "waits_in", "apart", "publishes", "submits", "received"});
  if (!clean) return;
  Transition out;
  out.act = act;
  for (const auto* key : {"of", "from", "roles", "standing"}) loading_.take(node.at(key));
  const auto level = names_.name_at(node, "of", {"of", names_of(level_names)});
  if (level.empty()) return;
  out.of = static_cast<Level>(std::ranges::find(level_names, level) - level_names.begin());
  out.from = names_.list_at(node, "from", states_of(out.of));
  out.to = names_.name_at(node, "to", states_of(out.of));
  out.waits_in = names_.list_at(node, "waits_in", states_of(out.of));
  for (const Level above : {Level::round, Level::file}) {
    if (!node.has(name_of(above))) continue;
    if (above >= out.of) {
      loading_.note((*node.at(name_of(above))).error(errors::nothing_above, {{"act", act}}));
      continue;
    }
    auto& states = above == Level::round ? out.round : out.file;
    states = names_.list_at(node, name_of(above), states_of(above));
  }
  read_conditions(node, out);
  workflow_.transitions.push_back(std::move(out));
}

// A state that is not the first of its kind and that no act leaves behind is a slip of the pen.
void WorkflowReader::check_reached(const Node& acts) {
  for (const auto& [level, states] : workflow_.states) {
    for (std::size_t at = 1; at < states.size(); ++at) {
      const bool reached = std::ranges::any_of(workflow_.transitions, [&](const auto& one) {
        // What a file's act leaves, its criteria are in too.
        const bool from_file = level == Level::criterion && one.of == Level::file;
        return (one.of == level || from_file) && one.to == states[at];
      });
      if (!reached) loading_.note(acts.error(errors::never_reached, {{"state", states[at]}}));
    }
  }
}

void WorkflowReader::read_acts(const Node& root) {
  const auto acts = loading_.take(root.at("acts"));
  const auto entries = acts ? loading_.take(acts->entries()) : std::nullopt;
  if (!entries) return;
  for (const auto& [act, node] : *entries) acts_.names.push_back(act);
  for (const auto& [act, node] : *entries) read_act(act, node);
  if (loading_.clean()) check_reached(*acts);
}

bool WorkflowReader::flag_at(const Node& node, std::string_view key) {
  return node.has(key) && loading_.take((*node.at(key)).boolean()).value_or(false);
}

void WorkflowReader::read_published(const Node& root) {
  if (!root.has("published_units")) return;
  const auto node = loading_.take(root.at("published_units"));
  if (!node || !loading_.check_keys(*node, {"kinds", "scores", "rank_by"})) return;
  auto& out = workflow_.published_units;
  out.kinds = names_.list_at(*node, "kinds", kinds_);
  const auto shown = names_.list_at(*node, "scores", {"scores", names_of(scores)});
  for (const auto score : scores) {
    if (holds(shown, score)) out.scores.emplace_back(score);
  }
  out.rank_by = names_.name_at(*node, "rank_by", {"scores", out.scores});
}

void WorkflowReader::read(const Node& root) {
  loading_.check_keys(root, {"steps", "states", "acts", "published_units"});
  read_states(root);
  read_acts(root);
  read_published(root);
}

std::expected<Workflow, Problems> WorkflowReader::finish() && {
  if (!loading_.clean()) return std::unexpected(std::move(loading_).problems());
  return std::move(workflow_);
}

}  // namespace

std::string_view name_of(Level level) { return level_names[static_cast<std::size_t>(level)]; }

bool holds(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

const Transition* Workflow::find(std::string_view act) const {
  const auto found = std::ranges::find(transitions, act, &Transition::act);
  return found == transitions.end() ? nullptr : &*found;
}

const Transition* Workflow::submitting() const {
  const auto found = std::ranges::find(transitions, true, &Transition::submits);
  return found == transitions.end() ? nullptr : &*found;
}

bool Workflow::is_submitted(std::string_view round_state) const {
  const auto* submits = submitting();
  if (submits == nullptr) return false;
  const auto& order = states.at(Level::round);
  const auto from = std::ranges::find(order, submits->to);
  return std::ranges::find(from, order.end(), round_state) != order.end();
}

std::expected<Workflow, Problems> load_workflow(const NamedFile& file, const KnownNames& known) {
  const auto root = yaml::parse(file.bytes, file.name);
  if (!root) return std::unexpected(Problems{root.error()});
  WorkflowReader reader(known);
  reader.read(*root);
  return std::move(reader).finish();
}

}  // namespace liem::workflow
