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
};

struct Figure {
  Decimal value;
  std::string unit;  // e.g. "hồ sơ", "triệu đồng", "%"
  Span span;
};

struct RatioClaim {
  Decimal numerator, denominator;
  std::optional<Decimal> percent;  // nothing where only "58/58 đơn" is written
  bool holds = true;  // the percent is the ratio rounded half up to the decimals written
  Span span;
  Span percent_span, numerator_span, denominator_span;  // percent's empty where none is written
};

struct SumClaim {
  Decimal total;
  std::vector<Decimal> parts;  // in the unit of the total
  std::string unit;
  bool holds = true;
  Span span;
};

enum class Change : unsigned char { increase, decrease };

struct DifferenceClaim {
  Decimal value;  // by how much, as written: of `unit`, or "%" of `from`
  Change change = Change::increase;
  Decimal from, to;  // the figure compared with, and the present one; in one unit
  std::string unit;
  bool holds = true;  // to - from is the change written
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
  std::vector<Figure> figures;
  std::vector<Claim> claims;
  std::vector<NoneStatement> none;
  std::vector<Finding> findings;  // every list in the order of the text
  Structure structure;
};

// `name` is put into errors; see text::repair for what is refused.
Result<Reading> read(std::string_view source, std::string_view name, const Lexicon& lexicon);

std::string_view to_string(Severity severity);
std::string_view to_string(Change change);
Span span_of(const Claim& claim);
bool holds(const Claim& claim);

}  // namespace liem::reading
