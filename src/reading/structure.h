// How a document is built: heading, outline, footnotes, recipients, signature, rows of annexes.
// Layout after Decree 30/2020/NĐ-CP, annex I.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "text/repair.h"

namespace liem::text {
class RepairedText;
}

namespace liem::reading {

struct Draft;
using text::Span;

struct OutlineEntry {
  std::string kind;   // annex, part, chapter, capital, roman, article, number, letter, dash
  std::string label;  // "IV", "2.1", "a", "Điều 4", "-"
  std::string title;  // in one line; empty where nothing stands behind the label
  int level = 0;      // 0 is outermost; an entry belongs to the nearest one above of a lower level
  Span span;          // label and title
};

struct Identity {
  std::string type, number, place, issuer, abstract;  // empty where not found
  std::optional<Date> date;
};

// By which somebody signs for another: "TM. ỦY BAN NHÂN DÂN".
struct Mandate {
  std::string authority;  // "TM.", "KT.", "TL.", "TUQ.", "Q."
  std::string of;         // whom it comes from
};

struct Signature {
  std::string authority;            // the last of `mandates`, or empty: signs as head
  std::string on_behalf;            // likewise: "GIÁM ĐỐC", "ỦY BAN NHÂN DÂN"
  std::vector<Mandate> mandates{};  // from the widest: "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"
  std::string title;                // of who signs
  std::string name;                 // empty where the text gives none
  Span span;
};

struct Footnote {
  int number = 0;
  std::optional<Span> mark;  // nothing where no mark was found before the text; may be empty
  Span text;
};

struct ListRow {
  std::string annex;  // label of the annex it stands in
  int number = 0;
  Span span;
};

struct Recipient {
  std::string name;
  Span span;
};

struct Structure {
  Identity identity;
  std::vector<OutlineEntry> outline;
  std::vector<Footnote> footnotes;
  std::vector<Recipient> recipients;
  std::optional<Signature> signature;
  std::vector<ListRow> annex_rows;
};

Structure structure_of(const Draft& draft);

// Parts of the above, each in a file of its own.
Identity identity_of(const Draft& draft);
std::vector<Footnote> footnotes_of(const Draft& draft);
// "8318 cuộc" below a rule is mark 8 and 318: the mark is no part of the number.
void take_marks_off(Draft& draft);
void find_closing(const Draft& draft, Structure& structure);  // recipients and signature

}  // namespace liem::reading
