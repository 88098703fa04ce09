// Which two numbers a percentage stands for, where no fraction says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "reading/draft.h"

namespace liem::reading {

// Indexes into Draft::mentions.
struct Pair {
  std::size_t numerator, denominator;
};
struct Share {
  std::size_t percent, numerator;
  std::size_t denominator = 0;
};

bool is_count(const Draft& draft, const Mention& mention);
// Whether a bracket that holds the count closes before `to`.
bool is_bracketed_off(const Draft& draft, const Mention& count, std::size_t to);
// Both count the same kind of thing, or one does not say what.
bool comparable(const Draft& draft, const Mention& a, const Mention& b);
Decimal in_base_unit(const Draft& draft, const Mention& mention);

// `counts`: the numbers of the percentage's sentence before it, nearest first.
class PairSearch {
 public:
  explicit PairSearch(const Draft& draft) : draft_(draft) {}

  // Of all the following the first that finds two: the closer the wording ties them to the
  // percentage, the earlier it is asked. `open`: the counts that stand in no closed bracket;
  // `last`: the share read before, or null.
  std::optional<Pair> pair_of(std::size_t percent, const std::vector<std::size_t>& counts,
                              const std::vector<std::size_t>& open, const Share* last) const;

  // The nearest two counts whose ratio is the percentage written.
  std::optional<Pair> holding_pair(std::size_t percent,
                                   const std::vector<std::size_t>& counts) const;
  // "54 đảng viên, trong đó 11 cấp ủy viên (20,3%)": cut instead of rounded.
  std::optional<Pair> cut_pair(std::size_t percent, const std::vector<std::size_t>& counts) const;
  // "Đến hạn 5.212 hồ sơ. Đúng hạn 5.190 (99,58%). Trả chậm 22 hồ sơ (0,42%)": of the same whole
  // as the share before.
  std::optional<Pair> sibling_pair(std::size_t percent, std::size_t numerator,
                                   const Share& last) const;
  // The denominator stands in a sentence before; only an exact fit of the same unit counts.
  std::optional<Pair> far_pair(std::size_t percent, const std::vector<std::size_t>& counts) const;
  // "Chuyển đổi 2.418 người. So với kế hoạch (2.700 người), kết quả đạt 89,6%": the sentence before
  // gives the part.
  std::optional<Pair> whole_before(std::size_t percent,
                                   const std::vector<std::size_t>& counts) const;
  std::optional<Pair> only_amount(std::size_t percent,
                                  const std::vector<std::size_t>& counts) const;
  // "46/51 đại biểu dự họp. Ông A được 40 phiếu (78,43% tổng số đại biểu)"
  std::optional<Pair> named_whole(std::size_t percent, std::size_t numerator) const;
  // "đúng hạn 8.120 hồ sơ (đạt 97,12%), hồ sơ đến hạn 8.361 hồ sơ"
  std::optional<Pair> whole_behind(std::size_t percent, std::size_t numerator) const;
  // "49 vụ/129 bị can, đạt 89,1% số vụ": of the last number of that unit it follows from.
  std::optional<Pair> of_named_unit(std::size_t percent,
                                    const std::vector<std::size_t>& counts) const;
  // "1.526.800.000 đồng, gồm: ... Đã nộp 610.720.000 đồng, bằng 40%": of a total whose parts were
  // listed before.
  std::optional<Pair> listed_whole(std::size_t percent, std::size_t numerator) const;
  // "Giao 8.642,5 ha ... Đã cắm mốc 5.185,5 ha, đạt 60% diện tích được giao": the words behind the
  // percentage stand beside the whole too.
  std::optional<Pair> described_whole(std::size_t percent, std::size_t numerator) const;
  // The only two numbers of one unit that it follows from: in its own segment before it, or in
  // those from `segment` on before its own.
  std::optional<Pair> only_pair(std::size_t percent, std::size_t segment) const;
  // "chiếm 38,5% (1.340 bản)" of a number before.
  std::optional<Pair> count_behind(std::size_t percent) const;
  // Two numbers the sentence itself sets against each other, whatever their ratio.
  std::optional<Pair> stated_pair(std::size_t percent,
                                  const std::vector<std::size_t>& counts) const;
  // The only whole a percentage can be of that follows from no two numbers near it: "Kế hoạch 40
  // người, đã thực hiện 36 người (91%)", "Có 95 đại biểu. Trong đó có 23 nữ (24,51%)".
  std::optional<Pair> misfit_pair(std::size_t percent,
                                  const std::vector<std::size_t>& counts) const;
  // "kiểm tra 24 đơn vị, 07 đơn vị vi phạm, chiếm 26,2%": of the only other count of its unit, here
  // or in the sentence before, but for one digit or a swap of two.
  std::optional<Pair> misprinted_pair(std::size_t percent, std::size_t numerator) const;

  // "4.990,9 triệu đồng (gồm ...). Đã nộp 3.250 triệu đồng, đạt 56,1%": of a total whose parts are
  // listed, but for a slip.
  std::optional<Pair> slipped_share(std::size_t percent,
                                    const std::vector<std::size_t>& counts) const;

  // "Trong đó ..."
  bool opens_with_parts(std::size_t segment) const;

 private:
  const Mention& at(std::size_t i) const { return draft_.mentions[i]; }
  bool names_part(std::size_t percent, const Mention& part) const;
  std::string description(std::size_t percent) const;
  bool opens_parts(std::size_t count) const;
  bool mixes_money(const Mention& a, const Mention& b) const;
  bool announces_part(const Mention& denominator, const Mention& numerator) const;
  // The count before `numerator` of its unit in segment `segment`, if it is the only one.
  std::optional<std::size_t> only_other(std::size_t numerator, std::size_t segment) const;
  std::optional<std::size_t> whole_of_bracket(std::size_t percent, std::size_t numerator) const;
  bool is_bracketed_share(const Mention& numerator, const Mention& percent) const;
  bool is_over_the_whole(std::size_t percent, const std::vector<std::size_t>& counts) const;
  bool is_explained(std::size_t percent, Pair pair) const;
  bool is_sure(std::size_t percent, Pair pair) const;  // exact figures that nothing else explains
  bool counts_nothing(std::size_t before, std::size_t segment) const;
  bool is_alone_in_its_sentence(std::size_t count) const;
  bool is_of_unit(std::size_t count, int unit) const;
  std::vector<std::size_t> parts_of_unit(std::size_t percent,
                                         const std::vector<std::size_t>& counts, int unit) const;
  bool is_plan_of(std::size_t percent, const Mention& whole) const;
  std::optional<std::size_t> announced_total(std::size_t part, std::size_t end,
                                             std::size_t segment) const;
  bool names_rate(std::size_t percent, std::size_t part) const;
  bool is_slip_of(std::size_t percent, Pair pair) const;
  bool is_in_bracket(std::size_t behind) const;
  bool counts_things(const Mention& mention) const;

  const Draft& draft_;
};

}  // namespace liem::reading
