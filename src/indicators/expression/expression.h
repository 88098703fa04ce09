// A formula over data items as a set writes it: "min(ratio(a.done, a.due), 1) * 4". It holds
//   ids of data items, numbers, 80% (a share), + - * /, < <= = != >= >, and, or, not, parentheses,
//   ratio(a, b)       a divided by b, a share; both of one kind of unit
//   count(x, y, ...)  how many of these yes/no items are yes
//   min(x, y, ...), max(x, y, ...), if(c, a, b)
//   number(x)         x without its unit
//   law(id)           the legal parameter of data/law that holds on the set's day
// Units are checked when a set is loaded: only like is added to like, compared or chosen between.
// A number written out takes the unit of what it stands beside.
#pragma once

#include <cstddef>
#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/rational.h"
#include "figures/item.h"
#include "law/law.h"

namespace liem::indicators {

using figures::Words;

enum class Operation : std::uint8_t {
  number,
  item,
  law,
  ratio,
  count,
  minimum,
  maximum,
  choice,  // if(c, a, b)
  bare,    // number(x)
  negate,
  add,
  subtract,
  multiply,
  divide,
  less,
  at_most,
  equal,
  differs,
  at_least,
  greater,
  both,
  either,
  opposite,  // not
};

// What a value is measured in. Percentages are shares: 80 of an item in percent is 0.8.
struct Quantity {
  // Days and working days are never mixed: no number of the one is one of the other.
  enum class Kind : std::uint8_t {
    number,
    share,
    yes_no,
    count,
    money,
    days,
    working_days,  // of the law alone, no item is measured in them
    index,
    level
  };
  Kind kind = Kind::number;
  Words words;           // of the unit
  bool written = false;  // made of numbers written out alone
  bool is_bare() const { return kind == Kind::number || kind == Kind::share; }
};

// A number of the law as it holds on the set's day.
struct LegalValue {
  std::string id;
  Words label;
  law::Unit unit = law::Unit::count;
  Decimal value;  // a percentage in percent
  law::Status status = law::Status::unconfirmed;
  std::string basis;  // as cited in Vietnamese
  Date from;
  std::optional<Date> to;
  bool operator==(const LegalValue&) const = default;
};

// Where law(id) looks.
struct LegalDay {
  const law::Parameters& parameters;
  Date on;
};

struct Expression {
  struct Node {
    Operation operation = Operation::number;
    std::size_t begin = 0, end = 0;  // bytes of the text
    Decimal number;                  // as written, or the law's; of a share, in percent
    std::string item;                // or the law's parameter
    std::size_t item_index = 0;      // in the catalogue
    std::vector<std::size_t> operands;
    Quantity quantity;
  };
  std::string text;
  std::vector<Node> nodes;      // each after its operands; the last is the whole
  std::vector<LegalValue> law;  // once each

  static constexpr std::size_t longest = 2000;  // bytes
  static constexpr int deepest = 60;            // operations within operations

  const Quantity& quantity() const { return nodes.back().quantity; }
  std::string_view text_of(const Node& node) const;
  // Of the one data item it consists of; nothing for a formula.
  std::optional<std::string> lone_item() const;
  bool may_divide_by_zero() const;
};

// What is wrong with a text, at a character of it counted from 1.
struct Misfit {
  ErrorCode code;
  std::size_t column = 1;
  Args args;
};

// Reads a text and checks its units against the catalogue; law(id) is refused without a day.
std::expected<Expression, Misfit> read_expression(std::string_view text,
                                                  const figures::ItemCatalogue& items,
                                                  const LegalDay* legal = nullptr);
// An item's own quantity.
Quantity quantity_of(const figures::DataItem& item);
// Ids of data items, once each, in the order they stand.
std::vector<std::string> items_of(const Expression& expression);

// The values an expression can take, whatever the answers; an end that is absent has no bound.
struct Range {
  std::optional<Rational> low, high;
};
Range range_of(const Expression& expression);

}  // namespace liem::indicators
