// What each figure means, sentence by sentence.
#include <algorithm>

#include "reading/draft.h"
#include "reading/figure_meaning.h"
#include "reading/heading_context.h"
#include "text/utf8.h"

namespace liem::reading {
namespace {

constexpr std::size_t window = 240;       // bytes of a sentence around its outermost figures
constexpr std::size_t most_at_once = 32;  // longer rows of figures are tables; time stays linear

std::size_t letter_start(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

struct Part {
  std::size_t at;  // where the number starts
  bool numerator;
};

std::vector<Part> parts_of_ratios(const Draft& draft) {
  std::vector<Part> out;
  for (const auto& claim : draft.reading.claims) {
    const auto* ratio = std::get_if<RatioClaim>(&claim);
    if (!ratio) continue;
    out.push_back({ratio->numerator_span.begin, true});
    out.push_back({ratio->denominator_span.begin, false});
  }
  std::ranges::sort(out, {}, &Part::at);
  return out;
}

class MeaningFinder {
 public:
  explicit MeaningFinder(Draft& draft) : draft_(draft), parts_(parts_of_ratios(draft)) {}

  void run() {
    collect();
    draft_.reading.period = own_period(draft_);
    if (slots_.empty()) return;
    surroundings_.own_period = draft_.reading.period;
    surroundings_.own_year = own_year();
    contexts_ = heading_contexts(draft_, surroundings_.own_year);
    for (std::size_t first = 0; first < slots_.size();) {
      std::size_t last = first + 1;
      while (last < slots_.size() && last - first < most_at_once &&
             segment(last) == segment(first)) {
        ++last;
      }
      sentence(first, last);
      first = last;
    }
  }

 private:
  const Mention& mention(std::size_t slot) const { return draft_.mentions[slots_[slot].mention]; }
  std::size_t segment(std::size_t slot) const { return mention(slot).segment; }

  // Every number with a unit, and the numerator of "17/20 người", which shares it.
  void collect() {
    auto& figures = draft_.reading.figures;
    figures.clear();
    const auto& mentions = draft_.mentions;
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      if (mentions[i].kind != MentionKind::number) continue;
      const auto [numerator, denominator] = roles(mentions[i].span.begin);
      int unit = mentions[i].unit;
      if (unit < 0 && numerator && i + 1 < mentions.size()) unit = shared_unit(i);
      if (unit < 0) continue;
      slots_.push_back({i, unit, numerator, denominator});
      figures.push_back({mentions[i].value,
                         draft_.lexicon.units[static_cast<std::size_t>(unit)].name,
                         mentions[i].figure_span()});
    }
  }

  std::pair<bool, bool> roles(std::size_t at) const {
    bool numerator = false, denominator = false;
    for (auto part = std::ranges::lower_bound(parts_, at, {}, &Part::at);
         part != parts_.end() && part->at == at; ++part) {
      (part->numerator ? numerator : denominator) = true;
    }
    return {numerator, denominator};
  }

  // Of the denominator directly behind the slash; -1: there is none.
  int shared_unit(std::size_t numerator) const {
    const Mention& below = draft_.mentions[numerator + 1];
    const std::size_t slash = text::skip_gap(draft_.text, draft_.mentions[numerator].end);
    const bool fraction = slash < draft_.text.size() && draft_.text[slash] == '/' &&
                          text::skip_gap(draft_.text, slash + 1) == below.span.begin;
    return fraction && below.kind == MentionKind::number ? below.unit : -1;
  }

  int own_year() const {
    const auto& own = draft_.reading.period;
    if (own && own->to) return static_cast<int>(own->to->year());
    const auto& date = draft_.identity.date;
    return date ? static_cast<int>(date->year()) : 0;
  }

  void sentence(std::size_t first, std::size_t last) {
    const Span whole = draft_.segments[segment(first)].span;
    const std::size_t begin = mention(first).span.begin, end = mention(last - 1).figure_span().end;
    const std::size_t from =
        letter_start(draft_.text, std::max(whole.begin, begin - std::min(begin, window)));
    const std::size_t to =
        letter_start(draft_.text, std::max(end, std::min(whole.end, end + window)));
    surroundings_.heading = heading_above(begin);
    Sentence read(draft_, surroundings_, from, to, first_mention(from, slots_[first].mention));
    for (std::size_t slot = first; slot < last; ++slot) {
      read.give_meaning(slots_[slot], draft_.reading.figures[slot]);
    }
  }

  // The first mention that ends behind `from`; looked for backwards from a later one.
  std::size_t first_mention(std::size_t from, std::size_t later) const {
    while (later > 0 && draft_.mentions[later - 1].span.end > from) --later;
    return later;
  }

  const HeadingContext* heading_above(std::size_t at) {
    while (next_heading_ < draft_.headings.size() &&
           draft_.headings[next_heading_].line.begin <= at) {
      ++next_heading_;
    }
    return next_heading_ == 0 ? nullptr : &contexts_[next_heading_ - 1];
  }

  Draft& draft_;
  std::vector<Part> parts_;
  std::vector<FigureSlot> slots_;
  std::vector<HeadingContext> contexts_;
  Surroundings surroundings_;
  std::size_t next_heading_ = 0;
};

}  // namespace

void find_meanings(Draft& draft) { MeaningFinder(draft).run(); }

std::string_view to_string(Place place) {
  switch (place) {
    case Place::sentence:
      return "sentence";
    case Place::heading:
      return "heading";
    case Place::document:
      return "document";
  }
  return "document";
}

std::string_view to_string(Softness softness) {
  switch (softness) {
    case Softness::about:
      return "about";
    case Softness::below:
      return "below";
    case Softness::above:
      return "above";
    case Softness::at_least:
      return "at_least";
    case Softness::at_most:
      return "at_most";
  }
  return "about";
}

}  // namespace liem::reading
