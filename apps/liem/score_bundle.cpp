#include "liem/score_bundle.h"

#include <fmt/format.h>

#include <boost/json/serialize.hpp>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "assessment/digest.h"
#include "liem/shipped.h"

namespace liem::app {

namespace {

using indicators::Bundle;

constexpr std::size_t largest_bundle = std::size_t{64} << 20;

std::string digest(std::string_view bytes) { return assessment::sha256_of(bytes); }

std::expected<NamedFile, Problems> user_file(const std::string& path) {
  auto text = listed(read_user_file(path, largest_data_file));
  if (!text) return std::unexpected(text.error());
  return NamedFile{path, std::move(*text)};
}

void say(const Context& context, std::string id, Args args) {
  fmt::print("{}\n", context.catalogue.render({std::move(id), std::move(args)}, context.locale));
}

std::string in_language(const Context& context, const Decimal& value) {
  return indicators::format_number(value, context.locale);
}

}  // namespace

std::expected<Bundle, Problems> gather_bundle(const Context& context, const std::string& set,
                                              const std::string& inputs,
                                              const std::vector<std::string>& below) {
  auto set_bytes = set_file(context.share, set);
  if (!set_bytes) return std::unexpected(set_bytes.error());
  auto items = files_below(context.share, "figures");
  if (!items) return std::unexpected(items.error());
  auto law = files_below(context.share, "law");
  if (!law) return std::unexpected(law.error());
  auto answers = user_file(inputs);
  if (!answers) return std::unexpected(answers.error());
  Bundle bundle{std::move(*set_bytes), std::move(*items), std::move(*law), std::move(*answers), {}};
  for (const auto& path : below) {
    auto file = user_file(path);
    if (!file) return std::unexpected(file.error());
    bundle.below.push_back(std::move(*file));
  }
  return bundle;
}

Result<void> write_bundle(const Context& context, const Bundle& bundle,
                          const indicators::BundleScore& scored, const std::string& path) {
  std::ofstream out(path, std::ios::binary);
  out << boost::json::serialize(indicators::bundle_json(bundle, scored, digest, context.catalogue))
      << "\n";
  out.close();
  if (out) return {};
  return fail(errors::not_written, {{"file", path}, {"reason", std::strerror(errno)}});
}

int recompute_file(const Context& context, const std::string& path) {
  const auto text = listed(read_user_file(path, largest_bundle));
  if (!text) return refuse(context, text.error());
  const auto again = indicators::recompute(*text, digest, context.catalogue);
  if (!again) return refuse(context, again.error());
  if (again->differences.empty()) {
    const auto& points = again->scored.score.total.points;
    say(context, "indicators.text.recomputed_same",
        {{"reached", in_language(context, points.reached)},
         {"reachable", in_language(context, points.reachable)},
         {"maximum", in_language(context, points.maximum)}});
    if (again->reworded > 0) {
      say(context, "indicators.text.reworded", {{"count", std::to_string(again->reworded)}});
    }
    return 0;
  }
  say(context, "indicators.text.recomputed_differs",
      {{"count", std::to_string(again->differences.size())}});
  for (const auto& difference : again->differences) {
    say(context, "indicators.text.difference",
        {{"code", difference.code.empty() ? "*" : difference.code},
         {"what", context.catalogue.render({"indicators.text.what." + difference.what, {}},
                                           context.locale)},
         {"stored", difference.stored},
         {"now", difference.now}});
  }
  return 3;
}

}  // namespace liem::app
