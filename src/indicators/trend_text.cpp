#include "indicators/trend_text.h"

#include <fmt/format.h>

#include "indicators/sentence.h"

namespace liem::indicators {
namespace {

constexpr int bar_columns = 50;  // of the maximum

class Writer {
 public:
  Writer(const TrendReference& reference, const Catalogue& catalogue, Locale locale)
      : reference_(reference), catalogue_(catalogue), locale_(locale) {}

  std::string text(const PublishedResults& published) {
    std::string out = say("title", {{"maximum", number(published.maximum)}}) + "\n";
    for (const auto& line : published.lines) {
      out += fmt::format("\n{}\n", in(line.label));
      const PublishedPoint* before = nullptr;
      for (const auto& point : line.points) {
        if (before != nullptr && broken_between(*before, point)) out += "       ┄\n";
        out += row(point, published.maximum);
        before = &point;
      }
    }
    return out + "\n" + say("legend") + "\n";
  }

 private:
  std::string say(std::string_view name, Args args = {}) const {
    return catalogue_.render({fmt::format("indicators.trend.{}", name), std::move(args)}, locale_);
  }
  std::string in(const Words& words) const { return locale_ == Locale::vi ? words.vi : words.en; }
  // Two decimals throughout, so that the columns stand under each other.
  std::string number(const Decimal& points) const {
    auto text = points.rounded(2, Rounding::half_up).to_fixed(2);
    if (locale_ == Locale::vi) text[text.find('.')] = ',';
    return text;
  }

  std::string set_of(const PublishedPoint& point) const {
    const auto version =
        point.set ? reference_.versions.find(*point.set) : reference_.versions.end();
    if (version == reference_.versions.end()) return say("set_unknown");
    return say("set", {{"set", version->first}, {"version", version->second}});
  }

  std::string row(const PublishedPoint& point, const Decimal& maximum) const {
    const auto scaled = Decimal::multiply(point.points, bar_columns);
    const auto columns =
        scaled ? Decimal::divide(*scaled, maximum, 0, Rounding::half_up) : std::nullopt;
    std::string bar;
    for (std::int64_t i = 0; columns && i < columns->to_int64().value_or(0); ++i) bar += "█";
    std::string mark = point.status == law::Status::text    ? ""
                       : point.status == law::Status::press ? "°"
                                                            : "°°";
    std::string whose = point.province.empty() ? "" : point.province + "; ";
    return fmt::format("  {}  {:>6} {}{}  {}{}\n", point.year, number(point.points), bar, mark,
                       whose, set_of(point));
  }

  const TrendReference& reference_;
  const Catalogue& catalogue_;
  Locale locale_;
};

}  // namespace

std::string published_text(const TrendReference& reference, const PublishedResults& published,
                           const Catalogue& catalogue, Locale locale) {
  return Writer(reference, catalogue, locale).text(published);
}

}  // namespace liem::indicators
