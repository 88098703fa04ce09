#include "assessment/history_words.h"

#include "indicators/sentence.h"

namespace liem::assessment {
namespace {

using indicators::Sentence;
using organisation::Event;
using organisation::EventKind;
using organisation::History;

Date day_before(const Date& date) { return std::chrono::sys_days(date) - std::chrono::days(1); }

Words names_of(const History& history, const std::vector<std::string>& units, const Date& date) {
  std::vector<Words> names;
  for (const auto& unit : units) names.push_back(name_on(history, unit, date));
  return indicators::joined(names, ", ");
}

// An event that is undone made nothing, so its own words name what it would have begun.
Words name_in(const History& history, const Event& event, std::string_view unit) {
  for (const auto& born : event.born) {
    if (born.id == unit) return born.name;
  }
  return name_on(history, unit, event.date);
}

Words shares_of(const History& history, const Event& event) {
  std::vector<Words> parts;
  for (const auto& share : event.into) {
    const auto name = name_in(history, event, share.unit);
    const auto part = share_words(share.share);
    parts.push_back({part.vi + " " + name.vi, part.en + " " + name.en});
  }
  return indicators::joined(parts, ", ");
}

}  // namespace

Words date_words(const Date& date) { return {to_vietnamese(date), to_iso(date)}; }

Words share_words(const Rational& share) {
  constexpr int places = 4;
  const Rational percent = share * Rational(100);
  const bool exact = percent.exact(places).has_value();
  auto words = indicators::number_words(percent.rounded(places, Rounding::half_up));
  for (auto* text : {&words.vi, &words.en}) *text = (exact ? "" : "≈ ") + *text + " %";
  return words;
}

Words name_on(const History& history, std::string_view unit, const Date& date) {
  const auto* versions = history.versions(unit);
  if (versions == nullptr) return {std::string(unit), std::string(unit)};
  const auto* found = &versions->front();
  for (const auto& version : *versions) {
    if (version.from <= date) found = &version;
  }
  return found->name;
}

Words kind_words(organisation::UnitKind kind, const Catalogue& catalogue) {
  const std::string id = "history.kind." + std::string(name_of(kind));  // a sentence only views it
  return indicators::say(indicators::Sentence{id, {}}, catalogue);
}

Words event_words(const History& history, std::size_t place, const Catalogue& catalogue) {
  const Event& event = history.events()[place];
  const std::string id = "history.event." + std::string(name_of(event.kind));
  Sentence sentence{id, {{"date", date_words(event.date)}, {"basis", event.basis}}};
  const auto add = [&](std::string_view name, indicators::SentenceValue value) {
    sentence.values.emplace_back(name, std::move(value));
  };
  const Date before = day_before(event.date);
  switch (event.kind) {
    case EventKind::create: {
      std::vector<Words> names;
      for (const auto& unit : event.born) names.push_back(unit.name);
      add("units", indicators::joined(names, ", "));
      break;
    }
    case EventKind::merge:
      add("units", names_of(history, event.units, before));
      add("into", name_in(history, event, event.into.front().unit));
      break;
    case EventKind::split:
      add("units", names_of(history, event.units, before));
      add("into", shares_of(history, event));
      break;
    case EventKind::rename:
      add("units", names_of(history, event.units, before));
      add("name", event.name.value_or(name_on(history, event.units.front(), event.date)));
      break;
    case EventKind::move:
      add("units", names_of(history, event.units, before));
      add("parent", name_on(history, event.parent, event.date));
      break;
    case EventKind::abolish:
      add("units", names_of(history, event.units, before));
      break;
    case EventKind::undo:
      add("undone", event.undone);
      break;
  }
  return indicators::say(sentence, catalogue);
}

Words step_words(const History& history, const organisation::Descent::Step& step,
                 const Catalogue& catalogue) {
  const auto& flow = step.flow;
  return indicators::say({"history.step",
                          {{"date", date_words(flow.date)},
                           {"share", share_words(flow.share)},
                           {"from", name_on(history, flow.from, day_before(flow.date))},
                           {"to", name_on(history, flow.to, flow.date)},
                           {"basis", history.events()[flow.event].basis}}},
                         catalogue);
}

}  // namespace liem::assessment
