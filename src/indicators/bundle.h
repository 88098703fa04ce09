// All that a score came from, in one JSON document, so that it can be computed again from that
// alone years later: the bytes of the set, of the data items, of the law where the set takes
// numbers from it, of the answers, and the result.
#pragma once

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>
#include <expected>
#include <functional>
#include <string>
#include <vector>

#include "base/messages.h"
#include "base/named_file.h"
#include "indicators/bundle_comparison.h"
#include "indicators/score.h"

namespace liem::indicators {

struct Bundle {
  NamedFile set;
  std::vector<NamedFile> items, law;
  NamedFile inputs;
  std::vector<NamedFile> below;  // answers of the units directly below
};

// Hex digits of the SHA-256 of bytes.
using Digest = std::function<std::string(std::string_view)>;

// What a bundle's files say, read and scored.
struct BundleScore {
  IndicatorSet set;
  Inputs inputs;  // together with those of the units below
  Score score;
};
std::expected<BundleScore, Problems> score_bundle(const Bundle& bundle, const Digest& sha256_of);

boost::json::object bundle_json(const Bundle& bundle, const BundleScore& scored,
                                const Digest& sha256_of, const Catalogue& catalogue);

struct Recomputed {
  BundleScore scored;
  std::vector<BundleDifference> differences;
  std::size_t reworded = 0;  // explanations that say the same in other words
};
// Refuses what is no bundle, and a set whose bytes no longer have the hash the result names.
std::expected<Recomputed, Problems> recompute(std::string_view bundle, const Digest& sha256_of,
                                              const Catalogue& catalogue);

}  // namespace liem::indicators
