#include "indicators/score_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "indicators/rolled_up.h"
#include "law/names.h"

namespace liem::indicators {
namespace {

constexpr std::size_t code_width = 13, title_width = 60, number_width = 12;

// Characters, not bytes; Vietnamese text is one column a character.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

std::string left(std::string text, std::size_t width) {
  if (const auto have = columns(text); have < width) text.append(width - have, ' ');
  return text;
}

std::string right(const std::string& text, std::size_t width) {
  const auto have = columns(text);
  return have < width ? std::string(width - have, ' ') + text : text;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  std::size_t end = 0;
  for (std::size_t seen = 0; end < text.size(); ++end) {
    if ((text[end] & 0xC0) != 0x80 && ++seen == width) break;
  }
  return std::string(text.substr(0, end)) + "…";
}

class Writer {
 public:
  Writer(const Score& score, const IndicatorSet& set, const Inputs& inputs,
         const Catalogue& catalogue, TextStyle style)
      : score_(score), set_(set), inputs_(inputs), catalogue_(catalogue), style_(style) {}

  void table();
  void leaves(const std::vector<Criterion>& criteria);
  void explanation(std::string_view code);
  // The groups, each after those below it, and the total: one line where it is a plain sum.
  void sums();
  // What the score stands on: the set, and of units below their days.
  void set_line();
  std::string take() { return std::move(out_); }

 private:
  void row(std::string code, std::string title, const CriterionScore& score, std::size_t depth);
  void rows(const std::vector<Criterion>& criteria, const CriterionScore& score, std::size_t depth);
  void leaf(const Leaf& leaf, const CriterionScore& scored);
  void sum(const std::vector<Criterion>& criteria, const CriterionScore& group);
  void sum_line(const CriterionScore& scored);
  std::string name_of_code(std::string_view code) const;
  std::string heading(const CriterionScore& scored) const;
  void steps(const CriterionScore& scored);
  void input(const std::string& id);
  void below(std::string_view code, const Leaf& leaf);
  void legal(const Leaf& leaf);
  std::string source(const Answer& answer) const;
  std::string value(const figures::DataItem& item, const Answer& answer) const;
  std::string amount(const figures::DataItem& item, const Decimal& value) const;
  void parts(const figures::DataItem& item, const RolledUpFigure& figure);

  std::string word(std::string_view name) const {
    return catalogue_.render({fmt::format("indicators.text.{}", name), {}}, style_.locale);
  }
  const std::string& pick(const Words& words) const {
    return style_.locale == Locale::vi ? words.vi : words.en;
  }
  std::string dates(const LegalValue& value) const {
    return to_iso(value.from) + " –" + (value.to ? " " + to_iso(*value.to) : "");
  }
  std::string number(const Decimal& value) const { return format_number(value, style_.locale); }
  std::string state_word(std::string_view state) const {
    return painted("33", fmt::format("‹{}›", word(fmt::format("state.{}", state))));
  }
  std::string painted(std::string_view code, std::string text) const {
    if (style_.colour == Colour::plain) return text;
    return fmt::format("\033[{}m{}\033[0m", code, text);
  }
  void line(std::string text) {
    while (text.ends_with(' ')) text.pop_back();
    out_.append(text).append("\n");
  }

  const Score& score_;
  const IndicatorSet& set_;
  const Inputs& inputs_;
  const Catalogue& catalogue_;
  TextStyle style_;
  std::string out_;
};

void Writer::row(std::string code, std::string title, const CriterionScore& score,
                 std::size_t depth) {
  const bool counts = score.state == State::scored;
  const auto optional = [&](const std::optional<Decimal>& value, std::string_view plus) {
    if (!value) return std::string();
    return (*value > 0 ? std::string(plus) : "") + number(*value);
  };
  const std::string gap = right(optional(score.gap, "+"), number_width);
  const std::string text = left(std::string(2 * depth, ' ') + std::move(code), code_width) +
                           left(shortened(title, title_width), title_width + 1) +
                           right(counts ? number(score.points.reached) : "–", number_width) +
                           right(number(score.points.reachable), number_width) +
                           right(number(score.points.maximum), number_width) +
                           right(optional(score.self, ""), number_width);
  const bool differs = score.gap && !score.gap->is_zero();
  line((depth == 0 ? painted("1", text) : text) + (differs ? painted("31", gap) : gap) +
       (counts ? "" : "  " + state_word(name_of(score.state))));
}

void Writer::rows(const std::vector<Criterion>& criteria, const CriterionScore& score,
                  std::size_t depth) {
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const char* mark = criteria[i].provenance == Provenance::assumed ? " °" : "";
    row(criteria[i].code + mark, pick(criteria[i].title), score.children[i], depth);
    rows(criteria[i].children, score.children[i], depth + 1);
  }
}

void Writer::table() {
  std::string head = left(word("code"), code_width) + left(word("criterion"), title_width + 1);
  for (const auto* name : {"reached", "reachable", "maximum", "self", "gap"}) {
    head += right(word(name), number_width);
  }
  line(painted("1", head));
  rows(set_.criteria, score_.total, 0);
  row("", word("total"), score_.total, 0);
  line("");
  line(word("legend"));
  if (set_.rounding.provenance == Provenance::assumed) line(word("rounding_assumed"));
}

std::string Writer::value(const figures::DataItem& item, const Answer& answer) const {
  if (answer.state != AnswerState::given) return state_word(name_of(answer.state));
  const auto* yes = std::get_if<bool>(&answer.value);
  return amount(item, yes != nullptr ? Decimal(*yes ? 1 : 0) : answer.number());
}

std::string Writer::amount(const figures::DataItem& item, const Decimal& value) const {
  if (item.unit.kind == figures::UnitKind::yes_no) return word(value.is_zero() ? "no" : "yes");
  return fmt::format("{} {}", number(value), pick(item.unit.words));
}

std::string Writer::source(const Answer& answer) const {
  const Source& from = answer.source;
  std::string text;
  if (from.kind != SourceKind::none) text = word(fmt::format("source.{}", name_of(from.kind)));
  if (from.bytes) {
    text += " " + catalogue_.render({"indicators.text.place",
                                     {{"report", from.report},
                                      {"begin", std::to_string(from.bytes->first)},
                                      {"end", std::to_string(from.bytes->second)}}},
                                    style_.locale);
  }
  if (!from.text.empty()) text += fmt::format(": “{}”", from.text);
  for (const auto& more : {from.note, answer.ground}) {
    if (!more.empty()) text.append(text.empty() ? "" : "; ").append(more);
  }
  return text.empty() ? "" : fmt::format("  [{}]", text);
}

void Writer::input(const std::string& id) {
  const auto& item = *set_.items.find(id);
  const Answer& answer = inputs_.at(id);
  line(fmt::format("    {}: {}{}", pick(item.label), value(item, answer), source(answer)));
  if (answer.rolled_up) parts(item, *answer.rolled_up);
}

// Which unit gave what; those that say the same without a number on one line.
void Writer::parts(const figures::DataItem& item, const RolledUpFigure& figure) {
  const auto say_words = [&](const Message& message) {
    return catalogue_.render(message, style_.locale);
  };
  line(fmt::format("      {}. {}", pick(say(how_sentence(figure), catalogue_)),
                   say_words(figures::said(figure.whole.tally))));
  std::map<AnswerState, std::string> without;
  for (const auto& part : figure.parts) {
    const auto& [said, so_far, tally] = part.figure;
    std::string name = pick(part.unit->words);
    if (part.own) name += fmt::format(" ({})", word("own_part"));
    if (said.state != AnswerState::given && tally.given == 0) {
      auto& names = without[said.state];
      names.append(names.empty() ? "" : ", ").append(name);
      continue;
    }
    std::string text =
        said.state == AnswerState::given
            ? amount(item, said.value)
            : say_words({"indicators.text.so_far", {{"value", amount(item, so_far)}}});
    if (part.day)
      text += ", " + say_words({"indicators.text.on_day", {{"day", to_iso(*part.day)}}});
    if (said.state != AnswerState::given) text += "; " + say_words(figures::said(tally));
    line(fmt::format("        {}: {}", name, text));
  }
  for (const auto& [state, names] : without) {
    line(fmt::format("        {}: {}", state_word(name_of(state)), names));
  }
}

// Of a rule that takes the mean of units: what each of them has there, and on which answers.
void Writer::below(std::string_view code, const Leaf& leaf) {
  const auto* averaged = units_averaged(leaf.rule, inputs_);
  if (averaged == nullptr) return;
  line(fmt::format("  {}:", word("units_below")));
  for (const auto& unit : averaged->units) {
    const CriterionScore& scored = *unit.scored->score.find(code);
    const bool counts = scored.state == State::scored;
    std::string text =
        fmt::format("    {}: {} / {}", unit.name, counts ? number(scored.points.reached) : "–",
                    number(scored.points.maximum));
    line(text + (counts ? "" : "  " + state_word(name_of(scored.state))));
    for (const auto& id : inputs_of(leaf.rule)) {
      const auto& item = *set_.items.find(id);
      const Answer& answer = unit.scored->inputs.at(id);
      line(fmt::format("      {}: {}{}", pick(item.label), value(item, answer), source(answer)));
    }
  }
}

void Writer::legal(const Leaf& leaf) {
  const auto values = law_of(leaf.rule);
  if (values.empty()) return;
  line(fmt::format("  {}:", word("law")));
  for (const auto& value : values) {
    const auto name = law::units[static_cast<std::size_t>(value.unit)];
    const bool counts = value.unit == law::Unit::count;
    const std::string unit = counts ? "" : " " + word(fmt::format("law_unit.{}", name));
    line(fmt::format("    {}: {}{} — {}; {} [{}]", pick(value.label), number(value.value), unit,
                     value.basis, dates(value), pick(say(status_sentence(value), catalogue_))));
  }
}

std::string Writer::name_of_code(std::string_view code) const {
  const auto* criterion = set_.find(code);
  if (criterion == nullptr) return word("total");
  const char* mark = criterion->provenance == Provenance::assumed ? " °" : "";
  return fmt::format("{}{} {}", criterion->code, mark, pick(criterion->title));
}

std::string Writer::heading(const CriterionScore& scored) const {
  const bool counts = scored.state == State::scored;
  const auto text =
      fmt::format("{}: {} / {}", name_of_code(scored.code),
                  counts ? number(scored.points.reached) : "–", number(scored.points.maximum));
  return painted("1", text) + (counts ? "" : "  " + state_word(name_of(scored.state)));
}

void Writer::steps(const CriterionScore& scored) {
  for (const auto& step : scored.steps) line("    " + pick(say(step, catalogue_)));
}

void Writer::leaf(const Leaf& leaf, const CriterionScore& scored) {
  std::string basis;
  for (const auto& law : leaf.legal_basis) {
    basis.append(basis.empty() ? "" : "; ").append(pick(say(basis_sentence(law), catalogue_)));
  }
  if (!basis.empty()) line(fmt::format("  {}: {}", word("basis"), basis));
  const bool assumed = leaf.rule_provenance == Provenance::assumed;
  line(fmt::format("  {}: {}", word(assumed ? "rule_assumed" : "rule"),
                   pick(say(scored.rule_text, catalogue_))));
  line(fmt::format("  {}:", word("inputs")));
  for (const auto& id : inputs_of(leaf.rule)) input(id);
  below(scored.code, leaf);
  legal(leaf);
}

void Writer::explanation(std::string_view code) {
  const auto& scored = *score_.find(code);
  const auto* criterion = set_.find(code);
  const Leaf* rule = criterion != nullptr && criterion->leaf ? &*criterion->leaf : nullptr;
  line("");
  line(heading(scored));
  if (rule != nullptr) leaf(*rule, scored);
  line(fmt::format("  {}:", word("steps")));
  steps(scored);
  if (scored.self) {
    line(fmt::format("  {}: {}", word("self"), number(*scored.self)) +
         (scored.gap ? fmt::format("; {}: {}", word("gap"), number(*scored.gap)) : ""));
  }
  if (rule == nullptr || rule->evidence.empty()) return;
  line(fmt::format("  {}:", word("evidence")));
  for (const auto& asked : rule->evidence) line("    - " + pick(asked));
}

void Writer::leaves(const std::vector<Criterion>& criteria) {
  for (const auto& criterion : criteria) {
    if (criterion.leaf) explanation(criterion.code);
    leaves(criterion.children);
  }
}

// The last step of a sum repeats its result where nothing was rounded.
void Writer::sum_line(const CriterionScore& scored) {
  const auto& told = scored.steps;
  const bool plain = told.size() == 2 && told[0].id == "indicators.step.sum" &&
                     told[1].id == "indicators.step.points";
  if (plain && scored.state == State::scored) {
    line(fmt::format("  {}: {}", name_of_code(scored.code), pick(say(told[0], catalogue_))));
    return;
  }
  line("  " + heading(scored));
  if (!plain) steps(scored);
}

void Writer::sum(const std::vector<Criterion>& criteria, const CriterionScore& group) {
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    if (!criteria[i].leaf) sum(criteria[i].children, group.children[i]);
  }
  sum_line(group);
}

void Writer::sums() {
  line("");
  line(painted("1", word("sums")));
  sum(set_.criteria, score_.total);
}

void Writer::set_line() {
  line("");
  if (inputs_.below != nullptr) line(catalogue_.render(below_dates(inputs_), style_.locale));
  line(fmt::format("{}: {} {}, sha256 {}", word("set"), set_.id, set_.version, set_.sha256));
}

}  // namespace

std::string score_text(const Score& score, const IndicatorSet& set, const Inputs& inputs,
                       const Catalogue& catalogue, TextStyle style) {
  Writer writer(score, set, inputs, catalogue, style);
  writer.table();
  writer.leaves(set.criteria);
  writer.sums();
  writer.set_line();
  return writer.take();
}

std::string explanation_text(std::string_view code, const Score& score, const IndicatorSet& set,
                             const Inputs& inputs, const Catalogue& catalogue, TextStyle style) {
  LIEM_CHECK(can_be_explained(set, code));
  Writer writer(score, set, inputs, catalogue, style);
  writer.explanation(code);
  writer.set_line();
  return writer.take();
}

}  // namespace liem::indicators
