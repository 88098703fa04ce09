#include "assessment/cross_check.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <iterator>

#include "reading/arithmetic.h"
#include "reading/finding_ids.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::assessment {
namespace {

using indicators::Answer;
using indicators::AnswerState;
using reading::Figure;
using reading::Finding;
using reading::Severity;

// The number an item was answered with, or nothing.
const Decimal* number_of(const indicators::Inputs* inputs, std::string_view item) {
  if (inputs == nullptr) return nullptr;
  const Answer& answer = inputs->at(item);
  return answer.state == AnswerState::given ? std::get_if<Decimal>(&answer.value) : nullptr;
}

// What stands for a finding about no place of the text: the report's own number.
text::Span own_number_place(const reading::Reading& report) {
  const auto own = std::ranges::find(report.citations, true, &reading::Citation::own);
  return own == report.citations.end() ? text::Span{} : own->span;
}

Decimal distance(const Decimal& a, const Decimal& b) { return a > b ? a - b : b - a; }

Args item_args(const figures::DataItem& item) {
  return {{"item_vi", item.label.vi},
          {"item_en", item.label.en},
          {"unit_vi", item.unit.words.vi},
          {"unit_en", item.unit.words.en}};
}

Finding finding(std::string code, Severity severity, text::Span span, Args args,
                std::string_view words) {
  Finding out{code, severity, span, {"assessment." + code, std::move(args)}, {}, {}};
  out.suggestion = Message{"assessment." + code + "_mend", {}};
  out.id = reading::finding_id(code, words);
  return out;
}

void append(std::vector<Finding>& to, std::vector<Finding> more) {
  std::ranges::move(more, std::back_inserter(to));
}

void collect_leaves(const std::vector<indicators::Criterion>& criteria,
                    std::vector<const indicators::Criterion*>& out) {
  for (const auto& criterion : criteria) {
    if (criterion.leaf) out.push_back(&criterion);
    collect_leaves(criterion.children, out);
  }
}

// Published by others or judged by the appraiser: no unit reports on it.
bool is_reported(const indicators::Rule& rule) {
  return !std::holds_alternative<indicators::ExternalIndex>(rule) &&
         !std::holds_alternative<indicators::Rubric>(rule);
}

// Phrases that open one of several subjects, looked for in one pass over a text.
class Topics {
 public:
  void add(std::string_view phrase, std::size_t subject) {
    auto keys = text::phrase_keys(phrase);
    if (keys.empty()) return;
    by_first_[keys.front()].push_back({std::move(keys), subject});
  }

  // Marks in `spoken` the subjects the text speaks of; marks and punctuation do not count.
  void find(std::string_view text, std::vector<bool>& spoken) const {
    std::vector<text::WordKey> words;
    for (std::size_t at = text::next_word(text, 0); at < text.size();) {
      const text::Word word = text::word_at(text, at);
      words.push_back(word.key);
      at = text::next_word(text, word.span.end);
    }
    for (std::size_t at = 0; at < words.size(); ++at) {
      const auto found = by_first_.find(words[at]);
      if (found == by_first_.end()) continue;
      for (const Entry& entry : found->second) {
        const bool fits = at + entry.keys.size() <= words.size() &&
                          std::equal(entry.keys.begin(), entry.keys.end(),
                                     words.begin() + static_cast<std::ptrdiff_t>(at));
        if (fits) spoken[entry.subject] = true;
      }
    }
  }

 private:
  struct Entry {
    std::vector<text::WordKey> keys;
    std::size_t subject;
  };
  boost::unordered_flat_map<text::WordKey, std::vector<Entry>> by_first_;
};

bool all_not_applicable(const indicators::Inputs* answers, const std::vector<std::string>& items) {
  return answers != nullptr && !items.empty() &&
         std::ranges::all_of(items, [&](const std::string& item) {
           return answers->at(item).state == AnswerState::not_applicable;
         });
}

// Done, or more than none: "no" and zero claim nothing the report would have to speak of.
bool says_something(const Answer& answer) {
  if (answer.state != AnswerState::given) return false;
  const Decimal* number = std::get_if<Decimal>(&answer.value);
  return number ? !number->is_zero() : std::get<bool>(answer.value);
}

bool is_claimed(const indicators::Inputs* answers, const std::string& code,
                const std::vector<std::string>& items) {
  if (answers == nullptr) return false;
  const auto self = answers->self.find(code);
  if (self != answers->self.end() && !self->second.is_zero()) return true;
  return std::ranges::any_of(
      items, [&](const std::string& item) { return says_something(answers->at(item)); });
}

}  // namespace

bool CrossCheck::names_units(const reading::Reading& report) {
  return std::ranges::any_of(report.figures, [](const Figure& figure) {
    return !figure.items.empty() && figure.of && figure.of->place != reading::Place::document &&
           figure.items.front().confidence == figures::Confidence::certain;
  });
}

Decimal CrossCheck::base_value(const Figure& figure) const {
  return reading::base_value(figure, lexicon_).value_or(figure.value);
}

// The year is the assessed one: not written at all, or that year from its first months on.
bool CrossCheck::speaks(const Figure& figure, const std::string& item) const {
  if (figure.doubtful || figure.soft) return false;
  const bool linked = std::ranges::any_of(figure.items, [&](const reading::ItemLink& link) {
    return link.item == item && link.confidence == figures::Confidence::certain;
  });
  if (!linked) return false;
  if (!figure.period || !figure.period->written) return true;
  const auto& [from, to] = std::tie(figure.period->from, figure.period->to);
  if (!from || !to || static_cast<int>(to->year()) != year_) return false;
  const auto days = std::chrono::sys_days(*to) - std::chrono::sys_days(*from);
  return days >= std::chrono::days(330) && days <= std::chrono::days(400);
}

CrossCheck::Figures CrossCheck::told(const reading::Reading& report, const std::string& item,
                                     const Unit* named) const {
  Figures out;
  const std::string name = named ? text::folded(named->name.vi) : std::string();
  for (const auto& figure : report.figures) {
    if (!speaks(figure, item)) continue;
    const bool own = !figure.of || figure.of->place == reading::Place::document;
    if (named ? (!own && text::folded(figure.of->name) == name) : own) out.push_back(&figure);
  }
  return out;
}

// Whether any figure of the report that may be the item has this value.
bool CrossCheck::any_equal(const reading::Reading& report, const std::string& item,
                           const Decimal& value) const {
  return std::ranges::any_of(report.figures, [&](const Figure& figure) {
    const bool linked = std::ranges::any_of(
        figure.items, [&](const reading::ItemLink& link) { return link.item == item; });
    return (linked || figure.items.empty()) && base_value(figure) == value;
  });
}

std::vector<Finding> CrossCheck::against_answers(const UnitPapers& own) const {
  std::vector<Finding> out;
  if (own.report == nullptr) return out;
  for (const auto& [id, item] : set_.items.items()) {
    const Decimal* answer = number_of(own.answers, id);
    if (answer == nullptr) continue;
    const Figures figures = told(*own.report, id, nullptr);
    if (figures.empty() || any_equal(*own.report, id, *answer)) continue;
    const Decimal written = base_value(*figures.front());
    Args args = item_args(item);
    args.push_back({"written", reading::in_words(written)});
    args.push_back({"answer", reading::in_words(*answer)});
    args.push_back({"difference", reading::in_words(distance(written, *answer))});
    out.push_back(finding("figure_differs_answer", Severity::warning, figures.front()->span,
                          std::move(args), id));
  }
  return out;
}

// The other paper names this unit, or this report names the other unit.
std::vector<Finding> CrossCheck::against_other(const UnitPapers& own,
                                               const UnitPapers& other) const {
  std::vector<Finding> out;
  const auto differ = [&](const Figure& here, const Decimal& there, const figures::DataItem& item,
                          const Unit& of) {
    const Decimal written = base_value(here);
    Args args = item_args(item);
    args.push_back({"of", of.name.vi});
    args.push_back({"written", reading::in_words(written)});
    args.push_back({"other_unit", other.unit->name.vi});
    args.push_back({"other", reading::in_words(there)});
    args.push_back({"difference", reading::in_words(distance(written, there))});
    out.push_back(finding("figure_differs_report", Severity::warning, here.span, std::move(args),
                          item.id + " " + of.id + " " + other.unit->id));
  };
  for (const auto& [id, item] : set_.items.items()) {
    const Figures named = told(*own.report, id, other.unit);
    if (!named.empty()) {
      const Decimal* answer = number_of(other.answers, id);
      const Figures theirs = other.report ? told(*other.report, id, nullptr) : Figures{};
      const bool agrees =
          (answer && base_value(*named.front()) == *answer) ||
          (other.report && any_equal(*other.report, id, base_value(*named.front())));
      if (!agrees && answer) differ(*named.front(), *answer, item, *other.unit);
      if (!agrees && !answer && !theirs.empty()) {
        differ(*named.front(), base_value(*theirs.front()), item, *other.unit);
      }
    }
    if (other.report == nullptr) continue;
    const Figures of_us = told(*other.report, id, own.unit);
    const Figures ours = told(*own.report, id, nullptr);
    if (of_us.empty() || ours.empty()) continue;
    const Decimal theirs = base_value(*of_us.front());
    if (!any_equal(*own.report, id, theirs)) differ(*ours.front(), theirs, item, *own.unit);
  }
  return out;
}

std::vector<Finding> CrossCheck::against_others(const UnitPapers& own,
                                                const std::vector<UnitPapers>& others) const {
  std::vector<Finding> out;
  if (own.report == nullptr || own.unit == nullptr) return out;
  for (const auto& other : others) {
    if (other.unit == nullptr || other.unit->id == own.unit->id) continue;
    if (own.names_units || other.names_units) append(out, against_other(own, other));
  }
  return out;
}

std::vector<Finding> CrossCheck::against_last_year(const UnitPapers& own) const {
  std::vector<Finding> out;
  const auto& bounds = set_.items.year_change();
  for (const auto& [id, item] : set_.items.items()) {
    const bool money = item.unit.kind == figures::UnitKind::money;
    if (!money && item.unit.kind != figures::UnitKind::count) continue;
    const Decimal* now = number_of(own.answers, id);
    const Decimal* before = number_of(own.last_year, id);
    if (now == nullptr || before == nullptr || now->is_zero() || before->is_zero()) continue;
    const Decimal far = distance(*now, *before);
    if (far < (money ? bounds.least_money : bounds.least_count)) continue;
    const Decimal& larger = std::max(*now, *before);
    const auto most = Decimal::multiply(std::min(*now, *before), bounds.most_times);
    if (!most || larger <= *most) continue;
    Args args = item_args(item);
    args.push_back({"now", reading::in_words(*now)});
    args.push_back({"before", reading::in_words(*before)});
    args.push_back({"difference", reading::in_words(far)});
    args.push_back({"times", bounds.most_times.to_string()});
    const Figures figures = own.report ? told(*own.report, id, nullptr) : Figures{};
    const text::Span place = !figures.empty() ? figures.front()->span
                             : own.report     ? own_number_place(*own.report)
                                              : text::Span{};
    out.push_back(finding("figure_jumps", Severity::note, place, std::move(args), id));
  }
  return out;
}

std::vector<Finding> CrossCheck::silent_criteria(const UnitPapers& own) const {
  std::vector<Finding> out;
  if (own.report == nullptr) return out;
  std::vector<const indicators::Criterion*> leaves;
  collect_leaves(set_.criteria, leaves);
  Topics topics;
  std::vector<bool> spoken(leaves.size(), false), known(leaves.size(), false);
  boost::unordered_flat_map<std::string, std::vector<std::size_t>> leaves_of_item;
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    if (!is_reported(leaves[i]->leaf->rule)) continue;
    for (const auto& id : indicators::inputs_of(leaves[i]->leaf->rule)) {
      leaves_of_item[id].push_back(i);
      const auto* item = set_.items.find(id);
      for (const auto& topic : item ? item->topics : std::vector<std::string>()) {
        topics.add(topic, i);
        known[i] = true;
      }
    }
  }
  topics.find(own.text, spoken);
  for (const auto& figure : own.report->figures) {
    for (const auto& link : figure.items) {
      for (const std::size_t i : leaves_of_item[link.item]) spoken[i] = true;
    }
  }
  const text::Span place = own_number_place(*own.report);
  for (std::size_t i = 0; i < leaves.size(); ++i) {
    const auto items = indicators::inputs_of(leaves[i]->leaf->rule);
    if (!known[i] || spoken[i] || all_not_applicable(own.answers, items)) continue;
    const bool claimed = is_claimed(own.answers, leaves[i]->code, items);
    if (own.answers != nullptr && !claimed) continue;
    out.push_back(finding("criterion_silent", claimed ? Severity::warning : Severity::note, place,
                          {{"code", leaves[i]->code},
                           {"title_vi", leaves[i]->title.vi},
                           {"title_en", leaves[i]->title.en}},
                          leaves[i]->code));
  }
  return out;
}

std::vector<Finding> CrossCheck::findings(const UnitPapers& own,
                                          const std::vector<UnitPapers>& others) const {
  std::vector<Finding> out = against_answers(own);
  append(out, against_others(own, others));
  append(out, against_last_year(own));
  append(out, silent_criteria(own));
  std::ranges::stable_sort(out, {}, [](const Finding& one) { return one.span.begin; });
  return out;
}

}  // namespace liem::assessment
