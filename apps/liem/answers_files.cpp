#include "liem/answers_files.h"

#include <algorithm>
#include <system_error>

#include "assessment/round_files.h"
#include "assessment/round_tree.h"
#include "indicators/unit_tree.h"
#include "liem/shipped.h"

namespace liem::app {

namespace fs = std::filesystem;

std::expected<indicators::Inputs, Problems> load_answers_file(const fs::path& file,
                                                              const indicators::IndicatorSet& set) {
  const auto text = listed(read_user_file(file, largest_answers));
  if (!text) return std::unexpected(text.error());
  return indicators::load_inputs(*text, file.string(), set);
}

namespace {

using indicators::IndicatorSet;

std::shared_ptr<const indicators::ScoredInputs> alone(const IndicatorSet& set,
                                                      indicators::Inputs inputs) {
  auto score = indicators::score(set, inputs);
  return std::make_shared<const indicators::ScoredInputs>(
      indicators::ScoredInputs{std::move(inputs), std::move(score)});
}

struct RoundUnits {
  assessment::Round round;  // its days alone
  std::vector<organisation::Unit> units;
};

// Of a round's folder, the units that were there in its time.
std::expected<RoundUnits, Problems> load_round_units(const fs::path& folder) {
  const auto round_file = folder / "round.yaml", units_file = folder / "units.yaml";
  const auto round_text = listed(read_user_file(round_file, largest_answers));
  if (!round_text) return std::unexpected(round_text.error());
  const auto round = assessment::load_round(*round_text, round_file.string());
  if (!round) return std::unexpected(round.error());
  const auto units_text = listed(read_user_file(units_file, largest_answers));
  if (!units_text) return std::unexpected(units_text.error());
  auto units = organisation::load_units(*units_text, units_file.string());
  if (!units) return std::unexpected(units.error());
  RoundUnits out;
  out.round.from = round->value.from;
  out.round.to = round->value.to;
  for (auto& unit : *units) {
    if (!organisation::exists_within(unit, out.round.from, out.round.to)) continue;
    out.units.push_back(std::move(unit));
  }
  return out;
}

// Each unit of the round with those below it; answers of others stay as they are.
std::vector<UnitAnswers> with_units_below(const IndicatorSet& set, const RoundUnits& round,
                                          std::vector<UnitAnswers> handed_in) {
  std::vector<assessment::Submission> submissions;
  for (const auto& one : handed_in) {
    submissions.push_back({one.unit, std::nullopt, one.unit, {}, {}});
  }
  const auto& units = round.units;
  const assessment::RoundTree tree(round.round, units, submissions);
  std::vector<std::shared_ptr<const indicators::ScoredInputs>> own;
  std::vector<UnitAnswers> out;
  for (const auto& unit : units) {
    const auto found = std::ranges::find(handed_in, unit.id, &UnitAnswers::unit);
    own.push_back(alone(set, found == handed_in.end() ? indicators::Inputs{set.id, {}, {}}
                                                      : std::move(found->inputs)));
    out.push_back({unit.id, found == handed_in.end() ? fs::path() : found->file, {}});
    if (found != handed_in.end()) handed_in.erase(found);
  }
  const auto scored = tree.score(set, own);
  std::vector<UnitAnswers> answered = std::move(handed_in);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (scored[i] == nullptr) continue;
    out[i].inputs = scored[i]->inputs;
    answered.push_back(std::move(out[i]));
  }
  std::ranges::sort(answered, {}, &UnitAnswers::unit);
  return answered;
}

}  // namespace

std::expected<indicators::Inputs, Problems> load_answers(const fs::path& file,
                                                         const std::vector<std::string>& below,
                                                         const IndicatorSet& set) {
  auto own = load_answers_file(file, set);
  if (!own || below.empty()) return own;
  std::vector<indicators::UnitAnswers> units;
  units.push_back({{file.string(), {file.string(), file.string()}}, alone(set, std::move(*own))});
  Problems problems;
  for (const auto& path : below) {
    auto inputs = load_answers_file(path, set);
    if (inputs) {
      units.push_back({{path, {path, path}}, alone(set, std::move(*inputs))});
    } else {
      std::ranges::move(inputs.error(), std::back_inserter(problems));
    }
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return indicators::with_units_below(set, units)->inputs;
}

void add_below(CLI::App& command, std::vector<std::string>& below) {
  command.add_option("--below", below,
                     "answers of a unit directly below: figures are rolled up, rules that inherit "
                     "see it; repeatable");
}

std::expected<std::vector<UnitAnswers>, Problems> load_answers_folder(
    const fs::path& folder, const indicators::IndicatorSet& set) {
  std::error_code failed;
  const fs::path inside = folder / "submissions";
  const fs::path& root = fs::is_directory(inside, failed) ? inside : folder;
  std::vector<fs::path> files;
  for (fs::directory_iterator entry(root, failed), end; !failed && entry != end;
       entry.increment(failed)) {
    const fs::path file = entry->path() / "answers.yaml";
    std::error_code missing;
    if (fs::is_regular_file(file, missing)) files.push_back(file);
  }
  if (files.empty()) {
    return std::unexpected(
        Problems{fail(errors::no_answers, {{"folder", folder.string()}}).error()});
  }
  std::ranges::sort(files);
  std::vector<UnitAnswers> out;
  Problems problems;
  for (const auto& file : files) {
    auto inputs = load_answers_file(file, set);
    if (!inputs) {
      std::ranges::move(inputs.error(), std::back_inserter(problems));
      continue;
    }
    out.push_back({file.parent_path().filename().string(), file, std::move(*inputs)});
  }
  if (!problems.empty()) return std::unexpected(std::move(problems));
  std::error_code missing;
  if (!fs::is_regular_file(folder / "round.yaml", missing)) return out;
  const auto round = load_round_units(folder);
  if (!round) return std::unexpected(round.error());
  return with_units_below(set, *round, std::move(out));
}

}  // namespace liem::app
