// Every way in which a set or an inputs file is refused; words in locales/messages/indicators.yaml.
#pragma once

#include "base/error.h"

namespace liem::indicators::errors {

// In an indicator set.
inline constexpr ErrorCode points_do_not_add_up{"indicators.points_do_not_add_up",
                                                ErrorKind::bad_input};
inline constexpr ErrorCode set_does_not_add_up{"indicators.set_does_not_add_up",
                                               ErrorKind::bad_input};
inline constexpr ErrorCode parts_do_not_add_up{"indicators.parts_do_not_add_up",
                                               ErrorKind::bad_input};
inline constexpr ErrorCode repeated_code{"indicators.repeated_code", ErrorKind::bad_input};
inline constexpr ErrorCode bad_code{"indicators.bad_code", ErrorKind::bad_input};
inline constexpr ErrorCode code_of_total{"indicators.code_of_total", ErrorKind::bad_input};
inline constexpr ErrorCode group_or_leaf{"indicators.group_or_leaf", ErrorKind::bad_input};
inline constexpr ErrorCode empty_list{"indicators.empty_list", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_rule{"indicators.unknown_rule", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_choice{"indicators.unknown_choice", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_input{"indicators.unknown_input", ErrorKind::bad_input};
inline constexpr ErrorCode unit_does_not_fit{"indicators.unit_does_not_fit", ErrorKind::bad_input};
inline constexpr ErrorCode units_differ{"indicators.units_differ", ErrorKind::bad_input};
inline constexpr ErrorCode points_above_maximum{"indicators.points_above_maximum",
                                                ErrorKind::bad_input};
inline constexpr ErrorCode maximum_out_of_reach{"indicators.maximum_out_of_reach",
                                                ErrorKind::bad_input};
inline constexpr ErrorCode must_be_positive{"indicators.must_be_positive", ErrorKind::bad_input};
inline constexpr ErrorCode bands_overlap{"indicators.bands_overlap", ErrorKind::bad_input};
inline constexpr ErrorCode bands_leave_gap{"indicators.bands_leave_gap", ErrorKind::bad_input};
inline constexpr ErrorCode bands_fall{"indicators.bands_fall", ErrorKind::bad_input};
inline constexpr ErrorCode repeated_level{"indicators.repeated_level", ErrorKind::bad_input};
inline constexpr ErrorCode may_divide_by_zero{"indicators.may_divide_by_zero",
                                              ErrorKind::bad_input};
inline constexpr ErrorCode may_be_negative{"indicators.may_be_negative", ErrorKind::bad_input};
inline constexpr ErrorCode bound_above_all{"indicators.bound_above_all", ErrorKind::bad_input};
inline constexpr ErrorCode floor_not_below_ceiling{"indicators.floor_not_below_ceiling",
                                                   ErrorKind::bad_input};
inline constexpr ErrorCode bands_and_bounds{"indicators.bands_and_bounds", ErrorKind::bad_input};
inline constexpr ErrorCode bands_of_points{"indicators.bands_of_points", ErrorKind::bad_input};
inline constexpr ErrorCode bounds_of_share{"indicators.bounds_of_share", ErrorKind::bad_input};
inline constexpr ErrorCode formula_out_of_range{"indicators.formula_out_of_range",
                                                ErrorKind::bad_input};
inline constexpr ErrorCode share_out_of_range{"indicators.share_out_of_range",
                                              ErrorKind::bad_input};
inline constexpr ErrorCode cannot_be_summed{"indicators.cannot_be_summed", ErrorKind::bad_input};
inline constexpr ErrorCode weight_not_used{"indicators.weight_not_used", ErrorKind::bad_input};
inline constexpr ErrorCode outside_rule{"indicators.outside_rule", ErrorKind::bad_input};
inline constexpr ErrorCode move_to_nowhere{"indicators.move_to_nowhere", ErrorKind::bad_input};
inline constexpr ErrorCode move_in_chain{"indicators.move_in_chain", ErrorKind::bad_input};
inline constexpr ErrorCode one_rounding{"indicators.one_rounding", ErrorKind::bad_input};
inline constexpr ErrorCode bad_day{"indicators.bad_day", ErrorKind::bad_input};

// In an expression; each with the {column} of the text it stands at.
inline constexpr ErrorCode expression_too_long{"indicators.expression_too_long",
                                               ErrorKind::bad_input};
inline constexpr ErrorCode expression_too_deep{"indicators.expression_too_deep",
                                               ErrorKind::bad_input};
inline constexpr ErrorCode expression_character{"indicators.expression_character",
                                                ErrorKind::bad_input};
inline constexpr ErrorCode expression_unexpected{"indicators.expression_unexpected",
                                                 ErrorKind::bad_input};
inline constexpr ErrorCode expression_ends{"indicators.expression_ends", ErrorKind::bad_input};
inline constexpr ErrorCode expression_number{"indicators.expression_number", ErrorKind::bad_input};
inline constexpr ErrorCode expression_function{"indicators.expression_function",
                                               ErrorKind::bad_input};
inline constexpr ErrorCode expression_operands{"indicators.expression_operands",
                                               ErrorKind::bad_input};
inline constexpr ErrorCode expression_unknown_item{"indicators.expression_unknown_item",
                                                   ErrorKind::bad_input};
inline constexpr ErrorCode expression_no_legal_day{"indicators.expression_no_legal_day",
                                                   ErrorKind::bad_input};
inline constexpr ErrorCode expression_unknown_law{"indicators.expression_unknown_law",
                                                  ErrorKind::bad_input};
inline constexpr ErrorCode expression_law_not_held{"indicators.expression_law_not_held",
                                                   ErrorKind::bad_input};
inline constexpr ErrorCode expression_law_no_number{"indicators.expression_law_no_number",
                                                    ErrorKind::bad_input};
inline constexpr ErrorCode expression_units_differ{"indicators.expression_units_differ",
                                                   ErrorKind::bad_input};
inline constexpr ErrorCode expression_product_of_units{"indicators.expression_product_of_units",
                                                       ErrorKind::bad_input};
inline constexpr ErrorCode expression_quotient_of_units{"indicators.expression_quotient_of_units",
                                                        ErrorKind::bad_input};
inline constexpr ErrorCode expression_wrong_unit{"indicators.expression_wrong_unit",
                                                 ErrorKind::bad_input};

// In an inputs file.
inline constexpr ErrorCode other_set{"indicators.other_set", ErrorKind::bad_input};
inline constexpr ErrorCode state_and_value{"indicators.state_and_value", ErrorKind::bad_input};
inline constexpr ErrorCode no_state_no_value{"indicators.no_state_no_value", ErrorKind::bad_input};
inline constexpr ErrorCode day_without_value{"indicators.day_without_value", ErrorKind::bad_input};
inline constexpr ErrorCode ground_missing{"indicators.ground_missing", ErrorKind::bad_input};
inline constexpr ErrorCode two_sources{"indicators.two_sources", ErrorKind::bad_input};
inline constexpr ErrorCode wrong_value{"indicators.wrong_value", ErrorKind::bad_input};
inline constexpr ErrorCode point_for_thousands{"indicators.point_for_thousands",
                                               ErrorKind::bad_input};
inline constexpr ErrorCode negative_value{"indicators.negative_value", ErrorKind::bad_input};
inline constexpr ErrorCode above_scale{"indicators.above_scale", ErrorKind::bad_input};
inline constexpr ErrorCode unknown_level{"indicators.unknown_level", ErrorKind::bad_input};
inline constexpr ErrorCode more_done_than_obliged{"indicators.more_done_than_obliged",
                                                  ErrorKind::bad_input};
inline constexpr ErrorCode unknown_criterion{"indicators.unknown_criterion", ErrorKind::bad_input};
inline constexpr ErrorCode self_of_group{"indicators.self_of_group", ErrorKind::bad_input};
inline constexpr ErrorCode self_out_of_range{"indicators.self_out_of_range", ErrorKind::bad_input};

// In a mapping between two sets.
inline constexpr ErrorCode other_end{"indicators.other_end", ErrorKind::bad_input};
inline constexpr ErrorCode no_leaf_to_map{"indicators.no_leaf_to_map", ErrorKind::bad_input};
inline constexpr ErrorCode group_to_map{"indicators.group_to_map", ErrorKind::bad_input};
inline constexpr ErrorCode mapped_twice{"indicators.mapped_twice", ErrorKind::bad_input};
inline constexpr ErrorCode wrong_shape{"indicators.wrong_shape", ErrorKind::bad_input};
inline constexpr ErrorCode kept_under_other_title{"indicators.kept_under_other_title",
                                                  ErrorKind::bad_input};
inline constexpr ErrorCode leaf_not_mapped{"indicators.leaf_not_mapped", ErrorKind::bad_input};

// In published results.
inline constexpr ErrorCode years_out_of_order{"indicators.years_out_of_order",
                                              ErrorKind::bad_input};
inline constexpr ErrorCode repeated_line{"indicators.repeated_line", ErrorKind::bad_input};

// In a stored score.
inline constexpr ErrorCode bundle_broken{"indicators.bundle_broken", ErrorKind::bad_input};
inline constexpr ErrorCode bundle_set_changed{"indicators.bundle_set_changed",
                                              ErrorKind::bad_input};

// In a question about a score.
inline constexpr ErrorCode no_such_criterion{"indicators.no_such_criterion", ErrorKind::not_found};

}  // namespace liem::indicators::errors
