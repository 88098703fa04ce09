#include "reading/headed_tables.h"

#include <algorithm>
#include <set>

#include "reading/arithmetic.h"
#include "reading/citation_list.h"
#include "reading/lines.h"
#include "text/words.h"

namespace liem::reading {
namespace {

constexpr std::size_t least_columns = 3;
constexpr std::size_t most_columns = 16;
constexpr std::size_t most_rows = 60;  // more are a register, not a table a sentence sums up

// The cells of a line between bars; bars at its ends are borders.
std::vector<Span> cells_in(std::string_view text, Span line) {
  std::vector<Span> out;
  std::size_t begin = line.begin;
  text = text.substr(0, line.end);  // to look no further
  if (begin < line.end && text[begin] == '|') ++begin;
  while (begin <= line.end && out.size() <= most_columns) {
    const std::size_t end = std::min(text.find('|', begin), line.end);
    if (end == line.end && begin == line.end) break;
    out.push_back({begin, end});
    begin = end + 1;
  }
  return out;
}

std::string plain_words(std::string_view text, Span cell) {
  const auto words = text::slice(text, cell);
  const auto first = words.find_first_not_of(" \t*");
  if (first == std::string_view::npos) return "";
  const auto last = words.find_last_not_of(" \t*");
  return text::folded(words.substr(first, last - first + 1));
}

bool is_border(std::string_view text, Span line) {
  return text::slice(text, line).find_first_not_of("|-: \t+") == std::string_view::npos;
}

class TableReader {
 public:
  explicit TableReader(const Draft& draft) : draft_(draft), text_(draft.text) {}

  std::vector<HeadedTable> run() {
    for (std::size_t at = text_.find('|'); at != std::string_view::npos; at = text_.find('|', at)) {
      const auto before = draft_.landmarks.lines.before(at);
      at = table_from(before ? *before + 1 : 0);
    }
    return std::move(out_);
  }

 private:
  // The table that starts with this line; returns the start of the line behind it.
  std::size_t table_from(std::size_t at) {
    Line line = line_at(text_, at);
    const auto heads = cells_in(text_, line.span);
    if (heads.size() < least_columns || heads.size() > most_columns) return line.next;
    HeadedTable table;
    table.span = line.span;
    for (const Span head : heads) table.headings.push_back(plain_words(text_, head));
    table.heading_spans = heads;
    for (at = line.next; at < text_.size() && table.rows.size() < most_rows; at = line.next) {
      line = line_at(text_, at);
      if (line.empty() || text::slice(text_, line.span).find('|') == std::string_view::npos) break;
      if (!is_border(text_, line.span)) table.rows.push_back(row_of(line.span));
      table.span.end = line.span.end;
    }
    if (!table.rows.empty()) out_.push_back(std::move(table));
    return at;
  }

  HeadedTable::Row row_of(Span line) const {
    HeadedTable::Row row;
    for (const Span cell : cells_in(text_, line)) {
      row.cells.push_back(number_in(cell));
      if (row.label.empty()) {
        const std::string words = plain_words(text_, cell);
        if (words.find_first_of("abcdefghijklmnopqrstuvwxyz") != std::string::npos) {
          row.label = words;
        }
      }
    }
    return row;
  }

  // The number that is all the cell holds but its unit.
  std::size_t number_in(Span cell) const {
    const std::size_t i = mention_from(draft_, cell.begin);
    if (i >= draft_.mentions.size()) return HeadedTable::no_number;
    const Mention& mention = draft_.mentions[i];
    const bool first =
        text_.substr(cell.begin, mention.span.begin - cell.begin).find_first_not_of(" \t*") ==
        std::string_view::npos;
    return mention.span.end <= cell.end && mention.kind == MentionKind::number && first
               ? i
               : HeadedTable::no_number;
  }

  const Draft& draft_;
  std::string_view text_;
  std::vector<HeadedTable> out_;
};

// "Đã thu hồi (triệu đồng)": without what stands in brackets, and without "số".
std::string name_of(std::string heading) {
  if (const auto bracket = heading.find('('); bracket != std::string::npos) heading.resize(bracket);
  while (heading.ends_with(' ')) heading.pop_back();
  for (const std::string_view lead : {"tong so ", "so "}) {
    if (heading.starts_with(lead)) return heading.substr(lead.size());
  }
  return heading;
}

class HeadedShares {
 public:
  explicit HeadedShares(Draft& draft) : draft_(draft) {
    for (const Claim& claim : draft.reading.claims) {
      if (const auto* ratio = std::get_if<RatioClaim>(&claim)) {
        known_.insert(ratio->percent_span.begin);
      }
    }
  }

  void of(const HeadedTable& table) {
    for (std::size_t column = 1; column < table.headings.size(); ++column) {
      if (table.headings[column].find('%') == std::string::npos) continue;
      const auto whole = whole_in(table.heading_spans[column]);
      const auto part = part_column(table, column);
      if (whole && part) shares(table, *whole, *part, column);
    }
  }

 private:
  static constexpr std::size_t none = HeadedTable::no_number;

  // The only number of the heading.
  std::optional<std::size_t> whole_in(Span heading) const {
    std::optional<std::size_t> out;
    for (std::size_t i = mention_from(draft_, heading.begin);
         i < draft_.mentions.size() && draft_.mentions[i].span.begin < heading.end; ++i) {
      if (out || draft_.mentions[i].kind != MentionKind::number) return std::nullopt;
      out = i;
    }
    return out;
  }

  // The nearest column to the left that holds numbers and no shares.
  static std::optional<std::size_t> part_column(const HeadedTable& table, std::size_t column) {
    for (std::size_t part = column; part-- > 0;) {
      if (table.headings[part].find('%') != std::string::npos) continue;
      const auto filled = std::ranges::count_if(table.rows, [&](const auto& row) {
        return part < row.cells.size() && row.cells[part] != none;
      });
      if (filled >= 2) return part;
    }
    return std::nullopt;
  }

  bool follows_in(const HeadedTable::Row& row, std::size_t whole, std::size_t part,
                  std::size_t share) const {
    const Mention& percent = draft_.mentions[row.cells[share]];
    return follows(draft_.mentions[row.cells[part]].value, draft_.mentions[whole].value,
                   percent.value, percent.decimals);
  }

  void shares(const HeadedTable& table, std::size_t whole, std::size_t part, std::size_t share) {
    std::vector<const HeadedTable::Row*> rows;
    std::size_t agreeing = 0;
    for (const auto& row : table.rows) {
      if (std::max(part, share) >= row.cells.size() || row.cells[part] == none ||
          row.cells[share] == none) {
        continue;
      }
      if (known_.contains(draft_.mentions[row.cells[share]].figure_span().begin)) return;
      rows.push_back(&row);
      if (follows_in(row, whole, part, share)) ++agreeing;
    }
    if (agreeing < 2 || agreeing * 3 < rows.size() * 2) return;
    for (const auto* row : rows) add_share(*row, whole, part, share);
    add_whole(rows, whole, part);
  }

  void add_share(const HeadedTable::Row& row, std::size_t whole, std::size_t part,
                 std::size_t share) {
    const Mention& numerator = draft_.mentions[row.cells[part]];
    const Mention& percent = draft_.mentions[row.cells[share]];
    RatioClaim claim;
    claim.numerator = numerator.value;
    claim.denominator = draft_.mentions[whole].value;
    claim.percent = percent.value;
    claim.holds = follows_in(row, whole, part, share);
    claim.percent_span = percent.figure_span();
    claim.numerator_span = numerator.span;
    claim.denominator_span = draft_.mentions[whole].span;
    claim.span = {numerator.span.begin, claim.percent_span.end};
    add_ratio(draft_, std::move(claim), percent.decimals);
  }

  void add_whole(const std::vector<const HeadedTable::Row*>& rows, std::size_t whole,
                 std::size_t part) {
    const Unit* unit = draft_.unit(draft_.mentions[whole]);
    SumClaim claim;
    claim.total = draft_.mentions[whole].value;
    if (unit) claim.unit = unit->name;
    for (const auto* row : rows) claim.parts.push_back(draft_.mentions[row->cells[part]].value);
    claim.span = {draft_.mentions[rows.front()->cells[part]].span.begin,
                  draft_.mentions[rows.back()->cells[part]].figure_span().end};
    if (sum_of(claim.parts) == claim.total) add_sum(draft_, std::move(claim), Severity::note);
  }

  Draft& draft_;
  std::set<std::size_t> known_;  // where the percentages of known shares start
};

}  // namespace

void find_headed_shares(Draft& draft) {
  if (draft.headed_tables.empty()) return;
  HeadedShares shares(draft);
  for (const HeadedTable& table : draft.headed_tables) shares.of(table);
}

std::vector<HeadedTable> headed_tables_of(const Draft& draft) { return TableReader(draft).run(); }

const HeadedTable* HeadedWholes::table_before(std::size_t at) const {
  constexpr std::size_t reach = 2000;
  const auto behind = std::ranges::upper_bound(
      tables_, at, {}, [](const HeadedTable& table) { return table.span.end; });
  if (behind == tables_.begin()) return nullptr;
  const HeadedTable& table = *std::prev(behind);
  return at - table.span.end <= reach ? &table : nullptr;
}

std::optional<HeadedWholes::Cells> HeadedWholes::cells_of(std::size_t percent,
                                                          std::optional<std::size_t> numerator) {
  if (tables_.empty()) return std::nullopt;
  const HeadedTable* table = table_before(draft_.mentions[percent].span.begin);
  if (table == nullptr) return std::nullopt;
  if (numerator) return named_column(*table, percent, *numerator);
  return table == last_table_ ? named_row(percent) : std::nullopt;
}

// The row whose cell is the numerator, and the column the words behind the percentage name.
std::optional<HeadedWholes::Cells> HeadedWholes::named_column(const HeadedTable& table,
                                                              std::size_t percent,
                                                              std::size_t numerator) {
  constexpr std::size_t reach = 120, least_name = 6;
  const Mention& share = draft_.mentions[percent];
  const Mention& part = draft_.mentions[numerator];
  const auto words = text::clip(draft_.text, share.figure_span().end, reach);
  const std::string behind = text::folded(words.substr(0, words.find_first_of(";.:|\n")));
  std::size_t w = table.headings.size();
  std::size_t longest = least_name - 1;
  for (std::size_t i = 0; i < table.headings.size(); ++i) {
    const std::string name = name_of(table.headings[i]);
    if (name.size() <= longest || behind.find(name) == std::string::npos) continue;
    longest = name.size();
    w = i;
  }
  // The row of totals stands last.
  for (auto row = table.rows.rbegin(); row != table.rows.rend(); ++row) {
    if (w >= row->cells.size() || row->cells[w] == HeadedTable::no_number) continue;
    const Mention& whole = draft_.mentions[row->cells[w]];
    if (!follows(part.value, whole.value, share.value, share.decimals)) continue;
    for (std::size_t p = 0; p < row->cells.size(); ++p) {
      if (p == w || row->cells[p] == HeadedTable::no_number) continue;
      if (draft_.mentions[row->cells[p]].value != part.value) continue;
      last_table_ = &table;
      part_ = p;
      whole_ = w;
      return Cells{numerator, row->cells[w]};
    }
  }
  return std::nullopt;
}

// "...; riêng lĩnh vực đất đai chỉ đạt 40,0%": the same columns of the row the words name.
std::optional<HeadedWholes::Cells> HeadedWholes::named_row(std::size_t percent) const {
  constexpr std::size_t least_name = 6;
  const Mention& share = draft_.mentions[percent];
  const std::size_t from =
      percent > 0 ? draft_.mentions[percent - 1].figure_span().end : share.span.begin;
  if (from >= share.span.begin) return std::nullopt;
  const std::string words = text::folded(draft_.text.substr(from, share.span.begin - from));
  for (const auto& row : last_table_->rows) {
    if (std::max(part_, whole_) >= row.cells.size()) continue;
    const std::size_t part = row.cells[part_], whole = row.cells[whole_];
    if (part == HeadedTable::no_number || whole == HeadedTable::no_number) continue;
    // Its last two words: "Quản lý, sử dụng đất đai".
    const auto last = row.label.rfind(' ');
    const auto before =
        last == std::string::npos || last == 0 ? std::string::npos : row.label.rfind(' ', last - 1);
    const auto name = before == std::string::npos ? row.label : row.label.substr(before + 1);
    if (name.size() < least_name || words.find(name) == std::string::npos) continue;
    if (follows(draft_.mentions[part].value, draft_.mentions[whole].value, share.value,
                share.decimals)) {
      return Cells{part, whole};
    }
  }
  return std::nullopt;
}

}  // namespace liem::reading
