#include "advice/levers.h"

#include <algorithm>

namespace liem::advice {
namespace {

using namespace indicators;

std::optional<Decimal> given(const Inputs& inputs, std::string_view id) {
  const Answer& answer = inputs.at(id);
  const auto* number = std::get_if<Decimal>(&answer.value);
  if (answer.state != AnswerState::given || number == nullptr) return std::nullopt;
  return *number;
}

// What is measured against what: the two sides of a ratio, wherever it stands in a rule.
struct Measure {
  std::vector<std::string> done, obliged;
  bool lone = false;    // each is one figure,
  bool strict = false;  // and more done than obliged is a slip
};

void add_items(const Expression& expression, std::size_t node, std::vector<std::string>& out) {
  const auto& at = expression.nodes[node];
  if (at.operation == Operation::item) out.push_back(at.item);
  for (const auto operand : at.operands) add_items(expression, operand, out);
}

template <class See>
void measures_in(const Expression& expression, const See& see) {
  for (const auto& node : expression.nodes) {
    const bool ratio = node.operation == Operation::ratio;
    if (!ratio && node.operation != Operation::divide) continue;
    Measure measure;
    add_items(expression, node.operands[0], measure.done);
    add_items(expression, node.operands[1], measure.obliged);
    const auto is_item = [&](std::size_t of) {
      return expression.nodes[of].operation == Operation::item;
    };
    measure.lone = is_item(node.operands[0]) && is_item(node.operands[1]);
    measure.strict = ratio;
    see(measure);
  }
}

template <class See>
void each_measure(const Rule& rule, const See& see) {
  const auto of_ratio = [&](const Ratio& ratio) {
    see(Measure{items_of(ratio.done), items_of(ratio.obliged),
                ratio.done.lone_item() && ratio.obliged.lone_item(),
                ratio.beyond == Ratio::Beyond::refuse});
    measures_in(ratio.done, see);
    measures_in(ratio.obliged, see);
  };
  if (const auto* ratio = std::get_if<Ratio>(&rule)) of_ratio(*ratio);
  if (const auto* parts = std::get_if<Parts>(&rule)) {
    for (const auto& part : parts->parts) of_ratio(part.ratio);
  }
  if (const auto* count = std::get_if<Count>(&rule)) measures_in(count->input, see);
  if (const auto* bonus = std::get_if<Bonus>(&rule)) measures_in(bonus->input, see);
  if (const auto* deduction = std::get_if<Deduction>(&rule)) measures_in(deduction->input, see);
  if (const auto* formula = std::get_if<Formula>(&rule)) measures_in(formula->expression, see);
  if (const auto* inherited = std::get_if<Inherited>(&rule)) {
    each_measure(inherited->own->rule, see);
  }
}

template <class See>
void each_leaf(const std::vector<Criterion>& criteria, See see) {
  for (const auto& criterion : criteria) {
    if (criterion.leaf) see(criterion);
    each_leaf(criterion.children, see);
  }
}

std::optional<Decimal> lower(const std::optional<Decimal>& a, const std::optional<Decimal>& b) {
  return a && b ? std::min(*a, *b) : (a ? a : b);
}

class Levers {
 public:
  Levers(const IndicatorSet& set, const Inputs& inputs) : set_(set), inputs_(inputs) {}

  void operator()(const Documented& rule) { asked(rule.input); }
  void operator()(const Checklist& rule) {
    for (const auto& part : rule.parts) asked(part.input);
  }
  void operator()(const Ratio& rule) {
    if (const auto done = rule.done.lone_item()) {
      const auto obliged = rule.obliged.lone_item();
      add({*done, Lever::more, obliged ? given(inputs_, *obliged) : std::nullopt});
    } else {
      search(items_of(rule.done));
    }
    for (const auto& id : items_of(rule.obliged)) add({id, Lever::fixed, {}});
  }
  void operator()(const Parts& rule) {
    for (const auto& part : rule.parts) (*this)(part.ratio);
  }
  void operator()(const Count& rule) { counted(rule.input); }
  void operator()(const Bonus& rule) { counted(rule.input); }
  // Of several indexes each may rise; what they come to is searched.
  void operator()(const ExternalIndex& rule) {
    if (const auto lone = rule.input.lone_item()) {
      add({*lone, Lever::published, rule.scale});
    } else {
      search(items_of(rule.input));
    }
  }
  void operator()(const Rubric& rule) {
    InputLever lever{rule.input.id, Lever::judged, {}};
    for (const auto& level : rule.levels) lever.levels.push_back(level.level);
    add(std::move(lever));
  }
  void operator()(const Deduction& rule) {
    breaches(rule.input, rule.input.nodes.size() - 1);
    for (const auto& id : items_of(rule.input)) add({id, Lever::fixed, {}});
  }
  void operator()(const Inherited& rule) { any(rule.own->rule); }
  void any(const Rule& rule) {
    std::visit(
        [&]<class Kind>(const Kind& kind) {
          if constexpr (std::is_invocable_v<Levers&, const Kind&>) {
            (*this)(kind);
          } else {
            search(inputs_of(rule));
          }
        },
        rule);
  }
  std::vector<InputLever> take() { return std::move(levers_); }

 private:
  void search(const std::vector<std::string>& ids) {
    for (const auto& id : ids) add({id, is_obliged(set_, id) ? Lever::fixed : Lever::searched, {}});
  }
  void asked(const Expression& question) {
    if (const auto lone = question.lone_item()) {
      add({*lone, Lever::say_yes, {}});
    } else {
      search(items_of(question));
    }
  }
  // Of breaches that are added up, each may be fewer; of what is measured otherwise none is said to
  // be the one. A factor is never below 0, or the set would have been refused.
  void breaches(const Expression& input, std::size_t index) {
    const auto& node = input.nodes[index];
    switch (node.operation) {
      case Operation::item:
        if (input.lone_item() || !is_obliged(set_, node.item)) add({node.item, Lever::fewer, {}});
        return;
      case Operation::multiply:
        if (!is_written(input, node.operands[0]) && !is_written(input, node.operands[1])) return;
        break;
      case Operation::add:
      case Operation::bare:
        break;
      default:
        return;
    }
    for (const auto operand : node.operands) breaches(input, operand);
  }
  static bool is_written(const Expression& input, std::size_t index) {
    const auto operation = input.nodes[index].operation;
    return operation == Operation::number || operation == Operation::law;
  }
  void counted(const Expression& input) {
    if (const auto lone = input.lone_item()) {
      add({*lone, Lever::more, {}});
    } else {
      search(items_of(input));
    }
  }
  // What is done in one ratio and obliged in another can be done more.
  void add(InputLever lever) {
    lever.most = lower(lever.most, limit_of(set_, inputs_, lever.id));
    const auto known = std::ranges::find(levers_, lever.id, &InputLever::id);
    if (known == levers_.end()) {
      levers_.push_back(std::move(lever));
    } else if (known->lever == Lever::fixed) {
      *known = std::move(lever);
    }
  }

  const IndicatorSet& set_;
  const Inputs& inputs_;
  std::vector<InputLever> levers_;
};

}  // namespace

std::vector<InputLever> levers_of(const IndicatorSet& set, const Criterion& leaf,
                                  const Inputs& inputs) {
  Levers levers(set, inputs);
  levers.any(leaf.leaf->rule);
  return levers.take();
}

bool is_obliged(const IndicatorSet& set, std::string_view id) {
  bool found = false;
  each_leaf(set.criteria, [&](const Criterion& leaf) {
    each_measure(leaf.leaf->rule, [&](const Measure& measure) {
      found = found || std::ranges::find(measure.obliged, id) != measure.obliged.end();
    });
  });
  return found;
}

std::vector<std::string> obliged_for(const IndicatorSet& set, std::string_view id) {
  std::vector<std::string> out;
  each_leaf(set.criteria, [&](const Criterion& leaf) {
    each_measure(leaf.leaf->rule, [&](const Measure& measure) {
      const bool measured = measure.lone && measure.strict && measure.done.front() == id;
      if (measured) out.push_back(measure.obliged.front());
    });
  });
  return out;
}

std::optional<Decimal> limit_of(const IndicatorSet& set, const Inputs& inputs,
                                std::string_view id) {
  std::optional<Decimal> limit;
  const auto* item = set.items.find(id);
  if (item != nullptr && item->unit.kind == figures::UnitKind::percent) limit = 100;
  each_leaf(set.criteria, [&](const Criterion& leaf) {
    each_measure(leaf.leaf->rule, [&](const Measure& measure) {
      if (!measure.lone || !measure.strict || measure.done.front() != id) return;
      limit = lower(limit, given(inputs, measure.obliged.front()));
    });
    const auto* index = std::get_if<ExternalIndex>(&leaf.leaf->rule);
    if (index != nullptr && index->input.lone_item() == id) limit = lower(limit, index->scale);
  });
  return limit;
}

}  // namespace liem::advice
