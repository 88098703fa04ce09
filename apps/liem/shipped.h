// The data files of data/ that several commands read, each as its module reads it.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "assessment/import.h"
#include "assessment/library.h"
#include "assessment/set_shelf.h"
#include "base/named_file.h"
#include "indicators/set.h"
#include "indicators/trend.h"
#include "law/law.h"
#include "liem/context.h"
#include "workflow/notices.h"

namespace liem::app {

// Every file below a folder of data/, in the order of names.
std::expected<std::vector<NamedFile>, Problems> files_below(const Share& share,
                                                            std::string_view folder);
std::expected<law::Law, Problems> shipped_law(const Share& share);
std::expected<figures::ItemCatalogue, Problems> shipped_items(const Share& share);

// The file of the shipped set with this id, or the one at this path.
std::expected<NamedFile, Problems> set_file(const Share& share, const std::string& named);

// That file as a round is pinned to it: with the shipped data items and law.
std::expected<assessment::SetFiles, Problems> round_set_files(const Share& share,
                                                              const std::string& set);

// `named` is the id of a shipped set or the path of a file.
std::expected<indicators::IndicatorSet, Problems> find_set(const Share& share,
                                                           const std::string& named);

struct FoundMapping {
  indicators::Mapping mapping;
  std::vector<std::string> way;                   // ids of the sets from the first to the last
  std::vector<indicators::IndicatorSet> between;  // those on the way, without the ends
};
// The mapping in `file`, or where that is empty the shipped one, over as few sets in between as
// lead there; sets of one id lead by their codes.
std::expected<FoundMapping, Problems> find_mapping(const Share& share,
                                                   const indicators::IndicatorSet& from,
                                                   const indicators::IndicatorSet& to,
                                                   const std::string& file);

// Whether a YAML file is a mapping rather than a set, by its keys.
bool is_mapping(std::string_view text, std::string_view file);
// Files of the two sets of a mapping; empty for a shipped one.
struct EndFiles {
  std::string from, to;
};
// The mapping of this file, held against the sets that it says it is between.
std::expected<indicators::Mapping, Problems> check_mapping(const Share& share,
                                                           const NamedFile& file,
                                                           const EndFiles& sets);

// What a new round may be pinned to; refers to `share`.
std::expected<assessment::SetShelf, Problems> set_shelf(
    const Share& share, std::vector<indicators::KnownMapping> mappings);

// Published results, the shipped sets' versions and every mapping between them.
std::expected<workflow::Workflow, Problems> shipped_workflow(const Share& share);
std::expected<workflow::Notices, Problems> shipped_notices(const Share& share,
                                                           const workflow::Workflow& flow);
std::expected<indicators::TrendReference, Problems> trend_reference(const Share& share);

// A library of its own, with what the reader knows.
Result<std::unique_ptr<assessment::Library>> new_library(const Share& share);

// Reports every problem; the exit code of a command that was refused.
int refuse(const Context& context, const Problems& problems);

template <class T>
std::expected<T, Problems> listed(Result<T> result) {
  if (result) return std::move(*result);
  return std::unexpected(Problems{std::move(result.error())});
}

}  // namespace liem::app
