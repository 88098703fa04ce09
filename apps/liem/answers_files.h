// Answers handed over as files: one unit's, or a folder with one folder a unit.
#pragma once

#include <CLI/CLI.hpp>
#include <expected>
#include <filesystem>
#include <string>
#include <vector>

#include "indicators/inputs.h"
#include "liem/context.h"

namespace liem::app {

inline constexpr std::size_t largest_answers = std::size_t{16} << 20;  // bytes

std::expected<indicators::Inputs, Problems> load_answers_file(const std::filesystem::path& file,
                                                              const indicators::IndicatorSet& set);

// A unit's answers, with those of the units directly below it where there are files of them.
std::expected<indicators::Inputs, Problems> load_answers(const std::filesystem::path& file,
                                                         const std::vector<std::string>& below,
                                                         const indicators::IndicatorSet& set);

// --below of a command, for load_answers().
void add_below(CLI::App& command, std::vector<std::string>& below);

struct UnitAnswers {
  std::string unit;  // the folder's name
  std::filesystem::path file;
  indicators::Inputs inputs;
};

// `<folder>/<unit>/answers.yaml`, or the same below `submissions/` of a round's folder, in the
// order of names; units without answers are left out. Where a round's folder tells which units
// there are (round.yaml, units.yaml), each stands with those below it, and one that answers only
// through them is there too. errors::no_answers where there is none at all.
std::expected<std::vector<UnitAnswers>, Problems> load_answers_folder(
    const std::filesystem::path& folder, const indicators::IndicatorSet& set);

namespace errors {
inline constexpr ErrorCode no_answers{"app.no_answers", ErrorKind::not_found};
inline constexpr ErrorCode bad_change{"app.bad_change", ErrorKind::bad_input};
}  // namespace errors

}  // namespace liem::app
