// A score with all it came from, as a file: gathered, written, and computed again.
#pragma once

#include <expected>
#include <string>
#include <vector>

#include "indicators/bundle.h"
#include "liem/context.h"

namespace liem::app {

// The files a score rests on: a shipped set by id or a file, shipped items and law, answers.
std::expected<indicators::Bundle, Problems> gather_bundle(const Context& context,
                                                          const std::string& set,
                                                          const std::string& inputs,
                                                          const std::vector<std::string>& below);

Result<void> write_bundle(const Context& context, const indicators::Bundle& bundle,
                          const indicators::BundleScore& scored, const std::string& path);

// Says whether the stored score still comes out; 0 the same, 3 otherwise, 1 refused.
int recompute_file(const Context& context, const std::string& path);

}  // namespace liem::app
