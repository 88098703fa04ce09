#include "assessment/history_additions.h"

#include <algorithm>

#include "assessment/library.h"

namespace liem::assessment {
namespace {

using organisation::Event;
using organisation::History;

std::string written(const Event& event) { return organisation::to_yaml({event}); }

// Where `event` should stand: the line of whatever stands there, or of the last event.
Error lost(const Event& event, const std::vector<Event>& after, std::size_t place) {
  const auto& near = place < after.size() ? after[place] : after.back();
  return fail(errors::history_event_lost, {{"file", near.place.file},
                                           {"line", std::to_string(near.place.line)},
                                           {"event", event.id},
                                           {"date", to_iso(event.date)}})
      .error();
}

std::unexpected<Problems> one(Error error) { return std::unexpected(Problems{std::move(error)}); }

}  // namespace

Problems check_only_adds(const History& before, const History& after) {
  Problems problems;
  const auto& now = after.events();
  for (std::size_t i = 0; i < before.events().size(); ++i) {
    const Event& event = before.events()[i];
    const auto found = std::ranges::find(now, event.id, &Event::id);
    if (found == now.end()) {
      problems.push_back(lost(event, now, i));
    } else if (written(*found) != written(event)) {
      problems.push_back(found->error(errors::history_event_changed));
    } else if (found != now.begin() + static_cast<std::ptrdiff_t>(i)) {
      problems.push_back(
          found->error(errors::history_event_moved, {{"place", std::to_string(i + 1)}}));
    }
  }
  return problems;
}

std::expected<void, Problems> check_history_only_adds(Store& store, const RoundImport& import,
                                                      const std::string& name) {
  if (!import.history) return {};
  const auto known = store.history(import.province);
  if (!known) return one(known.error());
  if (!*known || (*known)->units_sha256 == import.history->units_sha256) return {};
  const auto bytes = store.content(import.province, (*known)->units_sha256);
  if (!bytes) return one(bytes.error());
  if (!*bytes) {
    return one(fail(errors::content_missing, {{"sha256", (*known)->units_sha256}}).error());
  }
  const auto before = organisation::load_history(**bytes, (*known)->units_sha256);
  if (!before) return std::unexpected(before.error());
  const auto added =
      std::ranges::find(import.contents, import.history->units_sha256, &Content::sha256);
  LIEM_CHECK(added != import.contents.end());
  const auto after = organisation::load_history(added->bytes, name);
  if (!after) return std::unexpected(after.error());
  auto problems = check_only_adds(*before, *after);
  if (!problems.empty()) return std::unexpected(std::move(problems));
  return {};
}

}  // namespace liem::assessment
