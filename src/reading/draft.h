// What the stages of reading hand on to each other; offsets here are of the repaired text.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "reading/lexicon.h"
#include "reading/outline.h"
#include "reading/reading.h"
#include "reading/segments.h"
#include "text/byte_scan.h"
#include "text/numbers.h"
#include "text/words.h"

namespace liem::reading {

enum class MentionKind : unsigned char { number, date, citation };

// Something written in digits. Mentions are in the order of the text and do not overlap.
struct Mention {
  MentionKind kind = MentionKind::number;
  Span span;
  std::size_t end = 0;  // behind a glued footnote mark too
  std::size_t segment = 0;
  // Numbers:
  Decimal value{};
  int decimals = 0;
  int unit = -1;  // index into Lexicon::units, -1: none known
  Span unit_span{};
  std::array<text::WordKey, 2> noun{};  // the two words behind it where no unit is known
  // Dates:
  std::optional<Date> date{};
  bool doubtful = false;  // recognised with doubt
  // Citations: index into Reading::citations.
  std::size_t citation = 0;

  // Number and unit together.
  Span figure_span() const { return {span.begin, unit < 0 ? span.end : unit_span.end}; }
};

// A table whose cells stand between bars.
struct HeadedTable {
  static constexpr std::size_t no_number = static_cast<std::size_t>(-1);
  struct Row {
    std::string label;               // plain letters of its first cell that has words
    std::vector<std::size_t> cells;  // mentions, or no_number
  };
  Span span;
  std::vector<std::string> headings;  // plain letters
  std::vector<Span> heading_spans;
  std::vector<Row> rows;
};

// What the windows of a long text read before this one said that still counts (windows.h).
struct Earlier {
  Identity identity;
  int assessed_year = 0;
  std::optional<Period> period;
  std::vector<Citation> documents;  // dated ones, the latest most_documents
  static constexpr std::size_t most_documents = 4096;
};

struct Draft {
  std::string_view text;
  const Lexicon& lexicon;
  text::Landmarks landmarks;
  std::vector<Segment> segments;
  std::vector<Mention> mentions;
  std::vector<Heading> headings{};
  Reading reading;
  Identity identity{};
  const Earlier* earlier = nullptr;    // nothing: the text starts here
  int assessed_year = 0;               // the one its title names, or 0
  std::vector<NoteMark> note_marks{};  // those the text does not show
  std::vector<Footnote> footnotes{};
  std::vector<HeadedTable> headed_tables{};

  const Unit* unit(const Mention& mention) const {
    return mention.unit < 0 ? nullptr : &lexicon.units[static_cast<std::size_t>(mention.unit)];
  }
};

// The stages, in this order.
void scan_mentions(Draft& draft);  // mentions and citations
void find_ratios(Draft& draft);
void find_sums(Draft& draft);
void find_tables(Draft& draft);
void find_differences(Draft& draft);
void find_change_rates(Draft& draft);
void find_none(Draft& draft);
void find_meanings(Draft& draft);    // of the figures; numerators of "17/20 người" become figures
void find_references(Draft& draft);  // distinct documents, and what points back to one
void find_document_findings(Draft& draft);  // documents that contradict each other
void find_issuer_findings(Draft& draft);    // symbols and dates against the agencies they name
void find_count_findings(Draft& draft);     // "04 kế hoạch: ..." against the list
void find_year_findings(Draft& draft);      // own documents outside the assessed year
void find_section_findings(Draft& draft);   // numbering of sections and articles
void give_ids(Draft& draft);                // once all findings are there, in order

// Reads one window of a text. `earlier` is what those before said, nothing for the first; this
// window is added to it.
Result<Reading> read_window(const ReadingInput& input, const Lexicon& lexicon,
                            std::optional<Earlier>& earlier);

// Adds a claim, and where it does not hold the finding that says so.
void add_ratio(Draft& draft, RatioClaim claim, int percent_decimals,
               Severity severity = Severity::error);
void add_sum(Draft& draft, SumClaim claim, Severity severity);

}  // namespace liem::reading
