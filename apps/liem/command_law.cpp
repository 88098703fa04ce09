#include <fmt/format.h>

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <chrono>

#include "indicators/score_json.h"
#include "indicators/sentence.h"
#include "law/errors.h"
#include "liem/commands.h"
#include "liem/shipped.h"

namespace liem::app {
namespace {

namespace json = boost::json;

struct LawOptions {
  std::string id, on;
  std::string format = "text";
};

std::string day_in(const Date& date, Locale locale) {
  return locale == Locale::vi ? to_vietnamese(date) : to_iso(date);
}

// The words of legal data in one language.
class Voice {
 public:
  explicit Voice(const Context& context) : context_(context) {}

  std::string say(std::string id, Args args = {}) const {
    return context_.catalogue.render({std::move(id), std::move(args)}, context_.locale);
  }
  std::string in(const Words& words) const {
    return context_.locale == Locale::vi ? words.vi : words.en;
  }
  std::string span(const law::Period& period) const {
    Args args = {{"from", day_in(period.from, context_.locale)}};
    if (period.to) args.emplace_back("to", day_in(*period.to, context_.locale));
    return say(period.to ? "law.span.between" : "law.span.from", std::move(args));
  }
  std::string value(law::Unit unit, const law::Value& value) const {
    return say(fmt::format("law.unit.{}", law::name_of(unit)), value_args(value));
  }
  std::string status(law::Status status) const {
    return say(fmt::format("law.status.{}", law::name_of(status)));
  }

 private:
  Args value_args(const law::Value& value) const {
    if (const auto* number = std::get_if<Decimal>(&value)) {
      return {{"value", indicators::format_number(*number, context_.locale)}};
    }
    if (const auto* day = std::get_if<std::chrono::month_day>(&value)) {
      return {{"day", fmt::format("{}", static_cast<unsigned>(day->day()))},
              {"month", fmt::format("{}", static_cast<unsigned>(day->month()))}};
    }
    if (const auto* choices = std::get_if<std::vector<law::Choice>>(&value)) {
      std::string all;
      for (const auto& choice : *choices) {
        all.append(all.empty() ? "" : ";\n    ").append(in(choice.words));
      }
      return {{"value", all}};
    }
    return {{"value", law::to_string(value)}};
  }

  const Context& context_;
};

json::value value_json(const law::Value& value) {
  const auto* choices = std::get_if<std::vector<law::Choice>>(&value);
  if (choices == nullptr) return json::value(law::to_string(value));
  json::array out;
  for (const auto& choice : *choices) {
    out.push_back(json::object{{"id", choice.id}, {"label", indicators::words_json(choice.words)}});
  }
  return out;
}

json::object period_json(const law::Period& period) {
  return {{"value", value_json(period.value)},
          {"basis", period.basis},
          {"from", to_iso(period.from)},
          {"to", period.to ? json::value(to_iso(*period.to)) : json::value(nullptr)},
          {"status", law::name_of(period.status)},
          {"note",
           period.note ? json::value(indicators::words_json(*period.note)) : json::value(nullptr)}};
}

json::object parameter_json(const law::Parameter& parameter, const Date& on) {
  json::value holds = nullptr;
  json::array periods;
  for (const auto& period : parameter.periods) {
    periods.push_back(period_json(period));
    if (period.holds_on(on)) holds = period_json(period);
  }
  return {{"id", parameter.id},
          {"label", indicators::words_json(parameter.label)},
          {"unit", law::name_of(parameter.unit)},
          {"holds", std::move(holds)},
          {"periods", std::move(periods)}};
}

std::string period_text(const law::Parameter& parameter, const law::Period& period,
                        const Voice& words) {
  std::string out =
      fmt::format("    {} ({})\n      {}; {}\n", words.value(parameter.unit, period.value),
                  words.status(period.status), period.basis, words.span(period));
  if (period.note) out += fmt::format("      {}\n", words.in(*period.note));
  return out;
}

std::string parameter_text(const law::Parameter& parameter, const Date& on, const Voice& words) {
  std::string out = fmt::format("{}\n  {}\n", parameter.id, words.in(parameter.label));
  for (const auto& period : parameter.periods) {
    if (period.holds_on(on)) return out + period_text(parameter, period, words);
  }
  return out + fmt::format("    {}\n", words.say("law.text.nothing"));
}

std::string law_text(const law::Law& law, const LawOptions& options, const Date& on,
                     const Context& context) {
  const Voice words(context);
  std::string out;
  if (const auto* one = law.parameters.find(options.id)) {
    out = fmt::format("{}\n  {}\n", one->id, words.in(one->label));
    for (const auto& period : one->periods) {
      if (options.on.empty() || period.holds_on(on)) out += period_text(*one, period, words);
    }
  } else {
    out = words.say("law.text.title", {{"date", day_in(on, context.locale)}}) + "\n";
    for (const auto& [id, parameter] : law.parameters.all()) {
      out += parameter_text(parameter, on, words);
    }
  }
  return out + words.say("law.text.legend") + "\n";
}

json::value law_json(const law::Law& law, const LawOptions& options, const Date& on) {
  if (const auto* one = law.parameters.find(options.id)) return parameter_json(*one, on);
  json::array parameters;
  for (const auto& [id, parameter] : law.parameters.all()) {
    parameters.push_back(parameter_json(parameter, on));
  }
  return json::object{{"on", to_iso(on)}, {"parameters", std::move(parameters)}};
}

int show_law(const Context& context, const LawOptions& options) {
  const Date today = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  const Date on = options.on.empty() ? today : parse_iso_date(options.on).value();
  const auto law = shipped_law(context.share);
  if (!law) return refuse(context, law.error());
  for (const auto& warning : law->warnings) context.report(warning);
  if (!options.id.empty()) {
    const auto held = law->parameters.on(options.id, on);
    const bool all_periods = options.on.empty() && law->parameters.find(options.id) != nullptr;
    if (!held && !all_periods) return refuse(context, {held.error()});
  }
  if (options.format == "json") {
    fmt::print("{}\n", json::serialize(law_json(*law, options, on)));
  } else {
    fmt::print("{}", law_text(*law, options, on, context));
  }
  return 0;
}

}  // namespace

void add_law(CLI::App& root, Run& run) {
  auto* command = root.add_subcommand("law", "the legal parameters that hold on a day");
  auto options = std::make_shared<LawOptions>();
  command->add_option("id", options->id, "only this one, with its periods");
  command
      ->add_option("--on", options->on, "the day, such as 2026-07-01; today where it is left out")
      ->check([](const std::string& text) {
        return parse_iso_date(text) ? "" : "wanted: a day such as 2026-07-01";
      });
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([&run, options] {
    run = [options](const Context& context) { return show_law(context, *options); };
  });
}

}  // namespace liem::app
