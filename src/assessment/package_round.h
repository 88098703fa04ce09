// round.json of a package: everything a round was handed in with but the bytes of files. Pure.
#pragma once

#include <boost/json/array.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/round.h"
#include "assessment/work.h"
#include "base/error.h"

namespace liem::assessment {

// A unit's file. People are known by name alone: accounts are nobody's business above.
struct PackagedFile {
  Submission submission;
  FileVersion version;  // 0 where nothing was handed in
  std::vector<JudgedEvidence> verdicts;
  // For readers, and for the receiver to hold its own computation against; of the unit with those
  // below it. Canonical JSON.
  boost::json::array answers, criteria;
};

struct PackagedRound {
  std::string province;
  Round round;
  std::vector<Unit> units;  // in the order of the round's list
  std::vector<StepDue> deadlines;
  std::vector<PackagedFile> files;  // of units that have one, in the order of units
  std::vector<WorkAct> acts;        // that left a state or set points, up to the handing in
  boost::json::array criteria;      // of the set, for readers
};

std::string text_of(const PackagedRound& round);  // canonical JSON
// errors::not_a_package for bytes that text_of() does not make, or that name what is not in them.
Result<PackagedRound> read_packaged_round(std::string_view bytes);

// Hashes of all files it names, each once, in their order.
std::vector<std::string> files_named(const PackagedRound& round);

// What one says otherwise than another, by where it stands: "units/xa-c/criteria/A.1.1/self".
struct PackageDifference {
  std::string where, before, after;  // empty where there was or is none
  bool operator==(const PackageDifference&) const = default;
};
// At most `most`; both are bytes of round.json.
std::vector<PackageDifference> package_differences(std::string_view before, std::string_view after,
                                                   std::size_t most);

}  // namespace liem::assessment
