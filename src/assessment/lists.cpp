#include "assessment/lists.h"

#include <algorithm>
#include <boost/json/parse.hpp>

namespace liem::assessment {
namespace {

using tables::Cell;
using tables::Column;
using tables::Kind;
using tables::Row;
using tables::Table;

constexpr int name_width = 40, text_width = 60;

template <class T>
Cell cell(const std::optional<T>& value) {
  return value ? Cell(*value) : Cell();
}

std::string joined(const std::vector<std::string>& all) {
  std::string out;
  for (const auto& one : all) out.append(out.empty() ? "" : ", ").append(one);
  return out;
}

}  // namespace

int decimals_of(const indicators::IndicatorSet& set) {
  return set.rounding.step ? set.rounding.step->scale() : set.rounding.decimals;
}

std::string ListWriter::say(std::string id, Args args) const {
  return words_.render({std::move(id), std::move(args)}, locale_);
}

const std::string& ListWriter::pick(const Words& words) const {
  return locale_ == Locale::vi ? words.vi : words.en;
}

Column ListWriter::column(const std::string& id, Kind kind, int width, int decimals) const {
  return {id, say("column." + id), kind, width, decimals};
}

Column ListWriter::points(const std::string& id, int decimals) const {
  return column(id, Kind::decimal, 12, decimals);
}

Table ListWriter::empty(const std::string& list, std::vector<Column> columns) const {
  return {{say("list_title." + list), std::move(columns), now_}, {}};
}

Table ListWriter::units(const std::vector<UnitSummary>& rows, int decimals) const {
  Table out =
      empty("units",
            {column("id", Kind::text, 24), column("name", Kind::text, name_width),
             column("kind", Kind::text, 18), points("points", decimals),
             points("reachable", decimals), points("maximum", decimals), points("self", decimals),
             points("gap", decimals), column("errors", Kind::whole, 10),
             column("warnings", Kind::whole, 10), column("notes", Kind::whole, 10)});
  for (const auto& one : rows) {
    Row row{one.unit.id, pick(one.unit.name),
            say("history.kind." + std::string(organisation::name_of(one.unit.kind)))};
    if (one.points) {
      row.insert(row.end(), {one.points->reached, one.points->reachable, one.points->maximum});
    } else {
      row.resize(row.size() + 3);
    }
    row.push_back(cell(one.self));
    row.push_back(one.self && one.points ? Cell(*one.self - one.points->reached) : Cell());
    for (const int count : {one.findings.error, one.findings.warning, one.findings.note}) {
      row.push_back(one.report ? Cell(Decimal(count)) : Cell());
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

Table ListWriter::criteria(const UnitAssessment& found) const {
  const int decimals = decimals_of(*found.set);
  Table out =
      empty("criteria", {column("code", Kind::text, 10), column("title", Kind::text, text_width),
                         column("state", Kind::text, 18), points("points", decimals),
                         points("reachable", decimals), points("maximum", decimals),
                         points("self", decimals), points("gap", decimals)});
  const auto add = [&](const auto& self, const indicators::Criterion& one) -> void {
    if (const auto* score = found.scored->score.find(one.code)) {
      out.rows.push_back({one.code, pick(one.title),
                          say("score_state." + std::string(name_of(score->state))),
                          score->points.reached, score->points.reachable, one.points,
                          cell(score->self), cell(score->gap)});
    }
    for (const auto& child : one.children) self(self, child);
  };
  for (const auto& one : found.set->criteria) add(add, one);
  return out;
}

Table ListWriter::ranks(const RoundRanks& found) const {
  const int decimals = decimals_of(*found.set);
  Table out = empty("ranks", {column("kind", Kind::text, 18), column("rank", Kind::whole, 8),
                              column("name", Kind::text, name_width), points("points", decimals),
                              points("reachable", decimals), points("maximum", decimals),
                              column("highest", Kind::whole, 10), column("lowest", Kind::whole, 10),
                              column("rests", Kind::text, text_width)});
  for (const auto& kind : found.kinds) {
    for (const auto& rank : kind.ranks) {
      const auto& total = kind.scored[rank.unit]->score.total.points;
      const auto* decides = rank.rests_on_assumption() ? rank.decided_by : nullptr;
      out.rows.push_back({say("history.kind." + std::string(organisation::name_of(kind.kind))),
                          Decimal(rank.rank), pick(kind.units[rank.unit].name), total.reached,
                          total.reachable, total.maximum, Decimal(rank.highest),
                          Decimal(rank.lowest),
                          decides == nullptr ? "" : decides->code + " " + pick(decides->title)});
    }
  }
  return out;
}

Table ListWriter::documents(const std::vector<Document>& all) const {
  Table out = empty("documents",
                    {column("document", Kind::text, name_width), column("state", Kind::text, 20),
                     column("bytes", Kind::whole, 14), column("sent", Kind::time, 18),
                     column("problem", Kind::text, text_width), column("sha256", Kind::text, 66)});
  for (const auto& one : all) {
    out.rows.push_back({one.name, say("document_state." + std::string(name_of(one.state))),
                        Decimal(static_cast<std::int64_t>(one.size)), one.created,
                        one.problem ? words_.render(*one.problem, locale_) : "", one.sha256});
  }
  return out;
}

Table ListWriter::files(const RoundWork& work) const {
  constexpr std::string_view states[] = {"drafting", "handed_in", "returned", "appraised",
                                         "objected", "ruled",     "reviewed"};
  std::vector<Column> columns{column("id", Kind::text, 24), column("name", Kind::text, name_width),
                              column("file", Kind::text, 18), column("version", Kind::whole, 8),
                              column("handed_in", Kind::time, 18)};
  for (const auto state : states) {
    const std::string name(state);
    columns.push_back({"criteria_" + name, say("criterion_state." + name), Kind::whole, 12, 0});
  }
  Table out = empty("files", std::move(columns));
  for (const auto& one : work.files) {
    Row row{one.unit.id, pick(one.unit.name), say("file_state." + one.state),
            one.version > 0 ? Cell(Decimal(one.version)) : Cell(), cell(one.handed_in)};
    for (const auto state : states) {
      const auto count = one.counts.find(std::string(state));
      row.emplace_back(Decimal(count == one.counts.end() ? 0 : count->second));
    }
    out.rows.push_back(std::move(row));
  }
  return out;
}

Table ListWriter::waiting(const std::vector<Waiting>& all) const {
  Table out = empty(
      "waiting", {column("due", Kind::date, 12), column("act", Kind::text, name_width),
                  column("round", Kind::text, name_width), column("name", Kind::text, name_width),
                  column("criteria", Kind::text, 30), column("since", Kind::time, 18),
                  column("last", Kind::text, name_width), column("reason", Kind::text, 40)});
  for (const auto& one : all) {
    Row row{cell(one.due), say("work_act." + one.transition->act), pick(one.round.title),
            one.unit ? pick(one.unit->name) : "", joined(one.criteria)};
    row.push_back(one.last ? Cell(one.last->at) : Cell());
    row.emplace_back(one.last ? say("work_act." + one.last->act) + " – " + one.last->by.name : "");
    row.emplace_back(one.last ? one.last->reason : "");
    out.rows.push_back(std::move(row));
  }
  return out;
}

Table ListWriter::tasks(const PlanView& plan) const {
  Table out =
      empty("tasks", {column("task", Kind::text, text_width), column("due", Kind::date, 12),
                      column("name", Kind::text, name_width), column("state", Kind::text, 16),
                      column("issued", Kind::text, 30), column("reason", Kind::text, 40)});
  for (const auto& one : plan.tasks) {
    const auto unit = std::ranges::find(plan.units, one.unit, &Unit::id);
    out.rows.push_back(
        {one.title, cell(one.due), unit == plan.units.end() ? one.unit : pick(unit->name),
         say("task_state." + std::string(name_of(one.state))), one.document, one.reason});
  }
  return out;
}

Table ListWriter::assignments(const AssignmentsView& found, const indicators::IndicatorSet& set,
                              const Unit& unit) const {
  Table out =
      empty("assignments", {column("name", Kind::text, name_width), column("code", Kind::text, 10),
                            column("title", Kind::text, text_width),
                            column("person", Kind::text, 30), column("account", Kind::text, 20)});
  for (const auto& one : found.all) {
    const auto* criterion = set.find(one.criterion);
    const auto person = std::ranges::find(found.people, one.account, &Account::account);
    out.rows.push_back({pick(unit.name), one.criterion,
                        criterion == nullptr ? "" : pick(criterion->title),
                        person == found.people.end() ? "" : person->name, one.account});
  }
  return out;
}

tables::Heading ListWriter::log() const {
  return {say("list_title.log"),
          {column("position", Kind::whole, 10), column("at", Kind::time, 18),
           column("person", Kind::text, 28), column("account", Kind::text, 18),
           column("on_behalf_of", Kind::text, 28), column("sentence", Kind::text, text_width),
           column("object", Kind::text, 28), column("name", Kind::text, name_width),
           column("reason", Kind::text, 40), column("before", Kind::text, 40),
           column("after", Kind::text, 40), column("hash", Kind::text, 66)},
          now_};
}

std::vector<Row> ListWriter::log_rows(const LogPage& page) const {
  const auto name = [&](const std::string& account) {
    const auto known = page.people.find(account);
    return known == page.people.end() ? account : known->second;
  };
  std::vector<Row> out;
  for (const auto& [entry, hash] : page.entries) {
    const auto& act = entry.act;
    boost::json::error_code failed;
    auto after = act.after.kind == ledger::State::Kind::json
                     ? boost::json::parse(act.after.text, failed)
                     : boost::json::value();
    if (failed) after = nullptr;
    const auto unit = page.units.find(act.unit);
    out.push_back({Decimal(static_cast<std::int64_t>(entry.position)), act.at, name(act.actor),
                   act.actor, name(act.on_behalf_of),
                   pick(sentence_of(act, after, {name(act.actor), name(act.on_behalf_of)}, words_)),
                   act.object.kind + " " + act.object.id,
                   unit == page.units.end() ? act.unit : pick(unit->second), act.reason,
                   act.before.text, act.after.text, ledger::to_hex(hash)});
  }
  return out;
}

}  // namespace liem::assessment
