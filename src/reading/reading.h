// Text of a report -> what it says: the documents it cites, its figures, the claims its figures
// make, its statements of none, and what does not hold. Pure: same text, same answer.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "reading/meaning.h"
#include "reading/structure.h"
#include "text/repair.h"

namespace liem::reading {

class Lexicon;
using text::Span;  // half-open byte offsets; in a Reading always of the source file

struct Citation {
  std::string type;           // the Vietnamese type word as meant, e.g. "Kế hoạch"
  std::string number;         // the symbol as meant: line breaks and stray spaces mended
  std::optional<Date> date;   // nothing where none is written or no such day exists
  std::string issuer;         // as the text gives it, in one line; empty where it gives none
  Span span;                  // from the type word to the end of the date, or of the number
  bool own = false;           // the document's own number in its heading
  bool type_written = false;  // a type word stands before the number, not inherited from a list
  bool doubtful = false;      // recognised with doubt: check against the page
  std::size_t document = 0;   // index into Reading::documents
  // Index of the full citation that this one repeats without date, type or symbol.
  std::optional<std::size_t> refers_to{};
};

// A document however often and in whatever form the text cites it.
struct DistinctDocument {
  std::string type, number, issuer;  // as its fullest citation says
  std::optional<Date> date;
  std::vector<std::size_t> citations;  // indexes, in the order of the text
};

// "Kế hoạch này", "văn bản nêu trên": a document meant without its number.
struct Reference {
  Span span;
  std::optional<std::size_t> refers_to;  // index of the citation; nothing where none fits
};

struct Figure {
  Decimal value;
  std::string unit;  // e.g. "hồ sơ", "triệu đồng", "%"
  Span span;
  std::optional<Counted> counted{};  // nothing where the words do not say
  std::optional<Owner> of{};         // likewise
  std::optional<Period> period{};    // likewise
  std::optional<Soft> soft{};        // nothing: exact
  std::vector<ItemLink> items{};     // the strongest links alone
  bool doubtful = false;             // recognised with doubt: check against the page
};

// In the base unit of its kind: đồng of money. Nothing where that does not fit.
std::optional<Decimal> base_value(const Figure& figure, const Lexicon& lexicon);

struct RatioClaim {
  Decimal numerator, denominator;
  std::optional<Decimal> percent;  // nothing where only "58/58 đơn" is written
  // The percent is the ratio, or that of numbers which round to those written, rounded half up to
  // the decimals written.
  bool holds = true;
  bool doubtful = false;  // rests on a number recognised with doubt: `holds` says nothing
  Span span;
  Span percent_span, numerator_span, denominator_span;  // percent's empty where none is written
};

struct SumClaim {
  Decimal total;
  std::vector<Decimal> parts;  // in the unit of the total
  std::string unit;
  bool holds = true;  // up to half a step where an amount is written in a larger unit than another
  bool doubtful = false;  // as of a ratio
  Span span;
};

enum class Change : unsigned char { increase, decrease };

struct DifferenceClaim {
  Decimal value;  // by how much, as written: of `unit`, or "%" of `from`
  Change change = Change::increase;
  // The figure compared with, and the present one; in one unit. Of "8.200 việc, giảm 310 việc
  // (3,64%)" `from` is worked out: 8.510.
  Decimal from, to;
  std::string unit;
  bool holds = true;      // to - from is the change written
  bool doubtful = false;  // as of a ratio
  Span span;
};

using Claim = std::variant<RatioClaim, SumClaim, DifferenceClaim>;

struct NoneStatement {
  Span span;
};

enum class Severity { error, warning, note };

struct Finding {
  std::string code;  // e.g. "ratio_mismatch"; the message's id is "reading.<code>"
  Severity severity;
  Span span;
  Message message;
  std::optional<Message> suggestion;
  // 16 hexadecimal digits from the code and the plain words around it: stays when the text moves.
  std::string id{};
};

struct Reading {
  std::vector<Citation> citations;
  std::vector<DistinctDocument> documents;  // in the order of their first citation
  std::vector<Reference> references;
  std::vector<Figure> figures;
  std::vector<Claim> claims;
  std::vector<NoneStatement> none;
  std::vector<Finding> findings;  // every list in the order of the text
  Structure structure;
  std::optional<Period> period;  // the document's own
};

// A footnote's mark that the source does not show: it stood at `at`.
struct NoteMark {
  std::size_t at = 0;
  int number = 0;
};

struct ReadingInput {
  std::string_view source;
  std::string_view name;               // put into errors
  std::vector<Span> doubtful{};        // of the source, in order: recognised with doubt
  std::vector<NoteMark> note_marks{};  // in the order of the source
};

// See text::repair for what is refused.
Result<Reading> read(const ReadingInput& input, const Lexicon& lexicon);
inline Result<Reading> read(std::string_view source, std::string_view name,
                            const Lexicon& lexicon) {
  return read({source, name}, lexicon);
}

std::string_view to_string(Severity severity);
std::string_view to_string(Change change);
Span span_of(const Claim& claim);
bool holds(const Claim& claim);
bool is_doubtful(const Claim& claim);

}  // namespace liem::reading
