#include "damage.h"

#include <algorithm>

#include "damage_places.h"

namespace liem::golden {

std::string_view name_of(Damage kind) {
  switch (kind) {
    case Damage::line_break:
      return "line-break";
    case Damage::broken_token:
      return "broken-token";
    case Damage::page_number:
      return "page-number";
    case Damage::decomposed:
      return "decomposed";
    case Damage::misplaced_mark:
      return "misplaced-mark";
    case Damage::composed_mark:
      return "composed-mark";
    case Damage::tone_style:
      return "tone-style";
    case Damage::footnote_on_word:
      return "footnote-on-word";
    case Damage::running_header:
      return "running-header";
    case Damage::footnote_on_number:
      return "footnote-on-number";
    case Damage::lost_marks:
      return "lost-marks";
    case Damage::lost_stroke:
      return "lost-stroke";
    case Damage::confused:
      return "confused";
    case Damage::lost_letters:
      return "lost-letters";
  }
  LIEM_CHECK(false);
}

namespace {

bool is_too_close(const std::vector<Edit>& edits, const Edit& next) {
  return !edits.empty() && next.damaged.starts_with('\n') &&
         next.clean.begin - edits.back().clean.end < least_of_a_line;
}

std::string with_edits(std::string_view clean, const std::vector<Edit>& edits) {
  std::string out;
  std::size_t at = 0;
  for (const auto& edit : edits) {
    out += clean.substr(at, edit.clean.begin - at);
    out += edit.damaged;
    at = edit.clean.end;
  }
  return out.append(clean.substr(at));
}

// FNV-1a, so that documents of one order are not all damaged at the same places.
std::uint64_t number_of(std::string_view name) {
  std::uint64_t value = 0xCBF29CE484222325;
  for (const char c : name) value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return value;
}

}  // namespace

// What was put in before the first letter of a stretch stands outside of it.
std::size_t Damaged::begin_of(std::size_t clean) const {
  std::size_t moved = clean;
  for (const auto& edit : edits) {
    if (edit.clean.begin > clean || (edit.clean.begin == clean && edit.clean.size() > 0)) break;
    if (edit.clean.end > clean) return moved - (clean - edit.clean.begin);
    moved += edit.damaged.size();
    moved -= edit.clean.size();
  }
  return moved;
}

// So does what was put in behind its last.
std::size_t Damaged::end_of(std::size_t clean) const {
  std::size_t moved = clean;
  for (const auto& edit : edits) {
    if (edit.clean.begin >= clean) break;
    if (edit.clean.end > clean) return moved - (clean - edit.clean.begin) + edit.damaged.size();
    moved += edit.damaged.size();
    moved -= edit.clean.size();
  }
  return moved;
}

Damaged damage(const Document& clean, const DamageOrder& order) {
  Chance chance(order.seed ^ number_of(clean.name));
  auto places = places_of(order.kind, clean.text, chance);
  Damaged out;
  out.places = places.size();
  for (auto& place : places) {
    const bool happens = chance.below(100) < static_cast<std::uint64_t>(order.percent);
    if (happens && !is_too_close(out.edits, place)) out.edits.push_back(std::move(place));
  }
  out.document = clean;
  out.document.text = with_edits(clean.text, out.edits);
  for (auto& tag : out.document.tags) {
    tag.span = {out.begin_of(tag.span.begin), out.end_of(tag.span.end)};
  }
  return out;
}

}  // namespace liem::golden
