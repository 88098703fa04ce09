#include "liem/score_report.h"

#include <fmt/format.h>

#include "assessment/cross_check.h"
#include "assessment/quotes.h"
#include "assessment/reading_input.h"
#include "extraction/extraction.h"
#include "liem/commands.h"
#include "reading/lexicon.h"

namespace liem::app {
namespace {

constexpr std::size_t largest_report = std::size_t{512} << 20;

int year_of(const reading::Reading& report) {
  return report.period && report.period->to ? static_cast<int>(report.period->to->year()) : 0;
}

std::vector<assessment::Quote> quotes_in(std::string_view text, const indicators::Inputs& answers) {
  std::vector<assessment::Quote> quotes;
  const assessment::FoldedText folded(text);
  for (const auto& [item, answer] : answers.answers) {
    if (answer.source.kind != indicators::SourceKind::report) continue;
    const auto range = folded.find(answer.source.text);
    if (range) quotes.push_back({item, range->begin, range->end});
  }
  return quotes;
}

}  // namespace

Result<CheckedReport> check_report(const Context& context, const ReportCheck& check,
                                   const indicators::IndicatorSet& set,
                                   const indicators::Inputs& answers,
                                   const indicators::Inputs* last_year) {
  const auto lexicon = load_lexicon(context.share);
  if (!lexicon) return std::unexpected(lexicon.error());
  auto bytes = read_user_file(check.file, largest_report);
  if (!bytes) return std::unexpected(bytes.error());
  const extraction::Options options{.helper = "/proc/self/exe"};
  const auto source = extraction::extract_bytes(std::move(*bytes), check.file, options);
  if (!source) return std::unexpected(source.error());
  const auto report = reading::read(assessment::reading_input(*source, check.file), *lexicon);
  if (!report) return std::unexpected(report.error());
  assessment::UnitPapers papers;
  papers.report = &*report;
  papers.text = source->text;
  papers.answers = &answers;
  papers.last_year = last_year;
  const int year = check.year != 0 ? check.year : year_of(*report);
  return CheckedReport{assessment::CrossCheck(set, year, *lexicon).findings(papers, {}),
                       quotes_in(source->text, answers)};
}

indicators::Inputs with_places(indicators::Inputs inputs, const CheckedReport& checked,
                               const std::string& report) {
  for (const auto& quote : checked.quotes) {
    const auto found = inputs.answers.find(quote.item);
    if (found == inputs.answers.end()) continue;
    auto& source = found->second.source;
    if (source.kind != indicators::SourceKind::report) continue;  // rolled up
    source.report = report;
    source.bytes = {quote.begin, quote.end};
  }
  return inputs;
}

std::string to_text(const std::vector<reading::Finding>& findings, const Context& context) {
  const auto say = [&](const Message& message) {
    return context.catalogue.render(message, context.locale);
  };
  std::string out = fmt::format("\n{} ({})\n", say({"read.against_report", {}}), findings.size());
  for (const auto& finding : findings) {
    const auto severity = say({fmt::format("read.{}", reading::to_string(finding.severity)), {}});
    out += fmt::format("  {}: {} [{}]\n", severity, say(finding.message), finding.code);
    if (finding.suggestion) out += fmt::format("    {}\n", say(*finding.suggestion));
  }
  return out;
}

}  // namespace liem::app
