#include "assessment/import.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "assessment/digest.h"
#include "assessment/province_history.h"
#include "assessment/quotes.h"
#include "assessment/round_files.h"
#include "assessment/round_law.h"
#include "base/utf8.h"
#include "figures/item.h"
#include "indicators/inputs.h"
#include "organisation/collector.h"
#include "text/repair.h"

namespace liem::assessment {
namespace {

using indicators::IndicatorSet;
using indicators::Inputs;
using organisation::Collector;

constexpr std::string_view submissions_folder = "submissions/";
constexpr std::string_view history_folder = "history/";
constexpr std::array<std::string_view, 2> history_files{history_units_file, history_values_file};
constexpr std::string_view evidence_folder = "evidence/";  // in a unit's
constexpr std::array<std::string_view, 4> top_files{"round.yaml", "units.yaml", "accounts.yaml",
                                                    "README.md"};
// known-findings.yaml is for people who check the reader; it is not taken in.
constexpr std::array<std::string_view, 4> unit_files{"report.txt", "answers.yaml", "evidence.yaml",
                                                     "known-findings.yaml"};

template <std::size_t size>
std::string listed(const std::array<std::string_view, size>& names) {
  std::string out;
  for (const auto name : names) out.append(out.empty() ? "" : ", ").append(name);
  return out;
}

class Importer {
 public:
  Importer(const RoundFolder& folder, const FindSet& find_set, const CheckReport& check_report,
           const ImportOptions& options)
      : folder_(folder), find_set_(find_set), check_report_(check_report), options_(options) {}

  std::expected<RoundImport, Problems> run() {
    read_round();
    read_units();
    if (collect_.clean()) choose_units();
    if (collect_.clean()) {
      read_submissions();
      read_history();
      if (options_.accounts == AccountsFile::load) read_accounts();
    }
    if (!collect_.clean()) return std::unexpected(std::move(collect_).problems());
    return std::move(import_);
  }

 private:
  std::string shown(std::string_view name) const {
    return folder_.shown.empty() ? std::string(name) : folder_.shown + "/" + std::string(name);
  }
  void refuse(ErrorCode code, std::string_view name, Args more = {}) {
    more.insert(more.begin(), {"file", shown(name)});
    collect_.note(Error{code.kind, {std::string(code.id), std::move(more)}});
  }

  // The bytes of a text file; nothing (and a problem, where it must be there) otherwise.
  const std::string* needed(std::string_view name) {
    const auto* bytes = optional(name);
    if (bytes == nullptr && !folder_.files.contains(name)) refuse(errors::file_missing, name);
    return bytes;
  }
  const std::string* optional(std::string_view name) {
    const auto found = folder_.files.find(name);
    if (found == folder_.files.end()) return nullptr;
    const auto bad = utf8::find_invalid(found->second);
    if (bad == std::string_view::npos) return &found->second;
    refuse(errors::not_utf8, name, {{"offset", std::to_string(bad)}});
    return nullptr;
  }

  // The value, or nothing with its problems noted.
  template <class T>
  std::optional<T> take(Loaded<T> loaded) {
    if (loaded) return std::move(*loaded);
    collect_.note(std::move(loaded.error()));
    return std::nullopt;
  }

  std::string keep(std::string bytes) { return keep(content_of(std::move(bytes))); }
  std::string keep(Content content) {
    auto name = content.sha256;
    if (kept_.insert(name).second) import_.contents.push_back(std::move(content));
    return name;
  }

  void read_round() {
    const auto* bytes = needed("round.yaml");
    if (bytes == nullptr) return;
    auto file = take(load_round(*bytes, shown("round.yaml")));
    if (!file) return;
    auto& round = file->value;
    import_.round = {round.id, round.title, round.year, round.from, round.to, {}, {}, {}};
    read_set(round.set);
  }

  void read_set(const std::string& id) {
    auto files = find_set_(id);
    if (!files) {
      collect_.note(files.error());
      return;
    }
    auto pinned = take(pin_set(*files, import_.round.to));
    if (!pinned) return;
    import_.round.set = pinned->reference();
    import_.round.items_sha256 = pinned->items_content.sha256;
    import_.round.law_sha256 = pinned->law_sha256();
    for (auto& content : pinned->contents()) keep(std::move(content));
    set_ = std::move(pinned->set);
    items_ = std::move(pinned->items);
  }

  void read_units() {
    const auto* bytes = needed("units.yaml");
    if (bytes == nullptr) return;
    if (auto units = take(organisation::load_units(*bytes, shown("units.yaml")))) {
      all_units_ = std::move(*units);
    }
  }

  void choose_units() {
    for (const auto& unit : all_units_) {
      if (unit.kind == organisation::UnitKind::province) import_.province = unit.id;
      if (exists_within(unit, import_.round.from, import_.round.to)) import_.units.push_back(unit);
    }
  }
  bool in_round(std::string_view id) const {
    return std::ranges::any_of(import_.units, [&](const Unit& unit) { return unit.id == id; });
  }

  void read_submissions() {
    std::set<std::string, std::less<>> units;
    for (const auto& [name, bytes] : folder_.files) {
      if (name.starts_with(history_folder)) {
        refuse_unknown(name, std::string_view(name).substr(history_folder.size()));
        continue;
      }
      if (!name.starts_with(submissions_folder)) {
        if (std::ranges::find(top_files, name) == top_files.end()) {
          refuse(errors::unknown_file, name,
                 {{"known", listed(top_files) + ", submissions/, history/"}});
        }
        continue;
      }
      const auto rest = std::string_view(name).substr(submissions_folder.size());
      const auto unit = rest.substr(0, rest.find('/'));
      const auto file = rest.substr(std::min(unit.size() + 1, rest.size()));
      if (!in_round(unit)) {
        refuse(errors::unit_outside_round, name, {{"unit", std::string(unit)}});
      } else if (std::ranges::find(unit_files, file) == unit_files.end() &&
                 !file.starts_with(evidence_folder)) {
        refuse(errors::unknown_file, name,
               {{"known", listed(unit_files) + ", " + std::string(evidence_folder)}});
      } else {
        units.emplace(unit);
      }
    }
    for (const auto& unit : units) read_submission(unit);
  }

  void refuse_unknown(std::string_view name, std::string_view file) {
    if (std::ranges::find(history_files, file) != history_files.end()) return;
    refuse(errors::unknown_file, name, {{"known", listed(history_files)}});
  }

  // The two files of history/ go together; where neither lies there is no history.
  void read_history() {
    const auto units_name = std::string(history_folder) + std::string(history_units_file);
    const auto values_name = std::string(history_folder) + std::string(history_values_file);
    if (!folder_.files.contains(units_name) && !folder_.files.contains(values_name)) return;
    const auto* units = needed(units_name);
    const auto* values = needed(values_name);
    if (units == nullptr || values == nullptr) return;
    const auto history = take(
        load_province_history({*units, shown(units_name)}, {*values, shown(values_name)}, items_));
    if (!history) return;
    for (const auto& unit : import_.units) {
      const Date day = unit.to ? std::min(*unit.to, import_.round.to) : import_.round.to;
      if (history->units.on(unit.id, day) != nullptr) continue;
      refuse(errors::history_misses_unit, units_name, {{"unit", unit.id}, {"date", to_iso(day)}});
    }
    import_.history = {keep(*units), keep(*values), import_.round.items_sha256};
  }

  // Nothing where there is no report, or (a problem noted) where it cannot be read.
  const std::string* readable_report(const std::string& name) {
    const auto* report = optional(name);
    if (report == nullptr) return nullptr;
    const auto checked = check_report_(*report, shown(name));
    if (checked) return report;
    collect_.note(checked.error());
    return nullptr;
  }

  void read_submission(const std::string& unit) {
    const std::string folder = std::string(submissions_folder) + unit + "/";
    Submission submission;
    submission.unit = unit;
    const std::string report_name = folder + "report.txt";
    const auto* report = readable_report(report_name);
    if (report != nullptr) submission.report_sha256 = keep(*report);
    // A refused report says nothing about the quotes from it.
    const bool quotes_checkable = report != nullptr || !folder_.files.contains(report_name);
    if (const auto* answers = optional(folder + "answers.yaml")) {
      const auto name = folder + "answers.yaml";
      const auto inputs = take(indicators::load_inputs(*answers, shown(name), *set_));
      if (inputs) check_days(*inputs, name);
      if (inputs && quotes_checkable) submission.quotes = find_quotes(*inputs, report, name);
      submission.answers_sha256 = keep(*answers);
    }
    if (const auto* evidence = optional(folder + "evidence.yaml")) {
      auto documents = take(load_evidence(*evidence, shown(folder + "evidence.yaml")));
      if (documents) submission.evidence = check_evidence(std::move(*documents), folder);
    }
    refuse_unlisted(folder + std::string(evidence_folder), submission.evidence);
    import_.submissions.push_back(std::move(submission));
  }

  // A value of a later day is none of this round.
  void check_days(const Inputs& inputs, const std::string& file) {
    for (const auto& [item, answer] : inputs.answers) {
      if (!answer.day || *answer.day <= import_.round.to) continue;
      refuse(errors::day_after_round, file,
             {{"line", std::to_string(answer.line)},
              {"item", item},
              {"day", to_iso(*answer.day)},
              {"to", to_iso(import_.round.to)}});
    }
  }

  std::vector<Quote> find_quotes(const Inputs& inputs, const std::string* report,
                                 const std::string& file) {
    std::vector<Quote> quotes;
    const FoldedText folded(report != nullptr ? *report : std::string_view());
    for (const auto& [item, answer] : inputs.answers) {
      if (answer.source.kind != indicators::SourceKind::report) continue;
      const Args place{{"line", std::to_string(answer.line)}, {"item", item}};
      if (report == nullptr) {
        refuse(errors::quote_without_report, file, place);
      } else if (const auto range = folded.find(answer.source.text)) {
        quotes.push_back({item, range->begin, range->end});
      } else {
        refuse(errors::quote_not_found, file, place);
      }
    }
    return quotes;
  }

  std::vector<Evidence> check_evidence(std::vector<Placed<Evidence>> documents,
                                       const std::string& folder) {
    std::vector<Evidence> out;
    for (auto& [evidence, node] : documents) {
      for (const auto& code : evidence.criteria) {
        if (set_->find(code) != nullptr) continue;
        collect_.note(node.error(errors::unknown_criterion, {{"code", code}, {"set", set_->id}}));
      }
      if (evidence.file) evidence.file = attach(evidence.file->name, node, folder);
      out.push_back(std::move(evidence));
    }
    return out;
  }

  // Names come from a listing of the folder, so nothing outside of it can be named.
  std::optional<AttachedFile> attach(const std::string& name, const yaml::Node& node,
                                     const std::string& folder) {
    const auto found = folder_.files.find(folder + name);
    if (!name.starts_with(evidence_folder) || found == folder_.files.end()) {
      collect_.note(node.error(errors::evidence_file_missing, {{"name", name}}));
      return std::nullopt;
    }
    attached_.insert(found->first);
    return AttachedFile{name.substr(name.rfind('/') + 1), found->second.size(),
                        keep(found->second)};
  }

  // A file no row names would be lost unseen. Where rows were refused nothing can be said.
  void refuse_unlisted(const std::string& folder, const std::vector<Evidence>& rows) {
    if (rows.empty() && folder_.files.contains(folder.substr(0, folder.size() - 1) + ".yaml")) {
      return;
    }
    for (auto it = folder_.files.lower_bound(folder);
         it != folder_.files.end() && it->first.starts_with(folder); ++it) {
      if (!attached_.contains(it->first)) refuse(errors::evidence_file_unlisted, it->first);
    }
  }

  void read_accounts() {
    const auto* bytes = needed("accounts.yaml");
    if (bytes == nullptr) return;
    auto accounts = take(load_accounts(*bytes, shown("accounts.yaml")));
    if (!accounts) return;
    for (auto& [account, node] : *accounts) {
      if (!in_round(account.unit)) {
        collect_.note(node.error(errors::unknown_unit, {{"unit", account.unit}}));
      }
      check_password(account, node);
    }
    if (!collect_.clean()) return;  // hashing is slow on purpose: only for what will be kept
    for (auto& [account, node] : *accounts) {
      Salt salt{};
      options_.random(salt);
      account.password = hash_password(account.password, salt, options_.password_cost);
      import_.accounts.push_back(std::move(account));
    }
  }

  // The rule's refusal, said of the line it is about.
  void check_password(const Account& account, const yaml::Node& node) {
    const auto good = options_.passwords.check(account.password, {account.account, account.name});
    if (good) return;
    auto placed = node.error(errors::account_password, {{"account", account.account}});
    const auto& refusal = good.error().message;
    placed.message.id += refusal.id.substr(refusal.id.find('_'));  // "..._short"
    placed.message.args.insert(placed.message.args.end(), refusal.args.begin(), refusal.args.end());
    collect_.note(std::move(placed));
  }

  const RoundFolder& folder_;
  const FindSet& find_set_;
  const CheckReport& check_report_;
  const ImportOptions& options_;
  Collector collect_;
  RoundImport import_;
  std::optional<IndicatorSet> set_;
  figures::ItemCatalogue items_;
  std::vector<Unit> all_units_;
  std::set<std::string> kept_;
  std::set<std::string> attached_;  // files that rows of annexes name
};

}  // namespace

std::expected<RoundImport, Problems> read_round_folder(const RoundFolder& folder,
                                                       const FindSet& find_set,
                                                       const CheckReport& check_report,
                                                       const ImportOptions& options) {
  return Importer(folder, find_set, check_report, options).run();
}

}  // namespace liem::assessment
