// Tables a converter flattened into lines: "Sở, ngành 1.288 1.286 99,8" is a row of three columns.
#include <algorithm>

#include "reading/arithmetic.h"
#include "reading/draft.h"
#include "text/words.h"

namespace liem::reading {
namespace {

// The numbers that end one line, with nothing but space or a cell's border between them.
struct Row {
  std::size_t first;  // mention index
  std::size_t count;
  std::size_t line_begin;
  std::size_t line_end;
  bool total = false;  // "Tổng cộng", "Cộng"
};

bool is_cell_gap(std::string_view gap) {
  return gap.find_first_not_of(" \t|%*\xC2\xA0") == std::string_view::npos;
}

class TableReader {
 public:
  explicit TableReader(Draft& draft) : draft_(draft) {}

  void run() {
    std::vector<Row> table;
    for (const Row& row : rows()) {
      if (!table.empty() &&
          (row.count != table.back().count || !follows_directly(table.back(), row))) {
        read(table);
        table.clear();
      }
      table.push_back(row);
    }
    read(table);
  }

 private:
  const Mention& at(std::size_t i) const { return draft_.mentions[i]; }

  std::vector<Row> rows() const {
    const auto& lines = draft_.landmarks.lines;
    std::vector<Row> out;
    for (std::size_t i = 0; i < draft_.mentions.size();) {
      const auto break_before = lines.before(at(i).span.begin);
      const std::size_t line_begin = break_before ? *break_before + 1 : 0;
      const std::size_t line_end = lines.next(at(i).span.begin);
      std::size_t next = i;
      while (next < draft_.mentions.size() && at(next).span.begin < line_end) ++next;
      if (const auto row = row_of(i, next, line_begin, line_end)) out.push_back(*row);
      i = std::max(next, i + 1);
    }
    return out;
  }

  std::optional<Row> row_of(std::size_t first, std::size_t end, std::size_t line_begin,
                            std::size_t line_end) const {
    constexpr std::size_t most_columns = 12;
    if (end - first < 2 || at(end - 1).kind != MentionKind::number) return std::nullopt;
    if (!is_cell_gap(draft_.text.substr(at(end - 1).end, line_end - at(end - 1).end))) {
      return std::nullopt;
    }
    std::size_t start = end - 1;
    while (start > first && end - start < most_columns &&
           at(start - 1).kind == MentionKind::number &&
           is_cell_gap(
               draft_.text.substr(at(start - 1).end, at(start).span.begin - at(start - 1).end))) {
      --start;
    }
    if (end - start < 2) return std::nullopt;
    return Row{start, end - start, line_begin, line_end,
               says_total(line_begin, at(start).span.begin)};
  }

  // The last cell with words before the numbers: "|  | **Tổng cộng** |".
  bool says_total(std::size_t from, std::size_t to) const {
    const auto cells = draft_.text.substr(from, to - from);
    const std::size_t words = cells.find_last_not_of(" \t|*\xC2\xA0");
    if (words == std::string_view::npos) return false;
    const auto bar = cells.rfind('|', words);
    const std::size_t cell = bar == std::string_view::npos ? 0 : bar + 1;
    const text::Word label = text::word_after(draft_.text, from + cell);
    return label.span.end <= to && (label.is("tong") || label.is("cong") || label.is("ca"));
  }

  // The next line that is not blank.
  bool follows_directly(const Row& before, const Row& row) const {
    const auto between = draft_.text.substr(before.line_end, row.line_begin - before.line_end);
    return between.find_first_not_of(" \t\r\n") == std::string_view::npos;
  }

  void read(const std::vector<Row>& table) {
    if (table.size() < 2) return;
    std::vector<bool> percent_column(table.front().count, false);
    for (std::size_t column = 0; column + 2 < table.front().count; ++column) {
      if (!is_ratio(table, column)) continue;
      percent_column[column + 2] = true;
      for (const Row& row : table) ratio(row, column);
    }
    if (table.front().count == 3 || table.front().count == 4) rows_that_add_up(table);
    if (table.size() < 3 || !table.back().total) return;
    for (std::size_t column = 0; column < table.front().count; ++column) {
      if (!percent_column[column]) sum(table, column);
    }
  }

  // "36 29 07": the first column is the sum of the others in every row but perhaps one.
  void rows_that_add_up(const std::vector<Row>& table) {
    std::vector<SumClaim> claims;
    std::size_t holding = 0;
    for (const Row& row : table) {
      SumClaim claim;
      claim.total = at(row.first).value;
      for (std::size_t column = 1; column < row.count; ++column) {
        claim.parts.push_back(at(row.first + column).value);
      }
      claim.holds = sum_of(claim.parts) == claim.total;
      claim.span = {at(row.first).span.begin, at(row.first + row.count - 1).figure_span().end};
      if (claim.holds) ++holding;
      claims.push_back(std::move(claim));
    }
    if (holding < 2 || holding + 1 < claims.size()) return;
    for (auto& claim : claims) add_sum(draft_, std::move(claim), Severity::error);
  }

  bool row_holds(const Row& row, std::size_t column) const {
    const Mention& denominator = at(row.first + column);
    const Mention& numerator = at(row.first + column + 1);
    const Mention& percent = at(row.first + column + 2);
    return !denominator.value.is_zero() &&
           follows(numerator.value, denominator.value, percent.value, percent.decimals);
  }

  // Three neighbouring columns are obliged, done and percent where most rows agree.
  bool is_ratio(const std::vector<Row>& table, std::size_t column) const {
    const auto agreeing = static_cast<std::size_t>(
        std::ranges::count_if(table, [&](const Row& row) { return row_holds(row, column); }));
    return agreeing >= 2 && agreeing * 3 >= table.size() * 2;
  }

  void ratio(const Row& row, std::size_t column) {
    const Mention& denominator = at(row.first + column);
    const Mention& numerator = at(row.first + column + 1);
    const Mention& percent = at(row.first + column + 2);
    if (denominator.value.is_zero()) return;
    RatioClaim claim;
    claim.numerator = numerator.value;
    claim.denominator = denominator.value;
    claim.percent = percent.value;
    claim.holds = row_holds(row, column);
    claim.percent_span = percent.figure_span();
    claim.span = {denominator.span.begin, claim.percent_span.end};
    add_ratio(draft_, std::move(claim), percent.decimals);
  }

  void sum(const std::vector<Row>& table, std::size_t column) {
    const Mention& total = at(table.back().first + column);
    SumClaim claim;
    claim.total = total.value;
    for (std::size_t i = 0; i + 1 < table.size(); ++i) {
      claim.parts.push_back(at(table[i].first + column).value);
    }
    const Decimal sum = sum_of(claim.parts);
    claim.holds = sum == claim.total;
    // A column of shares or ranks does not add up; one slip of the pen shows that it was meant to.
    if (!claim.holds && !single_mend(claim.total, claim.parts)) return;
    claim.span = {at(table.front().first + column).span.begin, total.figure_span().end};
    add_sum(draft_, std::move(claim), Severity::error);
  }

  Draft& draft_;
};

}  // namespace

void find_tables(Draft& draft) { TableReader(draft).run(); }

}  // namespace liem::reading
