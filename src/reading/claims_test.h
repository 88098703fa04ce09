// Claims as one line each, for unit tests of reading.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reading/test_lexicon.h"

namespace liem::reading {

// "not 6/19=33%", "6=2+4"; differences are left out.
inline std::vector<std::string> claims_of(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& claim : reading_of(text).claims) {
    std::string line = holds(claim) ? "" : "not ";
    if (const auto* ratio = std::get_if<RatioClaim>(&claim)) {
      line += ratio->numerator.to_string() + "/" + ratio->denominator.to_string();
      if (ratio->percent) line += "=" + ratio->percent->to_string() + "%";
    } else if (const auto* sum = std::get_if<SumClaim>(&claim)) {
      line += sum->total.to_string() + "=";
      for (const auto& part : sum->parts) {
        line += (&part == &sum->parts.front() ? "" : "+") + part.to_string();
      }
    } else {
      continue;
    }
    out.push_back(line);
  }
  return out;
}

// "error ratio_mismatch"
inline std::vector<std::string> judged_findings_of(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& finding : reading_of(text).findings) {
    out.push_back(std::string(to_string(finding.severity)) + " " + finding.code);
  }
  return out;
}

}  // namespace liem::reading
