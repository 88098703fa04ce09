#include "workflow/notices.h"

#include <algorithm>
#include <array>

#include "workflow/names.h"

namespace liem::workflow {
namespace {

using yaml::Node;

constexpr std::array<std::pair<std::string_view, Standing>, 3> group_standings{
    {{"own", Standing::own}, {"above", Standing::above}, {"province", Standing::province}}};
constexpr std::array reminded_levels{Level::round, Level::file};
constexpr int most_days_before = 90;

class NoticesReader {
 public:
  NoticesReader(const Workflow& flow, const std::vector<std::string_view>& roles)
      : flow_(flow), roles_{"roles", names_of(roles)}, acts_{"acts", names_of(consequences)} {
    for (const auto& act : flow.transitions) acts_.names.push_back(act.act);
  }

  void read(const Node& root);
  std::expected<Notices, Problems> finish() &&;

 private:
  std::vector<std::pair<std::string, Node>> entries_at(const Node& root, std::string_view key);
  void read_group(const std::string& name, const Node& node);
  void read_reminder(const std::string& step, const Node& node);

  const Workflow& flow_;
  Known roles_, acts_, groups_{"groups", {}};
  NameReader names_;
  Notices notices_;
};

std::vector<std::pair<std::string, Node>> NoticesReader::entries_at(const Node& root,
                                                                    std::string_view key) {
  const auto node = names_.loading.take(root.at(key));
  auto entries = node ? names_.loading.take(node->entries()) : std::nullopt;
  return std::move(entries).value_or(std::vector<std::pair<std::string, Node>>{});
}

void NoticesReader::read_group(const std::string& name, const Node& node) {
  groups_.names.push_back(name);
  if (!names_.loading.check_keys(node, {"roles", "standing", "did"})) return;
  Group out;
  out.roles = names_.list_at(node, "roles", roles_);
  out.did = names_.list_at(node, "did", acts_);
  Known standings{"standing", {}};
  for (const auto& [standing, value] : group_standings) standings.names.emplace_back(standing);
  const auto stands = names_.name_at(node, "standing", standings);
  for (const auto& [standing, value] : group_standings) {
    if (standing == stands) out.standing = value;
  }
  const bool by_role = node.has("roles") && node.has("standing") && !node.has("did");
  const bool by_act = node.has("did") && !node.has("roles") && !node.has("standing");
  if (!by_role && !by_act) {
    names_.loading.note(node.error(errors::group_of_nobody, {{"group", name}}));
  }
  notices_.groups[name] = std::move(out);
}

void NoticesReader::read_reminder(const std::string& step, const Node& node) {
  names_.check(node, step, {"steps", flow_.steps});
  if (!names_.loading.check_keys(node, {"days_before", "of", "in", "to"})) return;
  Reminder out;
  out.step = step;
  const auto days = names_.loading.take(node.whole_at("days_before"));
  if (days && (*days < 0 || *days > most_days_before)) {
    names_.loading.note(
        node.error(errors::days_outside,
                   {{"days", std::to_string(*days)}, {"most", std::to_string(most_days_before)}}));
  }
  out.days_before = days.value_or(0);
  for (const auto* key : {"of", "in", "to"}) names_.loading.take(node.at(key));
  Known levels{"of", {}};
  for (const Level level : reminded_levels) levels.names.emplace_back(name_of(level));
  const auto of = names_.name_at(node, "of", levels);
  if (of.empty()) return;
  out.of = of == name_of(Level::round) ? Level::round : Level::file;
  out.in = names_.list_at(node, "in", {name_of(out.of), flow_.states.at(out.of)});
  out.to = names_.list_at(node, "to", groups_);
  notices_.reminders.push_back(std::move(out));
}

void NoticesReader::read(const Node& root) {
  names_.loading.check_keys(root, {"groups", "acts", "reminders"});
  for (const auto& [name, node] : entries_at(root, "groups")) read_group(name, node);
  for (const auto& [act, node] : entries_at(root, "acts")) {
    names_.check(node, act, acts_);
    notices_.acts[act] = names_.list(node, groups_);
  }
  for (const auto& [step, node] : entries_at(root, "reminders")) read_reminder(step, node);
}

std::expected<Notices, Problems> NoticesReader::finish() && {
  if (!names_.loading.clean()) return std::unexpected(std::move(names_.loading).problems());
  return std::move(notices_);
}

}  // namespace

const std::vector<std::string>& Notices::groups_of(std::string_view act) const {
  static const std::vector<std::string> nobody;
  const auto found = acts.find(act);
  return found == acts.end() ? nobody : found->second;
}

std::expected<Notices, Problems> load_notices(const NamedFile& file, const Workflow& flow,
                                              const std::vector<std::string_view>& roles) {
  const auto root = yaml::parse(file.bytes, file.name);
  if (!root) return std::unexpected(Problems{root.error()});
  NoticesReader reader(flow, roles);
  reader.read(*root);
  return std::move(reader).finish();
}

}  // namespace liem::workflow
