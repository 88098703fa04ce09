#include "reading/table_rows.h"

#include <algorithm>
#include <optional>

#include "text/words.h"

namespace liem::reading {
namespace {

constexpr text::ByteSet blanks(" \t|*\xC2\xA0");
constexpr std::size_t most_columns = 12;

// A row with where it stands.
struct PlacedRow {
  TableRow row;
  std::size_t begin = 0;  // of its first line
  std::size_t end = 0;    // of its last line
};

bool is_cell_gap(std::string_view gap) {
  return gap.find_first_not_of(" \t|%*\xC2\xA0") == std::string_view::npos;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n|*\xC2\xA0") == std::string_view::npos;
}

// Whether the last cell with words before the numbers says so: "|  | **Tổng cộng** |".
bool says_total(const Draft& draft, std::size_t from, std::size_t to) {
  const auto cells = draft.text.substr(from, to - from);
  const std::size_t words = cells.find_last_not_of(" \t\r\n|*\xC2\xA0");
  if (words == std::string_view::npos) return false;
  const auto bar = cells.find_last_of("|\n\t", words);
  const std::size_t cell = bar == std::string_view::npos ? 0 : bar + 1;
  const text::Word label = text::word_after(draft.text, from + cell);
  return label.span.end <= to && (label.is("tong") || label.is("cong") || label.is("ca"));
}

// A line for each row: "Sở, ngành 1.288 1.286 99,8".
class RowLines {
 public:
  explicit RowLines(const Draft& draft) : draft_(draft) {}

  std::vector<PlacedRow> run() const {
    const auto& lines = draft_.landmarks.lines;
    std::vector<PlacedRow> out;
    for (std::size_t i = 0; i < draft_.mentions.size();) {
      const auto break_before = lines.before(at(i).span.begin);
      const std::size_t begin = break_before ? *break_before + 1 : 0;
      const std::size_t end = lines.next(at(i).span.begin);
      std::size_t next = i;
      while (next < draft_.mentions.size() && at(next).span.begin < end) ++next;
      if (auto row = row_of(i, next, begin, end)) out.push_back(std::move(*row));
      i = std::max(next, i + 1);
    }
    return out;
  }

 private:
  const Mention& at(std::size_t i) const { return draft_.mentions[i]; }

  // The numbers that end the line, with nothing but space or a cell's border between them.
  std::optional<PlacedRow> row_of(std::size_t first, std::size_t end, std::size_t line_begin,
                                  std::size_t line_end) const {
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
    PlacedRow out{{}, line_begin, line_end};
    for (std::size_t i = start; i < end; ++i) {
      const Unit* unit = draft_.unit(at(i));
      out.row.cells.push_back({at(i).value, at(i).decimals, at(i).span, at(i).figure_span(),
                               unit && unit->dimension == Dimension::percent});
    }
    out.row.total = says_total(draft_, line_begin, at(start).span.begin);
    return out;
  }

  const Draft& draft_;
};

// A line for each cell: "1", "Sở Nội vụ", "45", "44", "97,8", "2", "Sở Tài chính", ...
class CellLines {
 public:
  explicit CellLines(const Draft& draft) : draft_(draft), text_(draft.text) {}

  std::vector<Table> run() {
    std::vector<Run> table;
    for (const NumberLine& line : number_lines()) {
      if (!table.empty()) {
        const std::size_t before = table.back().lines.back().end;
        const auto gap = text_.substr(before, line.begin - before);
        if (is_blank(gap)) {
          table.back().lines.push_back(line);
          continue;
        }
        if (!is_label(gap)) close(table);
      }
      table.push_back({{line}, table.empty() ? line.begin : table.back().lines.back().end});
    }
    close(table);
    return std::move(tables_);
  }

 private:
  struct NumberLine {
    Cell cell;
    std::size_t begin, end;
  };
  // Number lines with nothing between them, and where the words before them start.
  struct Run {
    std::vector<NumberLine> lines;
    std::size_t label_begin;
  };

  std::vector<NumberLine> number_lines() const {
    const auto& breaks = draft_.landmarks.lines;
    std::vector<NumberLine> out;
    for (std::size_t begin = 0; begin < text_.size();) {
      const std::size_t end = breaks.next(begin);
      if (const auto cell = cell_in(begin, end)) out.push_back({*cell, begin, end});
      begin = end + 1;
    }
    return out;
  }

  // The number that is all the line holds.
  std::optional<Cell> cell_in(std::size_t begin, std::size_t end) const {
    constexpr std::size_t longest = 24;
    while (begin < end && blanks.has(text_[begin])) ++begin;
    if (begin == end || !text::is_digit(text_[begin])) return std::nullopt;
    const auto number = text::number_at(text_, begin);
    if (!number || number->end > end || number->end - begin > longest) return std::nullopt;
    const auto rest = text_.substr(number->end, end - number->end);
    if (rest.find_first_not_of("% \t\r|*\xC2\xA0") != std::string_view::npos) return std::nullopt;
    const auto sign = rest.find('%');
    const bool percent = sign != std::string_view::npos;
    const std::size_t figure_end = percent ? number->end + sign + 1 : number->span.end;
    return Cell{
        number->value, number->decimals, number->span, {number->span.begin, figure_end}, percent};
  }

  // A few short lines that end no sentence: the words of one cell or two.
  static bool is_label(std::string_view gap) {
    constexpr std::size_t longest = 180;
    constexpr std::ptrdiff_t most_lines = 8;  // blank ones too
    if (gap.size() > longest || std::ranges::count(gap, '\n') > most_lines) return false;
    return gap.find(". ") == std::string_view::npos && gap.find(":") == std::string_view::npos;
  }

  // Takes each row's own number off the row before, where the rows are numbered.
  static void take_ordinals(std::vector<Run>& runs) {
    const auto is_ordinal = [](const NumberLine& line, std::size_t row) {
      return line.cell.value == Decimal(static_cast<std::int64_t>(row)) &&
             line.cell.decimals == 0 && !line.cell.percent;
    };
    // Before the first row's number the columns may be numbered too.
    const auto& heads = runs.front().lines;
    if (!is_ordinal(heads.back(), 1)) return;
    for (std::size_t k = 0; k + 1 < heads.size(); ++k) {
      if (!is_ordinal(heads[k], k + 1)) return;
    }
    const std::size_t columns = runs.back().lines.size();
    std::size_t row = 2;
    for (std::size_t i = 1; i < runs.size(); ++i) {
      auto& lines = runs[i].lines;
      if (lines.size() == columns) continue;
      if (lines.size() != columns + 1 || !is_ordinal(lines.back(), row)) return;
      lines.pop_back();
      ++row;
    }
    runs.erase(runs.begin());
  }

  void close(std::vector<Run>& runs) {
    if (runs.size() >= 2) take_ordinals(runs);
    Table table;
    for (const Run& run : runs) {
      if (!table.empty() && table.front().cells.size() != run.lines.size()) finish(table);
      TableRow row;
      for (const NumberLine& line : run.lines) row.cells.push_back(line.cell);
      row.total = says_total(draft_, run.label_begin, run.lines.front().begin);
      table.push_back(std::move(row));
    }
    finish(table);
    runs.clear();
  }

  void finish(Table& table) {
    const bool wide = !table.empty() && table.front().cells.size() <= most_columns;
    if (table.size() >= 2 && wide) tables_.push_back(table);
    table.clear();
  }

  const Draft& draft_;
  std::string_view text_;
  std::vector<Table> tables_;
};

}  // namespace

std::vector<Table> tables_of(const Draft& draft) {
  std::vector<Table> out = CellLines(draft).run();
  std::vector<PlacedRow> rows = RowLines(draft).run();
  for (std::size_t first = 0; first < rows.size();) {
    std::size_t end = first + 1;
    const auto follows = [&](const PlacedRow& before, const PlacedRow& row) {
      return row.row.cells.size() == before.row.cells.size() &&
             is_blank(draft.text.substr(before.end, row.begin - before.end));
    };
    while (end < rows.size() && follows(rows[end - 1], rows[end])) ++end;
    if (end - first >= 2) {
      Table& table = out.emplace_back();
      for (std::size_t i = first; i < end; ++i) table.push_back(std::move(rows[i].row));
    }
    first = end;
  }
  return out;
}

}  // namespace liem::reading
