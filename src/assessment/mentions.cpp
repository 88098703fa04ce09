#include "assessment/mentions.h"

#include <algorithm>
#include <numeric>

#include "base/utf8.h"

namespace liem::assessment {
namespace {

constexpr std::size_t farthest = 3, most_near = 3;

bool is_in_account(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
         c == '-' || c == '_' || c == '@';
}

// Letters outside ASCII are in words too.
bool ends_word(char c) {
  return (static_cast<unsigned char>(c) & 0x80U) == 0 && (!is_in_account(c) || c == '.');
}

bool starts_letter(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }

// Least number of letters put in, left out or changed.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, changed});
    }
  }
  return row[b.size()];
}

std::string near_to(const std::string& name, const std::vector<Account>& people) {
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const auto& one : people) {
    const bool begins = name.size() >= 3 && one.account.starts_with(name);
    const std::size_t far = begins ? 1 : distance(name, one.account);
    if (far <= farthest && far < name.size()) near.emplace_back(far, one.account);
  }
  std::ranges::sort(near);
  std::string out;
  for (std::size_t i = 0; i < std::min(near.size(), most_near); ++i) {
    out += (out.empty() ? "@" : ", @") + near[i].second;
  }
  return out;
}

}  // namespace

std::vector<Mention> mentions_in(std::string_view text) {
  std::vector<Mention> out;
  std::size_t character = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (starts_letter(text[i])) ++character;
    if (text[i] != '@' || (i > 0 && !ends_word(text[i - 1]))) continue;
    std::size_t end = i + 1;
    while (end < text.size() && is_in_account(text[end])) ++end;
    auto name = text.substr(i + 1, end - i - 1);
    // What closes a sentence is no part of a name.
    while (!name.empty() && (name.back() == '.' || name.back() == '-')) name.remove_suffix(1);
    if (name.empty()) continue;
    if (std::ranges::find(out, name, &Mention::account) == out.end()) {
      out.push_back({std::string(name), character});
    }
    character += name.size();
    i += name.size();
  }
  return out;
}

std::vector<std::string> way_up(const std::vector<UnitAbove>& units, const std::string& unit) {
  std::vector<std::string> out{unit};
  for (;;) {
    const auto found = std::ranges::find(units, out.back(), &UnitAbove::unit);
    if (found == units.end() || found->above.empty()) return out;
    if (std::ranges::find(out, found->above) != out.end()) return out;
    out.push_back(found->above);
  }
}

std::vector<Account> seeing(const std::vector<Account>& all, const std::vector<UnitAbove>& units,
                            const std::string& province, const std::string& unit) {
  const auto above = way_up(units, unit);
  const auto action = unit.empty() ? Action::list_units : Action::see_unit;
  std::vector<Account> out;
  for (const auto& one : all) {
    Viewer viewer{province, one.account, one.name, one.role, one.unit};
    const bool stands_above = std::ranges::find(above, one.unit) != above.end();
    if (sees_by_tree(viewer) && stands_above) viewer.below = {unit};
    if (!one.disabled && may(viewer, action, unit)) out.push_back(one);
  }
  return out;
}

Result<std::vector<Account>> people_seeing(Store& store, const std::string& province,
                                           const std::string& unit) {
  const auto all = store.accounts().all(province);
  if (!all) return std::unexpected(all.error());
  const auto units = store.units_above(province);
  if (!units) return std::unexpected(units.error());
  return seeing(*all, *units, province, unit);
}

Result<void> check_mentions(std::string_view text, const std::vector<Account>& people) {
  for (const auto& [name, place] : mentions_in(text)) {
    if (std::ranges::find(people, name, &Account::account) != people.end()) continue;
    const auto near = near_to(name, people);
    Args args{{"field", "reason"}, {"name", "@" + name}, {"place", std::to_string(place)}};
    if (near.empty()) return fail(errors::mention_unknown, std::move(args));
    args.emplace_back("near", near);
    return fail(errors::mention_nearly, std::move(args));
  }
  return {};
}

}  // namespace liem::assessment
