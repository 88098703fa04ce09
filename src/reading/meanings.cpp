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
  explicit MeaningFinder(Draft& draft)
      : draft_(draft), parts_(parts_of_ratios(draft)), sentence_(draft) {}

  void run() {
    collect();
    draft_.reading.period = own_period(draft_);
    if (slots_.empty()) return;
    surroundings_.own_period = draft_.reading.period;
    surroundings_.own_year = own_year();
    contexts_.emplace(draft_, surroundings_.own_year);
    for (std::size_t first = 0; first < slots_.size();) {
      std::size_t last = first + 1;
      while (last < slots_.size() && last - first < most_at_once &&
             segment(last) == segment(first)) {
        ++last;
      }
      sentence(first, last);
      first = last;
    }
    count_percentages();
  }

 private:
  const Mention& mention(std::size_t slot) const { return draft_.mentions[slots_[slot].mention]; }
  std::size_t segment(std::size_t slot) const { return mention(slot).segment; }

  // Every number with a unit, and the numerator of "17/20 người", which shares it.
  void collect() {
    auto& figures = draft_.reading.figures;
    const auto& mentions = draft_.mentions;
    bool below = false;  // the mention before is a numerator
    for (std::size_t i = 0; i < mentions.size(); ++i) {
      if (mentions[i].kind != MentionKind::number) {
        below = false;
        continue;
      }
      const bool above = i + 1 < mentions.size() && is_fraction(i);
      const int unit = above && mentions[i].unit < 0 ? mentions[i + 1].unit : mentions[i].unit;
      const bool denominator = below || role(mentions[i].span.begin, false);
      const bool numerator = above || role(mentions[i].span.begin, true);
      below = above;
      if (unit < 0) continue;
      slots_.push_back({i, unit, numerator, denominator});
    }
    figures.reserve(slots_.size());
    for (const auto& slot : slots_) {
      figures.push_back({mentions[slot.mention].value,
                         draft_.lexicon.units[static_cast<std::size_t>(slot.unit)].name,
                         mentions[slot.mention].figure_span()});
    }
  }

  bool role(std::size_t at, bool numerator) const {
    for (auto part = std::ranges::lower_bound(parts_, at, {}, &Part::at);
         part != parts_.end() && part->at == at; ++part) {
      if (part->numerator == numerator) return true;
    }
    return false;
  }

  // "17/20 người", "79,84/100 điểm", "6 hồ sơ/19 hồ sơ"; not "21 vụ/47 bị can".
  bool is_fraction(std::size_t above) const {
    const Mention& top = draft_.mentions[above];
    const Mention& below = draft_.mentions[above + 1];
    if (below.kind != MentionKind::number || (top.unit >= 0 && top.unit != below.unit))
      return false;
    const std::size_t slash = text::skip_gap(draft_.text, std::max(top.end, top.figure_span().end));
    return slash < below.span.begin && draft_.text[slash] == '/' &&
           text::skip_gap(draft_.text, slash + 1) == below.span.begin;
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
    std::size_t from =
        letter_start(draft_.text, std::max(whole.begin, begin - std::min(begin, window)));
    const std::size_t to =
        letter_start(draft_.text, std::max(end, std::min(whole.end, end + window)));
    surroundings_.heading = heading_above(begin);
    from = std::max(from, heading_line_end(whole, begin));
    sentence_.read(surroundings_, from, to, first_mention(from, slots_[first].mention));
    for (std::size_t slot = first; slot < last; ++slot) {
      sentence_.give_meaning(slots_[slot], draft_.reading.figures[slot]);
    }
  }

  // "17/20 người, đạt 85%": the percentage counts what its numbers count.
  void count_percentages() {
    auto& figures = draft_.reading.figures;
    const auto figure_at = [&](std::size_t at) {
      const auto found = std::ranges::lower_bound(
          figures, at, {}, [](const Figure& figure) { return figure.span.begin; });
      return found != figures.end() && found->span.begin == at ? &*found : nullptr;
    };
    for (const auto& claim : draft_.reading.claims) {
      const auto* ratio = std::get_if<RatioClaim>(&claim);
      if (!ratio || !ratio->percent) continue;
      Figure* percent = figure_at(ratio->percent_span.begin);
      const Figure* counted = figure_at(ratio->denominator_span.begin);
      if (percent && counted && counted->counted) percent->counted = counted->counted;
    }
  }

  // The first mention that ends behind `from`; looked for backwards from a later one.
  std::size_t first_mention(std::size_t from, std::size_t later) const {
    while (later > 0 && draft_.mentions[later - 1].span.end > from) --later;
    return later;
  }

  // Where a sentence starts with a heading's line and goes on below it with a capital, the figures
  // below are not in the heading's own words.
  std::size_t heading_line_end(Span sentence, std::size_t figure) const {
    if (next_heading_ == 0) return 0;
    const std::size_t heading = draft_.headings[next_heading_ - 1].line.begin;
    if (heading < sentence.begin) return 0;
    const std::size_t end = draft_.text.find('\n', heading);
    if (end >= figure) return 0;
    return text::word_after(draft_.text, end).capitalised ? end : 0;
  }

  const HeadingContext* heading_above(std::size_t at) {
    while (next_heading_ < draft_.headings.size() &&
           draft_.headings[next_heading_].line.begin <= at) {
      ++next_heading_;
    }
    return next_heading_ == 0 ? nullptr : &contexts_->below(next_heading_ - 1);
  }

  Draft& draft_;
  std::vector<Part> parts_;
  std::vector<FigureSlot> slots_;
  std::optional<HeadingContexts> contexts_;
  Sentence sentence_;
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
