// What the columns of a table claim: shares of one another, and totals.
#include <algorithm>
#include <optional>

#include "reading/arithmetic.h"
#include "reading/draft.h"
#include "reading/headed_tables.h"
#include "reading/table_rows.h"

namespace liem::reading {
namespace {

// Columns of a table: `percent` is what `numerator` is of `denominator`.
struct ShareColumns {
  std::size_t denominator, numerator, percent;
};
// `total` is the sum of those from `first` to before `end`.
struct TotalColumn {
  std::size_t total, first, end;
};

class TableClaims {
 public:
  TableClaims(Draft& draft, const Table& table) : draft_(draft), table_(table) {}

  void run() {
    std::vector<bool> shares(columns(), false);
    for (std::size_t column = 0; column < columns(); ++column) {
      shares[column] = table_.front().cells[column].percent;
      if (const auto found = shares_in(column)) {
        shares[column] = true;
        for (const TableRow& row : table_) ratio(row, *found);
      }
    }
    rows_that_add_up(shares);
    column_sums(shares);
  }

 private:
  std::size_t columns() const { return table_.front().cells.size(); }

  // The two columns before it that this one gives the share of, where most rows agree.
  std::optional<ShareColumns> shares_in(std::size_t percent) const {
    for (std::size_t n = percent; n-- > 0;) {
      for (std::size_t d = n; d-- > 0;) {
        const ShareColumns columns{d, n, percent};
        if (is_share(columns)) return columns;
      }
    }
    return std::nullopt;
  }

  bool is_share(const ShareColumns& columns) const {
    const bool neighbours =
        columns.denominator + 1 == columns.numerator && columns.numerator + 1 == columns.percent;
    // Counts further apart may fit whole percentages by accident.
    if (!neighbours && std::ranges::none_of(table_, [&](const TableRow& row) {
          const Cell& cell = row.cells[columns.percent];
          return cell.percent || cell.decimals > 0;
        })) {
      return false;
    }
    const auto agreeing = static_cast<std::size_t>(
        std::ranges::count_if(table_, [&](const TableRow& row) { return holds(row, columns); }));
    return agreeing >= 2 && agreeing * 3 >= table_.size() * 2;
  }

  static bool holds(const TableRow& row, const ShareColumns& columns) {
    const Cell& denominator = row.cells[columns.denominator];
    const Cell& percent = row.cells[columns.percent];
    return !denominator.value.is_zero() &&
           follows(row.cells[columns.numerator].value, denominator.value, percent.value,
                   percent.decimals);
  }

  void ratio(const TableRow& row, const ShareColumns& columns) {
    const Cell& denominator = row.cells[columns.denominator];
    const Cell& percent = row.cells[columns.percent];
    if (denominator.value.is_zero()) return;
    RatioClaim claim;
    claim.numerator = row.cells[columns.numerator].value;
    claim.denominator = denominator.value;
    claim.percent = percent.value;
    claim.holds = holds(row, columns);
    claim.percent_span = percent.figure_span;
    claim.span = {denominator.span.begin, claim.percent_span.end};
    add_ratio(draft_, std::move(claim), percent.decimals);
  }

  // "36 29 07": one column is the sum of those beside it in every row but perhaps one.
  void rows_that_add_up(const std::vector<bool>& shares) {
    for (std::size_t total = 0; total < columns(); ++total) {
      if (shares[total]) continue;
      std::size_t end = total + 1;
      while (end < columns() && !shares[end]) ++end;
      for (; end > total + 2; --end) {
        if (const auto claims = claims_of({total, total + 1, end}); !claims.empty()) {
          for (const auto& claim : claims) add_sum(draft_, claim, Severity::error);
          return;
        }
      }
    }
  }

  std::vector<SumClaim> claims_of(const TotalColumn& columns) const {
    std::vector<SumClaim> claims;
    std::size_t holding = 0;
    for (const TableRow& row : table_) {
      SumClaim claim;
      claim.total = row.cells[columns.total].value;
      for (std::size_t column = columns.first; column < columns.end; ++column) {
        claim.parts.push_back(row.cells[column].value);
      }
      claim.holds = sum_of(claim.parts) == claim.total;
      claim.span = {row.cells[columns.total].span.begin,
                    row.cells[columns.end - 1].figure_span.end};
      if (claim.total.is_zero() && claim.holds) continue;  // an empty row says nothing
      if (claim.holds) ++holding;
      claims.push_back(std::move(claim));
    }
    if (holding < 2 || holding + 1 < claims.size()) return {};
    return claims;
  }

  // The last row or the first is the total of the others.
  void column_sums(const std::vector<bool>& shares) {
    const bool last = table_.back().total;
    if (table_.size() < 3 || (!last && !table_.front().total)) return;
    std::vector<SumClaim> claims;
    for (std::size_t column = 0; column < columns(); ++column) {
      if (!shares[column]) claims.push_back(column_sum(column, last));
    }
    const bool adds_up = std::ranges::any_of(
        claims, [](const SumClaim& claim) { return claim.holds && !claim.total.is_zero(); });
    for (auto& claim : claims) {
      if (claim.holds ? claim.total.is_zero() : !is_meant(claim, adds_up)) continue;
      add_sum(draft_, std::move(claim), Severity::error);
    }
  }

  SumClaim column_sum(std::size_t column, bool total_is_last) const {
    SumClaim claim;
    claim.total = (total_is_last ? table_.back() : table_.front()).cells[column].value;
    const std::size_t first = total_is_last ? 0 : 1;
    for (std::size_t i = first; i + 1 < table_.size() + first; ++i) {
      claim.parts.push_back(table_[i].cells[column].value);
    }
    claim.holds = sum_of(claim.parts) == claim.total;
    claim.span = {table_.front().cells[column].span.begin,
                  table_.back().cells[column].figure_span.end};
    return claim;
  }

  // A column of shares or ranks does not add up. One slip of the pen shows that it was meant to, or
  // another column that does while little is missing.
  static bool is_meant(const SumClaim& claim, bool another_adds_up) {
    if (single_mend(claim.total, claim.parts)) return true;
    const Decimal sum = sum_of(claim.parts);
    const Decimal off = claim.total > sum ? claim.total - sum : sum - claim.total;
    constexpr int share = 20;
    return another_adds_up && Decimal::multiply(off, share) <= claim.total;
  }

  Draft& draft_;
  const Table& table_;
};

}  // namespace

void find_tables(Draft& draft) {
  for (const Table& table : tables_of(draft)) TableClaims(draft, table).run();
  find_headed_shares(draft);
}

}  // namespace liem::reading
