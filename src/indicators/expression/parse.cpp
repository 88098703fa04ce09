#include <algorithm>
#include <array>

#include "indicators/errors.h"
#include "indicators/expression/tokens.h"

namespace liem::indicators {
namespace {

using expressions::column_of;
using expressions::Token;
using expressions::TokenKind;

struct Function {
  std::string_view name;
  Operation operation;
  std::size_t least, most;  // operands
};

constexpr std::size_t any_number = 100;
constexpr std::array<Function, 6> functions = {{
    {"ratio", Operation::ratio, 2, 2},
    {"count", Operation::count, 1, any_number},
    {"min", Operation::minimum, 2, any_number},
    {"max", Operation::maximum, 2, any_number},
    {"if", Operation::choice, 3, 3},
    {"number", Operation::bare, 1, 1},
}};

struct Infix {
  std::string_view sign;
  Operation operation;
  int strength;
};

constexpr int strength_of_not = 3, strength_of_comparison = 4, strength_of_minus = 7;
constexpr std::array<Infix, 12> infixes = {{
    {"or", Operation::either, 1},
    {"and", Operation::both, 2},
    {"<", Operation::less, strength_of_comparison},
    {"<=", Operation::at_most, strength_of_comparison},
    {"=", Operation::equal, strength_of_comparison},
    {"!=", Operation::differs, strength_of_comparison},
    {">=", Operation::at_least, strength_of_comparison},
    {">", Operation::greater, strength_of_comparison},
    {"+", Operation::add, 5},
    {"-", Operation::subtract, 5},
    {"*", Operation::multiply, 6},
    {"/", Operation::divide, 6},
}};

using Index = std::expected<std::size_t, Misfit>;

class Parser {
 public:
  Parser(Expression& out, const std::vector<Token>& tokens) : out_(out), tokens_(tokens) {}

  std::expected<void, Misfit> whole() {
    if (auto index = operand(0); !index) return std::unexpected(index.error());
    if (now().kind != TokenKind::end)
      return std::unexpected(unexpected_here("+ - * / < = > and or"));
    return {};
  }

 private:
  // An operand and every infix after it that binds at least as strongly as `strength`.
  Index operand(int strength);
  Index prefix();
  Index primary();
  Index call(const Token& name);
  Index legal(const Token& name);
  Index number();
  Index parenthesised();

  const Token& now() const { return tokens_[at_]; }
  bool take(std::string_view text) {
    if (now().kind == TokenKind::end || now().text != text) return false;
    ++at_;
    return true;
  }
  Misfit misfit(ErrorCode code, std::size_t byte, Args args = {}) const {
    return {code, column_of(out_.text, byte), std::move(args)};
  }
  Misfit unexpected_here(std::string_view wanted) const {
    if (now().kind == TokenKind::end) {
      return misfit(errors::expression_ends, now().begin, {{"wanted", std::string(wanted)}});
    }
    return misfit(errors::expression_unexpected, now().begin,
                  {{"found", std::string(now().text)}, {"wanted", std::string(wanted)}});
  }
  std::size_t end_of_last() const {
    const Token& last = tokens_[at_ - 1];
    return last.begin + last.text.size();
  }
  Index add(Operation operation, std::size_t begin, std::vector<std::size_t> operands);

  Expression& out_;
  const std::vector<Token>& tokens_;
  std::size_t at_ = 0;
  int open_ = 0;             // operands begun and not yet ended
  std::vector<int> depths_;  // of each node
};

Index Parser::add(Operation operation, std::size_t begin, std::vector<std::size_t> operands) {
  int depth = 1;
  for (const auto operand : operands) depth = std::max(depth, depths_[operand] + 1);
  if (depth > Expression::deepest) {
    return std::unexpected(misfit(errors::expression_too_deep, begin,
                                  {{"deepest", std::to_string(Expression::deepest)}}));
  }
  Expression::Node node;
  node.operation = operation;
  node.begin = begin;
  node.end = end_of_last();
  node.operands = std::move(operands);
  out_.nodes.push_back(std::move(node));
  depths_.push_back(depth);
  return out_.nodes.size() - 1;
}

Index Parser::operand(int strength) {
  if (open_ >= Expression::deepest) {
    return std::unexpected(misfit(errors::expression_too_deep, now().begin,
                                  {{"deepest", std::to_string(Expression::deepest)}}));
  }
  ++open_;
  const std::size_t begin = now().begin;
  Index left = prefix();
  bool compared = false;
  while (left) {
    const auto* infix = std::ranges::find(infixes, now().text, &Infix::sign);
    if (now().kind == TokenKind::end || infix == infixes.end() || infix->strength < strength) break;
    if (infix->strength == strength_of_comparison && compared) break;  // a < b < c says nothing
    compared = infix->strength == strength_of_comparison;
    ++at_;
    const Index right = operand(infix->strength + 1);
    left = right ? add(infix->operation, begin, {*left, *right}) : right;
  }
  --open_;
  return left;
}

Index Parser::prefix() {
  const std::size_t begin = now().begin;
  const bool minus = take("-");
  if (!minus && !take("not")) return primary();
  const Index inner = operand(minus ? strength_of_minus : strength_of_not);
  if (!inner) return inner;
  return add(minus ? Operation::negate : Operation::opposite, begin, {*inner});
}

Index Parser::number() {
  const Token token = now();
  const auto value = Decimal::parse(token.text);
  if (!value || value->scale() > 6 || *value > 999'999'999'999'999'999) {
    return std::unexpected(
        misfit(errors::expression_number, token.begin, {{"found", std::string(token.text)}}));
  }
  ++at_;
  const bool share = take("%");
  const Index index = add(Operation::number, token.begin, {});
  if (!index) return index;
  out_.nodes[*index].number = *value;
  out_.nodes[*index].quantity.kind = share ? Quantity::Kind::share : Quantity::Kind::number;
  return index;
}

Index Parser::parenthesised() {
  ++at_;
  const Index inner = operand(0);
  if (inner && !take(")")) return std::unexpected(unexpected_here(")"));
  return inner;
}

Index Parser::legal(const Token& name) {
  if (!take("(")) return std::unexpected(unexpected_here("("));
  if (now().kind != TokenKind::word)
    return std::unexpected(unexpected_here("declaration.asset_min"));
  const std::string id(now().text);
  ++at_;
  if (!take(")")) return std::unexpected(unexpected_here(")"));
  const Index index = add(Operation::law, name.begin, {});
  if (index) out_.nodes[*index].item = id;
  return index;
}

Index Parser::call(const Token& name) {
  if (name.text == "law") return legal(name);
  const auto* function = std::ranges::find(functions, name.text, &Function::name);
  if (function == functions.end()) {
    std::string known;
    for (const auto& each : functions) known.append(each.name).append(", ");
    known += "law";
    return std::unexpected(misfit(errors::expression_function, name.begin,
                                  {{"found", std::string(name.text)}, {"known", known}}));
  }
  if (!take("(")) return std::unexpected(unexpected_here("("));
  std::vector<std::size_t> operands;
  do {
    const Index one = operand(0);
    if (!one) return one;
    operands.push_back(*one);
  } while (take(","));
  if (!take(")")) return std::unexpected(unexpected_here(", )"));
  if (operands.size() < function->least || operands.size() > function->most) {
    return std::unexpected(misfit(errors::expression_operands, name.begin,
                                  {{"function", std::string(name.text)},
                                   {"count", std::to_string(operands.size())},
                                   {"least", std::to_string(function->least)},
                                   {"most", std::to_string(function->most)}}));
  }
  return add(function->operation, name.begin, std::move(operands));
}

Index Parser::primary() {
  const Token token = now();
  if (token.kind == TokenKind::number) return number();
  if (token.kind == TokenKind::sign && token.text == "(") return parenthesised();
  const bool operation = token.text == "and" || token.text == "or";
  if (token.kind != TokenKind::word || operation) {
    return std::unexpected(unexpected_here("0.5, 80%, a data item, ratio(…), if(…), ("));
  }
  ++at_;
  if (token.text.find('.') == token.text.npos) return call(token);
  const Index index = add(Operation::item, token.begin, {});
  if (index) out_.nodes[*index].item = token.text;
  return index;
}

}  // namespace

std::string_view Expression::text_of(const Node& node) const {
  return std::string_view(text).substr(node.begin, node.end - node.begin);
}

std::optional<std::string> Expression::lone_item() const {
  if (nodes.back().operation != Operation::item) return std::nullopt;
  return nodes.back().item;
}

bool Expression::may_divide_by_zero() const {
  return std::ranges::any_of(nodes, [&](const Node& node) {
    if (node.operation != Operation::divide && node.operation != Operation::ratio) return false;
    const Node& below = nodes[node.operands[1]];
    const bool fixed = below.operation == Operation::number || below.operation == Operation::law;
    return !fixed || below.number.is_zero();
  });
}

std::vector<std::string> items_of(const Expression& expression) {
  std::vector<std::string> ids;
  for (const auto& node : expression.nodes) {
    if (node.operation != Operation::item) continue;
    if (std::ranges::find(ids, node.item) == ids.end()) ids.push_back(node.item);
  }
  return ids;
}

std::expected<Expression, Misfit> read_expression(std::string_view text,
                                                  const figures::ItemCatalogue& items,
                                                  const LegalDay* legal) {
  if (text.size() > Expression::longest) {
    return std::unexpected(Misfit{errors::expression_too_long,
                                  1,
                                  {{"length", std::to_string(text.size())},
                                   {"longest", std::to_string(Expression::longest)}}});
  }
  Expression expression;
  expression.text = text;
  const auto tokens = expressions::tokens_of(expression.text);
  if (!tokens) return std::unexpected(tokens.error());
  if (auto done = Parser(expression, *tokens).whole(); !done) return std::unexpected(done.error());
  if (auto done = expressions::check_units(expression, items, legal); !done) {
    return std::unexpected(done.error());
  }
  for (auto& node : expression.nodes) {
    if (node.operation == Operation::item) node.item_index = items.find(node.item)->index;
  }
  return expression;
}

}  // namespace liem::indicators
