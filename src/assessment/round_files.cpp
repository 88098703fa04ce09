#include "assessment/round_files.h"

#include <algorithm>
#include <set>

#include "assessment/account_desk.h"
#include "organisation/collector.h"

namespace liem::assessment {
namespace {

using organisation::Collector;

// The items of a YAML list, each read by `read`.
template <class T, class Read>
Loaded<std::vector<Placed<T>>> load_list(std::string_view text, std::string_view file, Read read) {
  const auto root = yaml::parse(text, file);
  if (!root) return std::unexpected(Problems{root.error()});
  const auto nodes = root->items();
  if (!nodes) return std::unexpected(Problems{nodes.error()});
  Collector collect;
  std::vector<Placed<T>> out;
  for (const auto& node : *nodes) out.push_back({read(node, collect), node});
  if (!collect.clean()) return std::unexpected(std::move(collect).problems());
  return out;
}

Result<Role> role_at(const yaml::Node& node) {
  const auto name = node.text_at("role");
  if (!name) return std::unexpected(name.error());
  if (const auto role = role_of(*name)) return *role;
  return std::unexpected(node.error(errors::bad_role, {{"role", *name}}));
}

Account read_account(const yaml::Node& node, Collector& collect) {
  collect.check(node.only({"account", "name", "role", "unit", "password"}));
  Account account;
  account.account = collect.take(node.text_at("account"));
  if (!is_account_name(account.account)) {
    collect.note(node.error(errors::bad_account, {{"account", account.account}}));
  }
  account.name = collect.take(node.text_at("name"));
  account.role = collect.take(role_at(node));
  account.unit = collect.take(node.text_at("unit"));
  account.password = collect.take(node.text_at("password"));
  return account;
}

std::vector<std::string> read_codes(const yaml::Node& node, Collector& collect) {
  std::vector<std::string> codes;
  const auto list = node.at("criteria");
  if (!list) {
    collect.note(list.error());
    return codes;
  }
  for (const auto& item : collect.take(list->items())) codes.push_back(collect.take(item.text()));
  // The same code twice says no more than once.
  std::ranges::sort(codes);
  const auto [first, last] = std::ranges::unique(codes);
  codes.erase(first, last);
  return codes;
}

Evidence read_evidence(const yaml::Node& node, Collector& collect) {
  collect.check(node.only({"type", "number", "date", "issuer", "title", "criteria", "file"}));
  Evidence evidence;
  evidence.type = collect.take(node.text_at("type"));
  if (node.has("number")) evidence.number = collect.take(node.text_at("number"));
  if (node.has("date")) evidence.date = collect.take(node.date_at("date"));
  if (node.has("issuer")) evidence.issuer = collect.take(node.text_at("issuer"));
  evidence.title = collect.take(node.text_at("title"));
  evidence.criteria = read_codes(node, collect);
  if (node.has("file")) evidence.file = AttachedFile{collect.take(node.text_at("file")), 0, ""};
  return evidence;
}

}  // namespace

Loaded<Placed<RoundFile>> load_round(std::string_view text, std::string_view file) {
  const auto root = yaml::parse(text, file);
  if (!root) return std::unexpected(Problems{root.error()});
  Collector collect;
  collect.check(root->only({"id", "title", "year", "from", "to", "set"}));
  RoundFile round;
  round.id = collect.take(root->text_at("id"));
  round.title = collect.take(words_at(*root, "title"));
  round.year = collect.take(root->whole_at("year"));
  round.from = collect.take(root->date_at("from"));
  round.to = collect.take(root->date_at("to"));
  round.set = collect.take(root->text_at("set"));
  if (collect.clean() && !organisation::is_id(round.id)) {
    collect.note(root->error(errors::bad_round_id, {{"id", round.id}}));
  }
  if (collect.clean() && round.to < round.from) collect.note(root->error(errors::bad_period));
  if (!collect.clean()) return std::unexpected(std::move(collect).problems());
  return Placed<RoundFile>{std::move(round), *root};
}

Loaded<std::vector<Placed<Account>>> load_accounts(std::string_view text, std::string_view file) {
  auto accounts = load_list<Account>(text, file, read_account);
  if (!accounts) return accounts;
  Collector collect;
  std::set<std::string> seen;
  for (const auto& [account, node] : *accounts) {
    if (seen.insert(account.account).second) continue;
    collect.note(node.error(errors::repeated_account, {{"account", account.account}}));
  }
  if (!collect.clean()) return std::unexpected(std::move(collect).problems());
  return accounts;
}

Loaded<std::vector<Placed<Evidence>>> load_evidence(std::string_view text, std::string_view file) {
  return load_list<Evidence>(text, file, read_evidence);
}

}  // namespace liem::assessment
