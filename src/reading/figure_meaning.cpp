#include "reading/figure_meaning.h"

#include <algorithm>

#include "text/words.h"

namespace liem::reading {
namespace {

constexpr std::size_t most_counted_words = 12;

bool measures(Dimension dimension) {
  return dimension == Dimension::money || dimension == Dimension::percent ||
         dimension == Dimension::point || dimension == Dimension::area;
}

}  // namespace

void Sentence::read(const Surroundings& around, std::size_t from, std::size_t to,
                    std::size_t mention) {
  around_ = &around;
  target_ = false;
  agencies_.clear();
  tokenise(draft_, from, to, mention, tokens_);
  draft_.lexicon.figure_words.phrases.find(tokens_, hits_);
  find_periods(draft_, text(), tokens_, around.own_year, periods_);
  for (const auto& hit : hits_) {
    target_ = target_ || hit.phrase.kind == PhraseKind::target;
    if (hit.phrase.kind != PhraseKind::agency || !tokens_[hit.begin].capitalised) continue;
    if (!agencies_.empty() && hit.begin < agencies_.back().end) {
      // "Tỉnh ủy", "Ủy ban kiểm tra": the longer of two heads that start alike.
      if (hit.begin != agencies_.back().begin || hit.end <= agencies_.back().end) continue;
      agencies_.pop_back();
    }
    const std::size_t end = name_end(hit);
    agencies_.push_back({hit.begin, end, span({hit.begin, end})});
  }
}

// Behind how it starts, a name runs on over capitalised words, words of `inside`, and one more
// syllable of a capitalised word; a verb ends it.
std::size_t Sentence::name_end(const TokenPhrases::Hit& head) const {
  std::size_t end = head.end;
  const bool abbreviation = text::word_at(text(), tokens_[head.begin].span.begin).all_capitals;
  const bool may_go_on = head.end - head.begin > 1 || abbreviation;
  while (end < tokens_.size()) {
    const Token& token = tokens_[end];
    const bool next_capital = end + 1 < tokens_.size() && tokens_[end + 1].capitalised;
    if ((token.is_mark('-') || token.is("va")) && next_capital && end > head.end) {
      ++end;
      continue;
    }
    if (token.kind != TokenKind::word) break;
    if (!token.capitalised) {
      const bool first = end == head.end;
      if ((first && !may_go_on) || hit_at(end, PhraseKind::stop) || hit_at(end, PhraseKind::verb))
        break;
      const bool syllable = !first && tokens_[end - 1].capitalised;
      if (!draft_.lexicon.issuer_inside.contains(token.key) && !syllable) break;
    }
    ++end;
  }
  return end;
}

void Sentence::give_meaning(const FigureSlot& slot, Figure& figure) {
  const auto at = token_of(slot.mention);
  if (!at) return;
  const Clause clause = clause_of(tokens_, *at);
  figure.soft = soft_of(*at, draft_.mentions[slot.mention]);
  figure.counted = counted_of(clause, slot);
  figure.period = period_of(clause, figure.counted);
  figure.of = owner_of(clause, figure.counted);
  figure.items = links(clause, slot, figure.soft.has_value() || target_);
}

std::optional<std::size_t> Sentence::token_of(std::size_t mention) const {
  const auto begin = draft_.mentions[mention].span.begin;
  const auto found = std::ranges::lower_bound(tokens_, begin, {},
                                              [](const Token& token) { return token.span.begin; });
  if (found == tokens_.end() || found->span.begin != begin) return std::nullopt;
  return static_cast<std::size_t>(found - tokens_.begin());
}

// The hits that start from one token to before another, as a range.
auto Sentence::hits_from(std::size_t from, std::size_t to) const {
  const auto by_begin = [](const TokenPhrases::Hit& hit) { return hit.begin; };
  return std::ranges::subrange(std::ranges::lower_bound(hits_, from, {}, by_begin),
                               std::ranges::lower_bound(hits_, to, {}, by_begin));
}

const TokenPhrases::Hit* Sentence::hit_at(std::size_t token, PhraseKind kind) const {
  for (const auto& hit : hits_from(token, token + 1)) {
    if (hit.phrase.kind == kind) return &hit;
  }
  return nullptr;
}

const TokenPhrases::Hit* Sentence::hit_ending(std::size_t token, PhraseKind kind) const {
  constexpr std::size_t longest = 6;  // words of such a phrase
  for (const auto& hit : hits_from(token - std::min(token, longest), token)) {
    if (hit.end == token && hit.phrase.kind == kind) return &hit;
  }
  return nullptr;
}

const Sentence::Agency* Sentence::agency_at(std::size_t token) const {
  const auto found = std::ranges::find(agencies_, token, &Agency::begin);
  return found == agencies_.end() ? nullptr : &*found;
}

bool Sentence::spells(const WordSet& words, std::size_t token) const {
  const Token& one = tokens_[token];
  return words.spells(one.key, one.marks);
}

Span Sentence::span(TokenRange range) const {
  return {tokens_[range.begin].span.begin, tokens_[range.end - 1].span.end};
}

std::string Sentence::words(TokenRange range) const {
  return text::in_one_line(text::slice(text(), span(range)));
}

std::optional<Soft> Sentence::soft_of(std::size_t at, const Mention& mention) const {
  const auto* hit = hit_ending(at, PhraseKind::soft);
  if (!hit) return std::nullopt;
  const auto kind = static_cast<Softness>(hit->phrase.id);
  if (kind == Softness::above || kind == Softness::below) {
    // "nhiều hơn 5" compares; "30.811 trên 39.502" divides; "trên 05 lĩnh vực" is a place.
    if (hit->begin > 0) {
      const Token& before = tokens_[hit->begin - 1];
      const auto& changes = draft_.lexicon.changes;
      if (spells(changes.more, hit->begin - 1) || spells(changes.less, hit->begin - 1)) return {};
      if (before.kind == TokenKind::figure || before.kind == TokenKind::digits) return {};
    }
    const bool zero_first = text()[mention.span.begin] == '0' && mention.value.is_whole();
    if (zero_first && tokens_[hit->begin].is("tren")) return {};
  }
  return Soft{kind, words({hit->begin, hit->end})};
}

std::optional<Counted> Sentence::counted_of(const Clause& clause, const FigureSlot& slot) const {
  const auto& unit = draft_.lexicon.units[static_cast<std::size_t>(slot.unit)];
  if (measures(unit.dimension)) return counted_before(clause);
  const Mention& mention = draft_.mentions[slot.mention];
  auto behind =
      counted_behind(clause, mention.unit < 0 ? draft_.mentions[slot.mention + 1] : mention);
  if (clause.labelled && behind && behind->words.size() <= unit.name.size()) {
    if (auto label = counted_before(clause)) return label;
  }
  return behind;
}

// From the unit on, up to a word that ends the noun phrase.
std::optional<Counted> Sentence::counted_behind(const Clause& clause,
                                                const Mention& unit_of) const {
  std::size_t begin = clause.behind.begin;
  while (begin < clause.behind.end && tokens_[begin].span.begin < unit_of.unit_span.begin) ++begin;
  std::size_t end = begin;
  while (end < clause.behind.end && end - begin < most_counted_words) {
    const Token& token = tokens_[end];
    const bool in_unit = token.span.begin < unit_of.unit_span.end;
    if (!in_unit &&
        (token.kind != TokenKind::word || hit_at(end, PhraseKind::stop) || agency_at(end))) {
      break;
    }
    ++end;
  }
  if (end == begin) return std::nullopt;
  return Counted{words({begin, end}), span({begin, end})};
}

// "kiến nghị thu hồi 51.300 triệu đồng", "Số người phải kê khai: 10 người": the words before.
std::optional<Counted> Sentence::counted_before(const Clause& clause) const {
  std::size_t end = clause.before.end;
  for (bool moved = true; moved && end > clause.before.begin;) {
    moved = false;
    for (const PhraseKind kind : {PhraseKind::soft, PhraseKind::stop}) {
      const auto* hit = hit_ending(end, kind);
      if (!hit || hit->begin < clause.before.begin) continue;
      end = hit->begin;
      moved = true;
      break;
    }
  }
  std::size_t begin = end;
  while (begin > clause.before.begin && end - begin < most_counted_words &&
         tokens_[begin - 1].kind == TokenKind::word &&
         (clause.labelled || !hit_ending(begin, PhraseKind::stop))) {
    --begin;
  }
  if (begin == end) return std::nullopt;
  return Counted{words({begin, end}), span({begin, end})};
}

std::optional<Period> Sentence::period_of(const Clause& clause,
                                          const std::optional<Counted>& counted) const {
  const FoundPeriod* before = nullptr;
  for (const auto& period : periods_) {
    if (period.begin > clause.figure) {
      const bool close = clause.behind.holds(period.begin, period.begin + 1);
      const bool next = counted && period.period.span->begin <= counted->span.end + 2;
      if (close && !period.compared && (period.free || next)) return period.period;
      continue;
    }
    if (!period.compared) {
      if (period.free) before = &period;
      continue;
    }
    // "so với năm 2017 (258 lớp)", "so với năm 2017 là 258 lớp"
    bool touches = clause.figure - period.end <= 2;
    for (std::size_t k = period.end; k < clause.figure; ++k) {
      touches = touches && (tokens_[k].is_mark('(') || tokens_[k].is("la"));
    }
    if (touches) return period.period;
  }
  if (before) return before->period;
  if (around_->heading && around_->heading->period) return around_->heading->period;
  return around_->own_period;
}

std::optional<Owner> Sentence::owner_of(const Clause& clause,
                                        const std::optional<Counted>& counted) const {
  const auto named = [&](const Agency& agency) {
    return Owner{text::in_one_line(text::slice(text(), agency.span)), Place::sentence, agency.span};
  };
  // "12 hồ sơ của Sở Y tế"
  for (const Agency& agency : agencies_) {
    if (agency.begin == 0 || !clause.behind.holds(agency.begin, agency.begin + 1)) continue;
    const Token& link = tokens_[agency.begin - 1];
    const bool touches = counted && link.span.begin <= counted->span.end + 2;
    if (touches && (link.is("cua") || link.is("tai"))) return named(agency);
  }
  bool unclear = false;
  if (auto owner = owner_before(clause, unclear)) return owner;
  if (unclear) return std::nullopt;
  if (around_->heading && around_->heading->owner) return around_->heading->owner;
  if (draft_.identity.issuer.empty()) return std::nullopt;
  return Owner{draft_.identity.issuer, Place::document, {}};
}

// The nearest agency before the figure that is the subject of its clause or sentence; `unclear`
// where one is named there in another part.
std::optional<Owner> Sentence::owner_before(const Clause& clause, bool& unclear) const {
  constexpr std::size_t most_looked_at = 8;
  auto next = std::ranges::lower_bound(agencies_, clause.figure, {}, &Agency::begin);
  for (std::size_t looked = 0; next != agencies_.begin() && looked < most_looked_at; ++looked) {
    const Agency& agency = *--next;
    const bool own = agency.end - agency.begin == 1;  // "Sở", "Tỉnh": the document's own
    const Token* before = agency.begin == 0 ? nullptr : &tokens_[agency.begin - 1];
    const bool in_clause = agency.begin >= clause.before.begin;
    if (before && before->is("cua") && !in_clause) continue;
    const bool after_citation =
        before && agency.begin > 1 && tokens_[agency.begin - 2].kind == TokenKind::citation;
    if (after_citation) continue;
    const bool subject = !before || before->kind == TokenKind::mark || before->is("do") ||
                         before->is("tai") || (before->is("cua") && in_clause) ||
                         before->kind == TokenKind::date || before->kind == TokenKind::digits;
    if (own) return std::nullopt;
    if (subject) {
      return Owner{text::in_one_line(text::slice(text(), agency.span)), Place::sentence,
                   agency.span};
    }
    if (in_clause) {
      unclear = true;
      return std::nullopt;
    }
  }
  return std::nullopt;
}

// "tăng 5 hồ sơ", "so với 10 vụ", "01 lần/tháng": not the item itself.
bool Sentence::is_change(const Clause& clause) const {
  const auto& changes = draft_.lexicon.changes;
  constexpr std::size_t reach = 2;
  for (std::size_t k = clause.before.end;
       k-- > clause.before.begin && clause.before.end - k <= reach;) {
    if (spells(changes.rises, k) || spells(changes.falls, k)) return true;
    if (tokens_[k].is("voi") && k > 0 && tokens_[k - 1].is("so")) return true;
  }
  std::size_t behind = clause.behind.end;
  return behind + 1 < tokens_.size() && tokens_[behind].is_mark('/') &&
         tokens_[behind + 1].kind == TokenKind::word;
}

std::vector<ItemLink> Sentence::links(const Clause& clause, const FigureSlot& slot,
                                      bool softened) const {
  FigureContext figure;
  figure.unit = slot.unit;
  figure.numerator = slot.numerator;
  figure.denominator = slot.denominator;
  figure.softened = softened;
  constexpr std::size_t reach = 96;  // tokens to either side
  for (const auto& hit :
       hits_from(clause.figure - std::min(clause.figure, reach), clause.figure + reach)) {
    if (hit.phrase.kind != PhraseKind::wording) continue;
    figure.sentence.push_back(hit.phrase.id);
    const bool near =
        clause.before.holds(hit.begin, hit.end) || clause.behind.holds(hit.begin, hit.end);
    if (near) figure.near.push_back(hit.phrase.id);
  }
  if (figure.near.empty() || is_change(clause)) return {};
  figure.headings = around_->heading ? &around_->heading->phrases : nullptr;
  return links_of(figure, draft_.lexicon.figure_words);
}

}  // namespace liem::reading
