// One sentence's words, and what they say of each of its figures.
#pragma once

#include <vector>

#include "reading/clauses.h"
#include "reading/heading_context.h"
#include "reading/item_links.h"
#include "reading/periods.h"

namespace liem::reading {

// A figure still to be given its meaning.
struct FigureSlot {
  std::size_t mention = 0;
  int unit = 0;  // index into Lexicon::units
  bool numerator = false, denominator = false;
};

// What the document says around a sentence.
struct Surroundings {
  std::optional<Period> own_period;
  int own_year = 0;
  const HeadingContext* heading = nullptr;  // nothing above the first heading
};

class Sentence {
 public:
  explicit Sentence(const Draft& draft) : draft_(draft) {}
  // Replaces what was read before. `mention` is the first mention that ends behind `from`;
  // `around` must outlive the questions about its figures.
  void read(const Surroundings& around, std::size_t from, std::size_t to, std::size_t mention);
  void give_meaning(const FigureSlot& slot, Figure& figure);

 private:
  struct Agency {
    std::size_t begin, end;  // tokens
    Span span;
  };

  std::string_view text() const { return draft_.text; }
  std::optional<std::size_t> token_of(std::size_t mention) const;
  auto hits_from(std::size_t from, std::size_t to) const;
  const TokenPhrases::Hit* hit_at(std::size_t token, PhraseKind kind) const;
  const TokenPhrases::Hit* hit_ending(std::size_t token, PhraseKind kind) const;
  const Agency* agency_at(std::size_t token) const;
  std::size_t name_end(const TokenPhrases::Hit& head) const;
  bool spells(const WordSet& words, std::size_t token) const;
  std::string words(TokenRange range) const;
  Span span(TokenRange range) const;

  std::optional<Soft> soft_of(std::size_t at, const Mention& mention) const;
  std::optional<Counted> counted_of(const Clause& clause, const FigureSlot& slot) const;
  std::optional<Counted> counted_behind(const Clause& clause, const Mention& unit_of) const;
  std::optional<Counted> counted_before(const Clause& clause) const;
  std::optional<Period> period_of(const Clause& clause,
                                  const std::optional<Counted>& counted) const;
  std::optional<Owner> owner_of(const Clause& clause, const std::optional<Counted>& counted) const;
  std::optional<Owner> owner_before(const Clause& clause, bool& unclear) const;
  std::vector<ItemLink> links(const Clause& clause, const FigureSlot& slot, bool softened) const;
  bool is_change(const Clause& clause) const;

  const Draft& draft_;
  const Surroundings* around_ = nullptr;
  std::vector<Token> tokens_;
  std::vector<TokenPhrases::Hit> hits_;
  std::vector<FoundPeriod> periods_;
  std::vector<Agency> agencies_;
  bool target_ = false;  // speaks of what is to be reached
};

}  // namespace liem::reading
