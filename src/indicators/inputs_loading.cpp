#include <functional>

#include "base/loading.h"
#include "indicators/errors.h"
#include "indicators/expression/evaluate.h"
#include "indicators/inputs.h"

namespace liem::indicators {
namespace {

using figures::UnitKind;
using yaml::Node;

class InputsReader {
 public:
  explicit InputsReader(const IndicatorSet& set) : set_(set) {}

  Inputs read(const Node& root);
  Loading& loading() { return loading_; }

 private:
  void read_answer(const std::string& id, const Node& node, Inputs& inputs);
  std::optional<Answer> read_long(const figures::DataItem& item, const Node& node);
  std::optional<Answer> read_state(const std::string& id, const Node& node);
  std::optional<Answer> read_value(const figures::DataItem& item, const Node& node);
  std::optional<Decimal> read_number(const figures::DataItem& item, const Node& node);
  Source read_source(const Node& node);
  std::optional<Date> read_day(const std::string& id, const Node& node);
  void read_self(const std::string& code, const Node& node, Inputs& inputs);
  EarlierAnswers read_earlier(const Node& node);
  std::optional<Answer> read_kept(const std::string& id, const Node& node);
  // Each entry of the map under `key`, where there is one.
  void each(const Node& node, std::string_view key,
            const std::function<void(const std::string&, const Node&)>& read);

  const IndicatorSet& set_;
  Loading loading_;
};

std::string_view wanted_value(UnitKind kind) {
  switch (kind) {
    case UnitKind::yes_no:
      return "true, false";
    case UnitKind::count:
    case UnitKind::days:
    case UnitKind::level:
      return "0, 1, 2 ...";
    case UnitKind::percent:
      return "0 ... 100";
    case UnitKind::money:
    case UnitKind::index:
      break;
  }
  return "0 ... 999999999999999999.999999";
}

// Where a point in `text` may have been meant to group thousands, as Vietnamese readers write them:
// what to write instead, the thousands first. Nothing where it can only stand before decimals.
std::string choices_without_point(std::string_view text, const Decimal& value, bool whole) {
  const auto point = text.find('.');
  if (point == std::string_view::npos) return "";
  const auto before = text.substr(0, point), after = text.substr(point + 1);
  const bool zeros = after.find_first_not_of('0') == std::string_view::npos;
  const bool thousands = after.size() == 3 && before.size() <= 3 && !before.starts_with('0');
  if (!zeros && !thousands) return "";
  // Three decimals meant as such are told from thousands by a fourth.
  const std::string plain = value.scale() == 3 ? value.to_fixed(4) : value.to_string();
  if (!thousands) return plain;
  const std::string digits = std::string(before) + std::string(after);
  return whole && !value.is_whole() ? digits : digits + " / " + plain;
}

std::optional<Decimal> InputsReader::read_number(const figures::DataItem& item, const Node& node) {
  const auto refuse = [&](ErrorCode code, Args args) {
    loading_.note(node.error(code, std::move(args)));
    return std::nullopt;
  };
  const auto text = node.is_scalar() ? *node.text() : "";
  const auto number = Decimal::parse(text);
  const auto kind = item.unit.kind;
  const bool whole = kind == UnitKind::count || kind == UnitKind::days || kind == UnitKind::level;
  if (number && number->is_negative()) {
    return refuse(errors::negative_value, {{"id", item.id}, {"value", text}});
  }
  if (number && (whole || kind == UnitKind::money)) {
    if (auto choices = choices_without_point(text, *number, whole); !choices.empty()) {
      return refuse(errors::point_for_thousands,
                    {{"id", item.id}, {"value", text}, {"choices", std::move(choices)}});
    }
  }
  const Decimal most = kind == UnitKind::percent ? 100 : 999'999'999'999'999'999;
  if (!number || (whole && !number->is_whole()) || *number > most || number->scale() > 6) {
    return refuse(errors::wrong_value,
                  {{"id", item.id}, {"value", text}, {"wanted", std::string(wanted_value(kind))}});
  }
  return number;
}

std::optional<Answer> InputsReader::read_value(const figures::DataItem& item, const Node& node) {
  Answer answer;
  answer.state = AnswerState::given;
  answer.source.kind = SourceKind::form;
  answer.line = node.line();
  if (item.unit.kind != UnitKind::yes_no) {
    const auto number = read_number(item, node);
    if (!number) return std::nullopt;
    answer.value = *number;
    return answer;
  }
  const auto yes = node.boolean();
  if (!yes) {
    loading_.note(
        node.error(errors::wrong_value, {{"id", item.id},
                                         {"value", node.is_scalar() ? *node.text() : ""},
                                         {"wanted", std::string(wanted_value(UnitKind::yes_no))}}));
    return std::nullopt;
  }
  answer.value = *yes;
  return answer;
}

std::optional<Answer> InputsReader::read_state(const std::string& id, const Node& node) {
  const auto name = loading_.text_at(node, "state");
  if (!name) return std::nullopt;
  Answer answer;
  answer.line = node.line();
  if (*name == "not_applicable") {
    answer.state = AnswerState::not_applicable;
    if (!node.has("ground")) {
      loading_.note((*node.at("state")).error(errors::ground_missing, {{"id", id}}));
      return std::nullopt;
    }
    const auto ground = loading_.text_at(node, "ground");
    if (!ground) return std::nullopt;
    answer.ground = *ground;
  } else if (*name == "not_available") {
    answer.state = AnswerState::not_available;
  } else if (*name != "blank") {
    loading_.note(
        (*node.at("state"))
            .error(errors::unknown_choice,
                   {{"value", *name}, {"known", "not_applicable, not_available, blank"}}));
    return std::nullopt;
  }
  return answer;
}

Source InputsReader::read_source(const Node& node) {
  constexpr std::pair<std::string_view, SourceKind> kinds[] = {
      {"report", SourceKind::report},
      {"form", SourceKind::form},
      {"register", SourceKind::register_book},
      {"external", SourceKind::external},
  };
  Source source;
  if (!loading_.check_keys(node, {"report", "form", "register", "external", "note"})) return source;
  for (const auto& [name, kind] : kinds) {
    if (!node.has(name)) continue;
    if (source.kind != SourceKind::none) loading_.note(node.error(errors::two_sources));
    source.kind = kind;
    source.text = loading_.text_at(node, name).value_or("");
  }
  if (node.has("note")) source.note = loading_.text_at(node, "note").value_or("");
  return source;
}

std::optional<Answer> InputsReader::read_long(const figures::DataItem& item, const Node& node) {
  if (!loading_.check_keys(node, {"value", "state", "ground", "source", "day"}))
    return std::nullopt;
  if (node.has("value") == node.has("state")) {
    loading_.note(
        node.error(node.has("value") ? errors::state_and_value : errors::no_state_no_value,
                   {{"id", item.id}}));
    return std::nullopt;
  }
  auto answer = node.has("value") ? read_value(item, *node.at("value")) : read_state(item.id, node);
  if (answer && node.has("source")) answer->source = read_source(*node.at("source"));
  if (answer && node.has("day")) answer->day = read_day(item.id, node);
  return answer;
}

// The day of a value; whatever is no value has none.
std::optional<Date> InputsReader::read_day(const std::string& id, const Node& node) {
  if (node.has("value")) return loading_.take(node.date_at("day"));
  loading_.note((*node.at("day")).error(errors::day_without_value, {{"id", id}}));
  return std::nullopt;
}

void InputsReader::read_answer(const std::string& id, const Node& node, Inputs& inputs) {
  const auto* item = set_.items.find(id);
  if (item == nullptr) {
    loading_.note(node.error(errors::unknown_input, {{"id", id}}));
    return;
  }
  auto answer = node.is_map() ? read_long(*item, node) : read_value(*item, node);
  if (answer) inputs.answers.insert_or_assign(id, std::move(*answer));
}

void InputsReader::read_self(const std::string& code, const Node& node, Inputs& inputs) {
  const auto* criterion = set_.find(code);
  if (criterion == nullptr) {
    loading_.note(node.error(errors::unknown_criterion, {{"code", code}}));
    return;
  }
  if (!criterion->leaf) {
    loading_.note(node.error(errors::self_of_group, {{"code", code}}));
    return;
  }
  const auto points = loading_.take(node.decimal());
  if (!points) return;
  if (points->is_negative() || *points > criterion->points || points->scale() > 6) {
    loading_.note(
        node.error(errors::self_out_of_range, {{"code", code},
                                               {"value", points->to_string()},
                                               {"maximum", criterion->points.to_string()}}));
    return;
  }
  inputs.self.insert_or_assign(code, *points);
}

void InputsReader::each(const Node& node, std::string_view key,
                        const std::function<void(const std::string&, const Node&)>& read) {
  if (!node.has(key)) return;
  const auto entries = loading_.take((*node.at(key)).entries());
  if (!entries) return;
  for (const auto& [name, entry] : *entries) read(name, entry);
}

// An answer whose item nobody knows any more: its value as it was written.
std::optional<Answer> InputsReader::read_kept(const std::string& id, const Node& node) {
  if (node.is_map() && !loading_.check_keys(node, {"value", "state", "ground", "source", "day"})) {
    return std::nullopt;
  }
  Answer answer;
  if (node.is_map() && node.has("state")) {
    auto state = read_state(id, node);
    if (!state) return std::nullopt;
    answer = std::move(*state);
  } else {
    const auto value = node.is_map() ? loading_.take(node.at("value")) : std::optional(node);
    if (!value) return std::nullopt;
    answer.state = AnswerState::given;
    answer.source.kind = SourceKind::form;
    if (const auto yes = value->boolean()) {
      answer.value = *yes;
    } else if (const auto number = loading_.take(value->decimal())) {
      answer.value = *number;
    } else {
      return std::nullopt;
    }
  }
  if (node.is_map() && node.has("source")) answer.source = read_source(*node.at("source"));
  if (node.is_map() && node.has("day")) answer.day = read_day(id, node);
  return answer;
}

EarlierAnswers InputsReader::read_earlier(const Node& node) {
  EarlierAnswers earlier;
  if (!loading_.check_keys(node, {"set", "inputs", "self"})) return earlier;
  earlier.set = loading_.text_at(node, "set").value_or("");
  each(node, "inputs", [&](const std::string& id, const Node& entry) {
    if (auto answer = read_kept(id, entry)) earlier.answers.emplace(id, std::move(*answer));
  });
  each(node, "self", [&](const std::string& code, const Node& entry) {
    if (const auto points = loading_.take(entry.decimal())) earlier.self.emplace(code, *points);
  });
  return earlier;
}

Inputs InputsReader::read(const Node& root) {
  Inputs inputs;
  if (!loading_.check_keys(root, {"set", "inputs", "self", "earlier"})) return inputs;
  if (const auto id = loading_.text_at(root, "set")) {
    inputs.set = *id;
    if (*id != set_.id) {
      loading_.note(
          (*root.at("set")).error(errors::other_set, {{"set", *id}, {"wanted", set_.id}}));
    }
  }
  each(root, "inputs", [&](const auto& id, const Node& node) { read_answer(id, node, inputs); });
  each(root, "self", [&](const auto& code, const Node& node) { read_self(code, node, inputs); });
  if (root.has("earlier")) {
    const auto list = loading_.take((*root.at("earlier")).items());
    for (const auto& node : list.value_or(std::vector<Node>{})) {
      inputs.earlier.push_back(read_earlier(node));
    }
  }
  return inputs;
}

// What one rule asks of its answers beyond their units.
class RuleChecks {
 public:
  RuleChecks(const Inputs& inputs, std::string_view file, Loading& loading)
      : inputs_(inputs), file_(file), loading_(loading) {}

  void operator()(const Ratio& rule) {
    if (rule.beyond == Ratio::Beyond::full) return;
    const Evaluated done = evaluate(rule.done, inputs_), obliged = evaluate(rule.obliged, inputs_);
    if (done.state != Evaluated::State::given || obliged.state != Evaluated::State::given) return;
    if (done.number <= obliged.number) return;
    note(errors::more_done_than_obliged, first_of(rule.done),
         {{"done", rule.done.text},
          {"done_value", number_words(done.number).en},
          {"obliged", rule.obliged.text},
          {"obliged_value", number_words(obliged.number).en},
          {"obliged_line", std::to_string(first_of(rule.obliged).line)}});
  }
  void operator()(const Inherited& rule) { std::visit(*this, rule.own->rule); }
  void operator()(const Parts& rule) {
    for (const auto& part : rule.parts) (*this)(part.ratio);
  }
  void operator()(const ExternalIndex& rule) {
    const Evaluated index = evaluate(rule.input, inputs_);
    if (index.state != Evaluated::State::given) return;
    const bool share = rule.input.quantity().kind == Quantity::Kind::share;
    const Rational value = share ? index.number * Rational(100) : index.number;
    if (value <= Rational(rule.scale)) return;
    note(errors::above_scale, first_of(rule.input),
         {{"id", rule.input.text},
          {"value", number_words(value).en},
          {"scale", rule.scale.to_string()}});
  }
  void operator()(const Rubric& rule) {
    const Answer& answer = inputs_.at(rule.input.id);
    if (answer.state != AnswerState::given) return;
    std::string known;
    for (const auto& level : rule.levels) {
      if (level.level == answer.number()) return;
      known.append(known.empty() ? "" : ", ").append(level.level.to_string());
    }
    note(errors::unknown_level, answer,
         {{"id", rule.input}, {"value", answer.number().to_string()}, {"known", known}});
  }
  void operator()(const auto&) {}  // the unit says all

 private:
  // The answer whose line is named for an expression.
  const Answer& first_of(const Expression& expression) const {
    const auto ids = items_of(expression);
    return inputs_.at(ids.empty() ? std::string() : ids.front());
  }
  void note(ErrorCode code, const Answer& answer, Args args) {
    args.insert(args.begin(),
                {{"file", std::string(file_)}, {"line", std::to_string(answer.line)}});
    loading_.note(Error{code.kind, Message{std::string(code.id), std::move(args)}});
  }

  const Inputs& inputs_;
  std::string_view file_;
  Loading& loading_;
};

void check_rules(const std::vector<Criterion>& criteria, RuleChecks& checks) {
  for (const auto& criterion : criteria) {
    if (criterion.leaf) std::visit(checks, criterion.leaf->rule);
    check_rules(criterion.children, checks);
  }
}

}  // namespace

Problems check_inputs(const Inputs& inputs, std::string_view file, const IndicatorSet& set) {
  Loading loading;
  RuleChecks checks(inputs, file, loading);
  check_rules(set.criteria, checks);
  return std::move(loading).problems();
}

std::expected<Inputs, Problems> load_inputs(std::string_view text, std::string_view file,
                                            const IndicatorSet& set) {
  InputsReader reader(set);
  Inputs inputs;
  if (const auto root = reader.loading().take(yaml::parse(text, file))) {
    inputs = reader.read(*root);
    for (auto& problem : check_inputs(inputs, file, set)) reader.loading().note(std::move(problem));
  }
  if (!reader.loading().clean()) return std::unexpected(std::move(reader.loading()).problems());
  return inputs;
}

}  // namespace liem::indicators
