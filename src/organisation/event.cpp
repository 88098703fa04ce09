#include "organisation/event.h"

#include <algorithm>
#include <array>

namespace liem::organisation {
namespace {

constexpr std::array<std::pair<std::string_view, EventKind>, 7> event_names{{
    {"create", EventKind::create},
    {"merge", EventKind::merge},
    {"split", EventKind::split},
    {"rename", EventKind::rename},
    {"move", EventKind::move},
    {"abolish", EventKind::abolish},
    {"undo", EventKind::undo},
}};

// Always between double quotes, with what YAML would read there as its own written out.
std::string quoted_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') out += '\\';
    if (byte < 0x20 || byte == 0x7f) {
      out.append("\\x").append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string words_yaml(const Words& words) {
  return "{vi: " + quoted_text(words.vi) + ", en: " + quoted_text(words.en) + "}";
}

std::string unit_yaml(const NewUnit& unit) {
  std::string out = "{id: " + unit.id + ", name: " + words_yaml(unit.name) +
                    ", kind: " + std::string(name_of(unit.kind));
  if (!unit.parent.empty()) out += ", parent: " + unit.parent;
  return out + "}";
}

const NewUnit* born_in(const Event& event, std::string_view id) {
  const auto found = std::ranges::find(event.born, id, &NewUnit::id);
  return found == event.born.end() ? nullptr : &*found;
}

std::string shares_yaml(const Event& event) {
  std::string out;
  for (const auto& share : event.into) {
    const auto* born = born_in(event, share.unit);
    out += "    - {unit: " + (born == nullptr ? share.unit : unit_yaml(*born)) +
           ", share: " + share.written + "}\n";
  }
  return out;
}

std::string list_yaml(const std::vector<std::string>& ids) {
  std::string out;
  for (const auto& id : ids) out.append(out.empty() ? "" : ", ").append(id);
  return "[" + out + "]";
}

std::string details_yaml(const Event& event) {
  switch (event.kind) {
    case EventKind::create: {
      std::string out = "  units:\n";
      for (const auto& unit : event.born) out += "    - " + unit_yaml(unit) + "\n";
      return out;
    }
    case EventKind::merge:
      return "  from: " + list_yaml(event.units) + "\n  into: " +
             (event.born.empty() ? event.into.front().unit : unit_yaml(event.born.front())) + "\n";
    case EventKind::split:
      return "  of: " + event.units.front() + "\n  into:\n" + shares_yaml(event);
    case EventKind::rename: {
      std::string out = "  unit: " + event.units.front() + "\n";
      if (event.name) out += "  name: " + words_yaml(*event.name) + "\n";
      if (event.becomes) out += "  becomes: " + std::string(name_of(*event.becomes)) + "\n";
      return out;
    }
    case EventKind::move:
      return "  units: " + list_yaml(event.units) + "\n  parent: " + event.parent + "\n";
    case EventKind::abolish: {
      std::string out = "  unit: " + event.units.front() + "\n";
      if (!event.parent.empty()) out += "  children_to: " + event.parent + "\n";
      if (!event.into.empty()) out += "  successors:\n" + shares_yaml(event);
      return out;
    }
    case EventKind::undo:
      return "  undoes: " + event.undone + "\n";
  }
  return {};
}

}  // namespace

std::optional<EventKind> event_kind_of(std::string_view name) {
  for (const auto& [known, kind] : event_names) {
    if (known == name) return kind;
  }
  return std::nullopt;
}

std::string_view name_of(EventKind kind) {
  for (const auto& [name, known] : event_names) {
    if (known == kind) return name;
  }
  return "";
}

Error Event::error(ErrorCode code, Args args) const {
  args.insert(args.begin(),
              {{"file", place.file}, {"line", std::to_string(place.line)}, {"event", id}});
  return {code.kind, {std::string(code.id), std::move(args)}};
}

std::string to_yaml(const std::vector<Event>& events) {
  std::string out;
  for (const auto& event : events) {
    out += "- id: " + event.id + "\n  date: " + to_iso(event.date) +
           "\n  kind: " + std::string(name_of(event.kind)) +
           "\n  basis: " + quoted_text(event.basis) + "\n" + details_yaml(event);
  }
  return out;
}

std::optional<Rational> parse_share(std::string_view text) {
  const auto slash = text.find('/');
  const auto top = Decimal::parse(text.substr(0, slash));
  auto bottom = std::optional<Decimal>(1);
  if (slash != text.npos) bottom = Decimal::parse(text.substr(slash + 1));
  if (!top || !bottom || *bottom <= Decimal(0)) return std::nullopt;
  if (slash != text.npos && !(top->is_whole() && bottom->is_whole())) return std::nullopt;
  const auto share = Rational::quotient(*top, *bottom);
  if (share <= Rational(0) || share > Rational(1)) return std::nullopt;
  return share;
}

}  // namespace liem::organisation
