// A unit's papers while it writes them: its report, what the report says of the answers, and the
// documents that prove them. All come out of documents their sender had read (documents.h).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assessment/documents.h"
#include "assessment/round_work.h"
#include "figures/item.h"

namespace liem::assessment {

namespace errors {
inline constexpr ErrorCode report_no_text{"assessment.report_no_text", ErrorKind::bad_input};
inline constexpr ErrorCode attach_to_none{"assessment.attach_to_none", ErrorKind::bad_input};
inline constexpr ErrorCode annex_full{"assessment.annex_full", ErrorKind::conflict};
}  // namespace errors

inline constexpr std::size_t longest_annex = 2000;  // rows

// The text of a document of the asker's own becomes the unit's report.
Result<void> set_report(const WorkDesk& at, const DocumentFiles& files, const std::string& round,
                        const std::string& unit, const std::string& document);

// A figure of the report that may be the answer to a data item.
struct Proposal {
  std::string item;
  Decimal value;  // in the item's own unit
  figures::Confidence confidence = figures::Confidence::probable;
  std::string rule;     // the wording that says so
  text::Span span;      // of the figure, in the report
  text::Span sentence;  // around it
  std::string said;     // the sentence, white space folded
};
// For items of the set, in the order of the text; what is softened or recognised with doubt is left
// out, as is what is said of others or another year.
std::vector<Proposal> proposals(const reading::Reading& report, std::string_view text,
                                const indicators::IndicatorSet& set,
                                const reading::Lexicon& lexicon, int year);
// Of the unit's report; none where it has none.
Result<std::vector<Proposal>> proposals(const WorkDesk& at, const std::string& round,
                                        const std::string& unit);

// What is not said is taken from the document itself: its own number, day, issuer and abstract.
struct Attachment {
  std::string document;  // of the asker's own
  std::vector<std::string> criteria;
  std::optional<std::string> type{}, number{}, issuer{}, title{};
  std::optional<Date> date{};
};
// Its place in the annex, from 1.
Result<int> attach(const WorkDesk& at, const DocumentFiles& files, const std::string& round,
                   const std::string& unit, const Attachment& wanted);

}  // namespace liem::assessment
