#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <set>

#include "indicators/trend_json.h"
#include "indicators/trend_text.h"
#include "liem/commands.h"
#include "liem/shipped.h"

namespace liem::app {
namespace {

namespace errors {
constexpr ErrorCode no_results_of_province{"app.no_results_of_province", ErrorKind::not_found};
}  // namespace errors

struct TrendOptions {
  std::string province;
  std::string format = "text";
};

// The means, and the points that are this province's.
std::expected<indicators::PublishedResults, Problems> of_province(
    indicators::PublishedResults published, const std::string& province) {
  std::set<std::string> known;
  for (auto& line : published.lines) {
    for (const auto& point : line.points) {
      if (!point.province.empty()) known.insert(point.province);
    }
    std::erase_if(line.points, [&](const auto& point) {
      return !point.province.empty() && point.province != province;
    });
  }
  if (!known.contains(province)) {
    std::string names;
    for (const auto& name : known) names.append(names.empty() ? "" : ", ").append(name);
    return std::unexpected(Problems{
        fail(errors::no_results_of_province, {{"province", province}, {"known", names}}).error()});
  }
  std::erase_if(published.lines, [](const auto& line) { return line.points.empty(); });
  return published;
}

int show_trend(const Context& context, const TrendOptions& options) {
  const auto reference = trend_reference(context.share);
  if (!reference) return refuse(context, reference.error());
  auto published = reference->published;
  if (!options.province.empty()) {
    auto own = of_province(std::move(published), options.province);
    if (!own) return refuse(context, own.error());
    published = std::move(*own);
  }
  if (options.format == "json") {
    const boost::json::object out = {
        {"maximum", published.maximum.to_string()},
        {"published", indicators::published_json(*reference, published)}};
    fmt::print("{}\n", boost::json::serialize(out));
  } else {
    fmt::print(
        "{}", indicators::published_text(*reference, published, context.catalogue, context.locale));
  }
  return 0;
}

}  // namespace

void add_trend(CLI::App& root, Run& run) {
  auto* command = root.add_subcommand("trend", "published results over the years");
  auto options = std::make_shared<TrendOptions>();
  command->add_option("--province", options->province,
                      "only the points of this province, beside the national mean");
  command->add_option("--format", options->format, "text or json")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str();
  command->callback([&run, options] {
    run = [options](const Context& context) { return show_trend(context, *options); };
  });
}

}  // namespace liem::app
