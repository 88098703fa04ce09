// The law that a round's set takes numbers from, kept with the round as one content, so that a law
// edited later changes no point of it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/round.h"
#include "base/error.h"
#include "base/named_file.h"
#include "indicators/set.h"
#include "law/law.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode law_unreadable{"assessment.law_unreadable", ErrorKind::internal};
}  // namespace errors

// A JSON list of {name, text}.
std::string packed(std::span<const NamedFile> law);
// The parameters in packed bytes; errors::law_unreadable for bytes that packed() did not make.
std::expected<law::Parameters, Problems> unpacked_law(std::string_view bytes);

// The set read with the law of these files on the day it names, else on the round's last day.
std::expected<indicators::IndicatorSet, Problems> load_round_set(
    const NamedFile& set, const figures::ItemCatalogue& items, std::span<const NamedFile> law,
    const Date& last_day);
// What is to be kept of the law with a round on this set; nothing where no rule reads the law.
std::optional<Content> law_content(const indicators::IndicatorSet& set,
                                   std::span<const NamedFile> law);

}  // namespace liem::assessment
