// Times a sentence or heading speaks of: "năm 2019", "giai đoạn 2016-2020", "6 tháng đầu năm 2024",
// "quý III/2024", "từ ngày 16/12/2023 đến ngày 15/12/2024".
#pragma once

#include <vector>

#include "reading/draft.h"
#include "reading/tokens.h"

namespace liem::reading {

struct FoundPeriod {
  std::size_t begin = 0, end = 0;  // tokens, half open
  Period period;
  bool compared = false;  // behind "so với": of the figure compared with alone
  bool free = true;       // stands by itself; else maybe part of a name ("Luật ... năm 2018")
};

// `own_year` fills in where the words leave the year out; 0: then nothing is said.
void find_periods(const Draft& draft, std::string_view text, const std::vector<Token>& tokens,
                  int own_year, std::vector<FoundPeriod>& out);

// The time the document reports on: stated ("kỳ báo cáo từ ngày ... đến ngày ..."), or in its
// title.
std::optional<Period> own_period(const Draft& draft);

// The year in the title; 0 where the title names none, several, or a period.
int assessed_year_of(const Draft& draft);

}  // namespace liem::reading
