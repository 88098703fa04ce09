// The documents a report cites, held against the files or the list handed in as evidence. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "reading/lexicon.h"
#include "reading/reading.h"

namespace liem::assessment {

// One piece of evidence: a file by its own number in its heading, or a row of an annex list.
struct EvidenceItem {
  std::string name;                  // file name, or "row 3"
  std::string sha256;                // of a file's bytes; empty for a row
  std::string type, number, issuer;  // number empty where the file gives none
  std::optional<Date> date;
};

enum class Match { matched, doubtful, missing, elsewhere };

// Why a match is only doubtful; the message id is "evidence.<name>".
enum class Doubt { other_date, other_type, other_issuer, close_number, number_in_name };

struct CitedDocument {
  reading::Citation citation;       // the first time it is cited
  Match match = Match::missing;     // elsewhere: not attached, but not the unit's own to attach
  std::optional<std::size_t> item;  // index into the items
  std::optional<Doubt> doubt;
};

struct EvidenceReport {
  std::vector<CitedDocument> documents;  // each cited document once, in the order of the text
  std::vector<std::size_t> unused;       // items no citation asks for
  std::vector<std::size_t> unreadable;   // items without a number of their own, not matched
  std::vector<std::pair<std::size_t, std::size_t>>
      twice;  // the same document or bytes attached again
};

EvidenceReport match_evidence(const reading::Reading& report,
                              const std::vector<EvidenceItem>& items,
                              const reading::Lexicon& lexicon);

// The identity a file's own heading gives it; number empty where it has none.
EvidenceItem item_of_file(std::string name, std::string sha256, const reading::Reading& reading);
// One item per document an annex list names.
std::vector<EvidenceItem> items_of_list(const reading::Reading& list);

}  // namespace liem::assessment
