#include "advice/change.h"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <set>

#include "advice/errors.h"

namespace liem::advice {
namespace {

std::string quoted(const std::string& text) { return boost::json::serialize(text); }

// The change as an entry of an inputs file.
std::string entry_text(const AnswerChange& change) {
  if (change.value) return fmt::format("{}: {}", quoted(change.id), scalar_text(*change.value));
  std::string text = fmt::format("{}: {{\"state\": {}", quoted(change.id), quoted(*change.state));
  if (change.ground) text += ", \"ground\": " + quoted(*change.ground);
  return text + "}";
}

Error at_line(const ErrorCode& code, std::string_view place, std::size_t line, Args more) {
  Args args = {{"file", std::string(place)}, {"line", std::to_string(line)}};
  args.insert(args.end(), more.begin(), more.end());
  return {code.kind, {std::string(code.id), std::move(args)}};
}

Problems shape_problems(const std::vector<AnswerChange>& changes, std::string_view place) {
  Problems problems;
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const AnswerChange& change = changes[i];
    const Args id = {{"id", change.id}};
    if (change.value.has_value() == change.state.has_value()) {
      problems.push_back(at_line(errors::value_or_state, place, i + 1, id));
    }
    if (!seen.insert(change.id).second) {
      problems.push_back(at_line(errors::repeated_change, place, i + 1, id));
    }
  }
  return problems;
}

// One change a line, so that the loader's lines count changes.
std::string file_text(const IndicatorSet& set, const std::vector<AnswerChange>& changes) {
  std::string text = fmt::format("{{\"set\": {}, \"inputs\": {{", quoted(set.id));
  for (std::size_t i = 0; i < changes.size(); ++i) {
    text += entry_text(changes[i]);
    text += i + 1 < changes.size() ? ",\n" : "";
  }
  return text + "}}";
}

}  // namespace

std::string scalar_text(const std::string& value) {
  const bool plain = value == "true" || value == "false" || Decimal::parse(value);
  return plain ? value : quoted(value);
}

std::expected<Inputs, Problems> changed(const IndicatorSet& set, const Inputs& inputs,
                                        const std::vector<AnswerChange>& changes,
                                        std::string_view place) {
  if (auto problems = shape_problems(changes, place); !problems.empty()) {
    return std::unexpected(std::move(problems));
  }
  auto read = indicators::load_inputs(file_text(set, changes), place, set);
  if (!read) return std::unexpected(std::move(read.error()));
  Inputs after = inputs;
  for (auto& [id, answer] : read->answers) {
    answer.source = {};
    after.answers.insert_or_assign(id, std::move(answer));
  }
  if (auto problems = indicators::check_inputs(after, place, set); !problems.empty()) {
    return std::unexpected(std::move(problems));
  }
  return after;
}

bool same_answer(const Answer& a, const Answer& b) {
  return a.state == b.state && a.value == b.value && a.ground == b.ground;
}

std::vector<InputChange> differences(const Inputs& before, const Inputs& after) {
  std::vector<InputChange> out;
  for (const auto& [id, to] : after.answers) {
    const Answer& from = before.at(id);
    if (!same_answer(from, to)) out.push_back({id, from, to});
  }
  return out;
}

}  // namespace liem::advice
