// The words the reader knows, loaded once from data/reading/*.yaml.
#pragma once

#include <boost/container_hash/hash.hpp>
#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "reading/figure_words.h"
#include "reading/key_filter.h"
#include "text/words.h"

namespace liem::yaml {
class Node;
}

namespace liem::reading {

namespace errors {
inline constexpr ErrorCode unknown_type{"reading.unknown_type", ErrorKind::bad_input};
inline constexpr ErrorCode empty_phrase{"reading.empty_phrase", ErrorKind::bad_input};
inline constexpr ErrorCode bad_wording{"reading.bad_wording", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_unit{"reading.unknown_unit", ErrorKind::bad_input};
}  // namespace errors

// Looked up by views, without a copy.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return boost::hash<std::string_view>()(text);
  }
};
template <class Value>
using TextMap = boost::unordered_flat_map<std::string, Value, TextHash, std::equal_to<>>;
using TextSet = boost::unordered_flat_set<std::string, TextHash, std::equal_to<>>;

// Phrases found by their words' keys, longest first, forwards or backwards from a place.
class PhraseTable {
 public:
  struct Match {
    int id;
    text::Span span;
  };
  // `exact`: found only where the text has the same marks. False: the phrase has no word.
  enum class Spelt { any, exact };
  bool add(std::string_view phrase, int id, Spelt spelt = Spelt::any);
  // The longest phrase whose first word stands behind a gap at `at`.
  std::optional<Match> match_at(std::string_view text, std::size_t at) const {
    return match_from(text, text::word_after(text, at));
  }
  // The longest phrase that starts with this word of the text.
  std::optional<Match> match_from(std::string_view text, const text::Word& first) const;
  // The same, but only where the text spells it with the same marks.
  std::optional<Match> match_exactly_from(std::string_view text, const text::Word& first) const;
  // The longest phrase whose last word stands before a gap at `end`.
  std::optional<Match> match_before(std::string_view text, std::size_t end) const;

 private:
  struct Entry {
    std::vector<text::WordKey> keys;
    std::vector<text::WordMarks> marks;  // to tell "năm" from "nam"
    int id;
    bool exact = false;
  };
  static Match better(std::string_view text, const std::vector<Entry>& entries, std::size_t found,
                      text::Span span);
  boost::unordered_flat_map<text::WordKey, std::vector<Entry>> by_first_, by_last_;
  KeyFilter<1024> firsts_, lasts_;
};

struct DocumentType {
  std::string name;
  std::vector<std::string> symbols;
  std::vector<std::string> foreign;  // symbols of others, though it bears any other
  bool any_symbol = false;
  bool needs_symbol = false;
  bool restates = false;  // its title is another text's
};

enum class Dimension : std::uint8_t { money, percent, person, thing_counted, area, point, time };

struct Unit {
  std::string name;    // the canonical wording
  std::string kind;    // "money", "percent", or the counted kind: person, case, ...
  Decimal factor = 1;  // to the base unit (đồng) for money
  Dimension dimension = Dimension::thing_counted;
  std::vector<int> short_for;  // the units it also goes by: "vụ" of "vụ việc"
};

struct Agency {
  std::string name;
  std::optional<Date> since, until;  // first and last day it existed; nothing: always
  std::string source;                // the act the dates rest on
  bool has_symbols = false;
};

struct Guarded {
  std::string symbol;
  std::u32string letters;
};

class Lexicon {
 public:
  // The files' texts; every refusal names file and line.
  struct Sources {
    struct File {
      std::string name, text;
    };
    File document_types, issuers, units, none, sums, agencies, changes, figures, references;
  };
  static Result<Lexicon> load(const Sources& sources);
  // The wordings by which figures are linked to these data items; once. errors::bad_wording.
  Result<void> add_items(const figures::ItemCatalogue& catalogue);

  // Document types.
  std::vector<DocumentType> types;
  PhraseTable type_phrases;      // id: index into types
  PhraseTable type_short_forms;  // "CV" before "số"
  TextMap<int> implied;          // symbol abbreviation -> type
  TextMap<std::vector<int>> types_of_symbol;
  std::vector<std::string> closed_issuers;
  TextSet numbered_issuers;  // "KV" of "288/TB-KV VI"
  std::string sender_first;
  TextSet offices, rooms;  // "TTr" and "NV" of "312/TTr-NV4"

  // Issuers' names.
  // Lower-case words within them; spelt so, or without any mark.
  boost::unordered_flat_map<text::WordKey, std::vector<text::WordMarks>> issuer_inside;
  bool inside_issuer(const text::Word& word) const;
  PhraseTable issuer_numbered;  // a number behind these is part of the name: "Vụ 5"
  PhraseTable issuer_stops;
  PhraseTable issuer_seated;  // bodies of which each place has one of its own: "UBND"
  PhraseTable issuer_heads;   // how names of issuers start
  PhraseTable issuer_bodies;  // "ban", "tổ": what for stands behind, in small letters too
  PhraseTable issuer_functions, issuer_fields;
  JoinedWords issuer_joined;
  PhraseTable not_documents;    // what a number may belong to instead
  PhraseTable issuing;          // words between issuer and document
  PhraseTable issuing_adverbs;  // before them: "Sở còn ban hành"

  // Agencies.
  std::vector<Agency> agencies;
  PhraseTable agency_names;   // id: index into agencies
  PhraseTable agency_titles;  // posts written before the name
  TextMap<std::vector<int>> agencies_of_symbol;
  std::vector<Guarded> guarded_symbols;  // one letter off these is a slip
  TextSet look_alikes;                   // ... unless it is one of these

  // Units.
  std::vector<Unit> units;
  PhraseTable unit_phrases;  // id: index into units
  PhraseTable rate_phrases;

  // Statements of none and announcements of sums.
  PhraseTable none_verbs, none_with_nouns, none_nouns, none_between, none_ends, none_conditions;
  PhraseTable none_with_any;  // where "nào" follows
  PhraseTable none_provided;  // "trường hợp không phát sinh thì ..."
  PhraseTable sums_all, sums_some, sums_only_some;
  PhraseTable sums_rest;                   // "còn lại": a part without a number
  PhraseTable sums_others;                 // "đang", "chưa": what the rest did
  PhraseTable sums_counted;                // "(đã tính ...)": counted in another part
  PhraseTable sums_states;                 // behind a part: what some of the whole did
  PhraseTable sums_totals;                 // words before a total that stands behind its parts
  PhraseTable sums_gaps;                   // "chênh lệch": how far two figures are apart
  PhraseTable sums_every;                  // before a number: all of them
  PhraseTable sums_amid, sums_amid_leads;  // "Trong 46 vụ có": its parts follow
  PhraseTable sums_rest_heads;             // how the name of what is left begins
  PhraseTable sums_respective;  // "lần lượt là": numbers in the order of what was named before

  // What figures mean and how they stand to one another.
  ChangeWords changes;
  PhraseTable changes_wider_bases;  // what a rate is usually not taken of
  PhraseTable changes_whole_names;  // behind a percentage, before the whole in brackets
  PhraseTable changes_previous;     // behind "so với": the period told of before
  FigureWords figure_words;

  // How documents point to one another.
  PhraseTable carries_out, replaces, back, any_type;
  PhraseTable bases;        // directly before a document: what follows is made on its basis
  PhraseTable issues;       // directly before a document: it was made
  PhraseTable went_before;  // between two documents: the second is the older one on purpose

 private:
  Result<void> load_types(const Sources::File& file);
  Result<void> load_issuers(const Sources::File& file);
  Result<void> load_units(const Sources::File& file);
  Result<void> load_same_units(const yaml::Node& root);
  Result<void> load_none(const Sources::File& file);
  Result<void> load_sums(const Sources::File& file);
  Result<void> load_agencies(const Sources::File& file);
  Result<void> load_changes(const Sources::File& file);
  Result<void> load_figures(const Sources::File& file);
  Result<void> load_references(const Sources::File& file);
  Result<void> load_agency_heads(const Sources::File& issuers);
  Result<void> add_agency(const yaml::Node& node);
};

}  // namespace liem::reading
