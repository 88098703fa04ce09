// What a unit answers: values by data item, and the points it gives itself. The file of
// `liem score --inputs` and of imported submissions; its shape is told in
// docs/decisions/0003-scoring.md.
#pragma once

#include <expected>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "figures/figure.h"
#include "indicators/set.h"

namespace liem::indicators {

using figures::AnswerState;

// units: rolled up from the units below.
enum class SourceKind { report, form, register_book, external, units, none };
std::string_view name_of(SourceKind kind);  // "register" for register_book

struct Source {
  SourceKind kind = SourceKind::none;
  std::string text;    // the report's sentence, the register's row or where it was published
  std::string note;    // empty where there is none
  std::string report;  // id of the stored report; filled in by the importer
  std::optional<std::pair<std::size_t, std::size_t>> bytes;  // of `text` in it; likewise
};

struct RolledUpFigure;  // indicators/rolled_up.h
struct UnitsBelow;      // indicators/score.h

struct Answer {
  AnswerState state = AnswerState::blank;
  std::variant<std::monostate, bool, Decimal> value;  // only where given
  std::string ground;                                 // only where not applicable
  Source source;
  int line = 0;               // in the file it was read from, 0 where it was not
  std::optional<Date> day{};  // on which the value was given, where that is told
  // Of a unit with units below it, where they say something: what each gave; else nullptr.
  std::shared_ptr<const RolledUpFigure> rolled_up{};

  const Decimal& number() const { return std::get<Decimal>(value); }
  bool yes() const { return std::get<bool>(value); }
};

// What was answered under another set, from which the unit was moved, and has no place under this
// one. Kept, never scored. Values stand as they were written: the item may be gone.
struct EarlierAnswers {
  std::string set;
  std::map<std::string, Answer, std::less<>> answers;
  std::map<std::string, Decimal, std::less<>> self;
};

struct Inputs {
  std::string set;
  std::map<std::string, Answer, std::less<>> answers;  // by id of the data item
  std::map<std::string, Decimal, std::less<>> self;    // by code of the leaf
  std::vector<EarlierAnswers> earlier{};
  // The units directly below, for rules that inherit; nullptr where there are none.
  std::shared_ptr<const UnitsBelow> below{};

  const Answer& at(std::string_view id) const;  // a blank one where nothing was answered
};

// YAML or JSON. Every problem at once, each with {file} and {line}.
std::expected<Inputs, Problems> load_inputs(std::string_view text, std::string_view file,
                                            const IndicatorSet& set);

// What the set's rules refuse in answers that hold together otherwise, as load_inputs does: more
// done than obliged, a level that does not exist. {line} is that of the answer.
Problems check_inputs(const Inputs& inputs, std::string_view file, const IndicatorSet& set);

}  // namespace liem::indicators
