#include "assessment/package_import.h"

#include <algorithm>
#include <set>

#include "assessment/acts.h"
#include "assessment/digest.h"
#include "assessment/notices.h"
#include "assessment/package_acts.h"
#include "assessment/package_export.h"

namespace liem::assessment {
namespace {

constexpr std::size_t most_differences = 200;

std::unexpected<Error> contradicts(std::string_view what) {
  return fail(errors::package_contradicts, {{"what", std::string(what)}});
}

// The manifest and round.json say the same, and the files are those the round names.
Result<void> check_together(const PackageManifest& manifest, const PackagedRound& packaged) {
  const auto& round = packaged.round;
  const bool same = manifest.province == packaged.province && manifest.round == round.id &&
                    manifest.round_title == round.title && manifest.year == round.year &&
                    manifest.set == round.set;
  if (!same) return contradicts(manifest_name);
  const auto named = files_named(packaged);
  const auto is_named = [](const PackageMember& member, const std::string& sha256) {
    return member.sha256 == sha256;
  };
  const std::span files(manifest.members.begin() + 1, manifest.members.end());
  if (!std::ranges::equal(files, named, is_named)) return contradicts(files_folder);
  return {};
}

// Acts and states are those that are known here: others could not be shown.
Result<void> check_acts(const workflow::Workflow& flow, const PackagedRound& packaged) {
  for (const auto& act : packaged.acts) {
    const auto* transition = flow.find(act.act);
    const auto level = act.thing.unit.empty()        ? workflow::Level::round
                       : act.thing.criterion.empty() ? workflow::Level::file
                                                     : workflow::Level::criterion;
    const bool known = transition != nullptr && transition->of == level &&
                       (act.state.empty() || workflow::holds(flow.states.at(level), act.state));
    if (!known) return contradicts(act.act);
  }
  for (const auto& due : packaged.deadlines) {
    if (!workflow::holds(flow.steps, due.step)) return contradicts(due.step);
  }
  if (packaged.acts.empty()) return contradicts("acts");
  return {};
}

// Codes are criteria of the round's set.
Result<void> check_codes(const indicators::IndicatorSet& set, const PackagedRound& packaged) {
  const auto known = [&](const std::string& code) {
    return code.empty() || set.find(code) != nullptr;
  };
  for (const auto& act : packaged.acts) {
    if (!known(act.thing.criterion)) return contradicts(act.thing.criterion);
  }
  for (const auto& file : packaged.files) {
    for (const auto& row : file.submission.evidence) {
      const auto found = std::ranges::find_if_not(row.criteria, known);
      if (found != row.criteria.end()) return contradicts(*found);
    }
    for (const auto& verdict : file.verdicts) {
      if (!known(verdict.criterion)) return contradicts(verdict.criterion);
    }
  }
  return {};
}

bool stands_in(const Quote& quote, std::string_view text) {
  const auto starts_character = [&](std::size_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  return quote.end <= text.size() && starts_character(quote.begin) && starts_character(quote.end);
}

// Every report can be read, and every quote stands in it.
Result<void> check_reports(const Desk& desk, const PackagedRound& packaged) {
  for (const auto& file : packaged.files) {
    const auto& papers = file.submission;
    if (!papers.report_sha256) {
      if (!papers.quotes.empty()) return contradicts(papers.unit);
      continue;
    }
    const auto report = desk.library.report(desk.store, packaged.province, *papers.report_sha256);
    if (!report) return std::unexpected(report.error());
    for (const auto& quote : papers.quotes) {
      if (!stands_in(quote, (*report)->text)) return contradicts(quote.item);
    }
  }
  return {};
}

class Receiving {
 public:
  Receiving(const WorkDesk& at, const CheckedPackage& package, const ReceiveOptions& options)
      : at_(at), package_(package), options_(options) {}

  Result<Receipt> run(const EachFile& each_file);

 private:
  Result<bool> make_room(const ReceivedPackage& before);
  Result<void> take_in(const EachFile& each_file);
  Result<void> check_outcome() const;
  Store& store() const { return at_.desk.store; }
  const std::string& province() const { return package_.manifest.province; }
  const std::string& round() const { return package_.manifest.round; }

  const WorkDesk& at_;
  const CheckedPackage& package_;
  const ReceiveOptions& options_;
  PackagedRound packaged_;
  std::string replaced_;
  Receipt receipt_;
};

// Whether the package may take the place of the one that stands.
Result<bool> Receiving::make_room(const ReceivedPackage& before) {
  const auto key = to_hex(package_.signature.key.bytes);
  if (options_.trust == KeyTrust::as_it_comes && key != before.key) {
    return fail(errors::another_key, {{"key", to_hex(package_.signature.key.id())}});
  }
  const Args numbers{{"number", std::to_string(package_.manifest.number)},
                     {"before", std::to_string(before.number)},
                     {"round", round()}};
  if (package_.manifest.number < before.number) return fail(errors::older_package, numbers);
  const auto old = store().content(province(), before.round_sha256);
  if (!old) return std::unexpected(old.error());
  receipt_.differences =
      package_differences(old->value_or(""), package_.round_text, most_differences);
  const auto published = store().publications().publications(province(), round());
  if (!published) return std::unexpected(published.error());
  if (!published->empty()) return fail(errors::already_published, numbers);
  const auto acts = store().work().acts(province(), round(), std::nullopt);
  if (!acts) return std::unexpected(acts.error());
  std::set<Thing> reviewed;
  for (const auto& act : *acts) {
    if (act.act == "review") reviewed.insert(act.thing);
  }
  receipt_.reviewed = reviewed.size();
  if (options_.replacing == Replacing::refused) {
    receipt_.outcome = Receipt::Outcome::differs;
    return false;
  }
  receipt_.outcome = Receipt::Outcome::replaced;
  replaced_ = before.sha256;
  auto gone = store().packages().take_out(province(), round());
  if (!gone) return std::unexpected(gone.error());
  return true;
}

Result<void> Receiving::take_in(const EachFile& each_file) {
  auto& work = store().work();
  const auto keep = [&](Content content) { return work.put_content(province(), content); };
  auto put = keep({package_.sha256, package_.manifest_text});
  const auto& round_sha256 = package_.manifest.members.front().sha256;
  if (put) put = keep({round_sha256, package_.round_text});
  if (put) put = each_file(keep);
  if (!put) return put;
  const auto& manifest = package_.manifest;
  const ReceivedPackage received{manifest.number,
                                 package_.sha256,
                                 round_sha256,
                                 to_hex(package_.signature.key.bytes),
                                 manifest.submitted_by,
                                 manifest.submitted,
                                 at_.desk.viewer.account,
                                 at_.now};
  return store().packages().receive(
      packaged_, received,
      acts::of_package_received(at_.desk.viewer, manifest, package_.sha256, package_.signature.key,
                                replaced_, at_.now));
}

// What was written is gathered as it would be for handing it in: the same bytes, or nothing stays.
Result<void> Receiving::check_outcome() const {
  const auto set = at_.desk.library.set(store(), province(), packaged_.round);
  if (!set) return std::unexpected(set.error());
  if (auto held = check_codes(**set, packaged_); !held) return held;
  if (auto held = check_reports(at_.desk, packaged_); !held) return held;
  const auto again = packaged_round({store(), at_.desk.library, at_.flow, province(), round()});
  if (!again) return std::unexpected(again.error());
  const auto text = text_of(*again);
  if (text == package_.round_text) return {};
  const auto found = package_differences(package_.round_text, text, 1);
  const PackageDifference first = found.empty() ? PackageDifference{} : found.front();
  return fail(errors::comes_out_otherwise,
              {{"where", first.where}, {"said", first.before}, {"here", first.after}});
}

Result<Receipt> Receiving::run(const EachFile& each_file) {
  auto packaged = read_packaged_round(package_.round_text);
  if (!packaged) return std::unexpected(packaged.error());
  packaged_ = std::move(*packaged);
  receipt_.units = packaged_.units.size();
  receipt_.files = package_.manifest.members.size() - 1;
  auto held = check_together(package_.manifest, packaged_);
  if (held) held = check_acts(at_.flow, packaged_);
  if (!held) return std::unexpected(held.error());
  const auto before = store().packages().received(province(), round());
  if (!before) return std::unexpected(before.error());
  if (*before && (*before)->sha256 == package_.sha256) {
    receipt_.outcome = Receipt::Outcome::same;
    return receipt_;
  }
  if (*before) {
    const auto room = make_room(**before);
    if (!room) return std::unexpected(room.error());
    if (!*room) return receipt_;
  }
  auto done = take_in(each_file);
  if (done) done = check_outcome();
  if (done) {
    done =
        tell(at_, round(), packaged_.acts.back(), static_cast<std::int64_t>(packaged_.acts.size()));
  }
  if (!done) return std::unexpected(done.error());
  return receipt_;
}

}  // namespace

Result<Receipt> receive_package(const WorkDesk& at, const CheckedPackage& package,
                                const EachFile& each_file, const ReceiveOptions& options) {
  return Receiving(at, package, options).run(each_file);
}

}  // namespace liem::assessment
