// A set read as a round is pinned to it: by the bytes of its file, of the data items it is written
// in and of the law it takes numbers from.
#pragma once

#include <expected>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "assessment/round.h"
#include "base/error.h"
#include "base/named_file.h"
#include "figures/item.h"
#include "indicators/set.h"

namespace liem::assessment {

// An indicator set as it lies in data/, with the catalogue of data items it is written in and the
// law it may take numbers from.
struct SetFiles {
  NamedFile set, items;
  std::vector<NamedFile> law{};  // all of data/law
};
using FindSet = std::function<std::expected<SetFiles, Problems>(const std::string& set_id)>;

struct PinnedSet {
  indicators::IndicatorSet set;
  figures::ItemCatalogue items;
  Content set_content, items_content;
  std::optional<Content> law_content;  // nothing where no rule reads the law

  SetReference reference() const;
  std::optional<std::string> law_sha256() const;
  std::vector<Content> contents() const;
};

// With the law of `last_day`, the round's; all problems of the first file that has any.
std::expected<PinnedSet, Problems> pin_set(const SetFiles& files, const Date& last_day);

}  // namespace liem::assessment
