#include <fmt/format.h>

#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <thread>

#include "assessment/digest.h"
#include "assessment/evidence_match.h"
#include "assessment/reading_input.h"
#include "extraction/extraction.h"
#include "liem/commands.h"
#include "reading/reading.h"

namespace liem::app {
namespace {

namespace fs = std::filesystem;
namespace json = boost::json;
using assessment::CitedDocument;
using assessment::Doubt;
using assessment::EvidenceItem;
using assessment::EvidenceReport;
using assessment::Match;

struct EvidenceOptions {
  std::string report, evidence;
  std::string format = "text";
};

constexpr std::size_t largest_evidence = std::size_t{256} << 20;

std::string_view name_of(Match match) {
  switch (match) {
    case Match::matched:
      return "matched";
    case Match::doubtful:
      return "doubtful";
    case Match::missing:
      return "missing";
    case Match::elsewhere:
      return "elsewhere";
  }
  return "";
}

std::string_view name_of(Doubt doubt) {
  switch (doubt) {
    case Doubt::other_date:
      return "other_date";
    case Doubt::other_type:
      return "other_type";
    case Doubt::other_issuer:
      return "other_issuer";
    case Doubt::close_number:
      return "close_number";
    case Doubt::number_in_name:
      return "number_in_name";
  }
  return "";
}

struct Source {
  std::string sha256;  // of the file as it came
  reading::Reading reading;
};

Result<Source> read_source(const fs::path& file, const reading::Lexicon& lexicon) {
  auto bytes = read_user_file(file, largest_evidence);
  if (!bytes) return std::unexpected(bytes.error());
  auto sha256 = assessment::sha256_of(*bytes);
  const extraction::Options opening{
      .helper = "/proc/self/exe",
      .jobs = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))};
  const auto text = extraction::extract_bytes(std::move(*bytes), file.string(), opening);
  if (!text) return std::unexpected(text.error());
  auto reading = reading::read(assessment::reading_input(*text, file.string()), lexicon);
  if (!reading) return std::unexpected(reading.error());
  return Source{std::move(sha256), std::move(*reading)};
}

// A folder's files in the order of their names, or the rows of an annex list. A file that cannot be
// read is said on stderr and kept by its name alone, so that it is not taken for missing.
Result<std::vector<EvidenceItem>> load_items(const Context& context, const fs::path& where,
                                             const reading::Lexicon& lexicon) {
  if (!fs::is_directory(where)) {
    auto list = read_source(where, lexicon);
    if (!list) return std::unexpected(list.error());
    return assessment::items_of_list(list->reading);
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(where)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<EvidenceItem> items;
  for (const auto& file : files) {
    const std::string name = fs::relative(file, where).string();
    const auto source = read_source(file, lexicon);
    if (source) {
      items.push_back(assessment::item_of_file(name, source->sha256, source->reading));
    } else {
      context.report(source.error());
      items.push_back({name, "", "", "", "", {}});
    }
  }
  return items;
}

class Printer {
 public:
  Printer(const Context& context, const EvidenceReport& report,
          const std::vector<EvidenceItem>& items)
      : context_(context), report_(report), items_(items) {}

  std::string text() {
    for (const Match match : {Match::missing, Match::doubtful, Match::matched, Match::elsewhere}) {
      const auto count = std::ranges::count(report_.documents, match, &CitedDocument::match);
      heading(fmt::format("evidence.{}", name_of(match)), static_cast<std::size_t>(count));
      for (const auto& document : report_.documents) {
        if (document.match == match) cited(document);
      }
    }
    list("evidence.unused", report_.unused);
    list("evidence.unreadable", report_.unreadable);
    heading("evidence.twice", report_.twice.size());
    for (const auto& [first, again] : report_.twice) {
      out_ += fmt::format("  {}  =  {}\n", items_[first].name, items_[again].name);
    }
    return std::move(out_);
  }

 private:
  std::string say(std::string_view id) const {
    return context_.catalogue.render(Message{std::string(id), {}}, context_.locale);
  }

  void heading(std::string_view id, std::size_t count) {
    out_ += fmt::format("{} ({})\n", say(id), count);
  }

  void cited(const CitedDocument& document) {
    const auto& citation = document.citation;
    out_ += fmt::format("  {} {}", citation.type, citation.number);
    if (citation.date) out_ += " " + to_vietnamese(*citation.date);
    if (document.item) out_ += "  <-  " + items_[*document.item].name;
    out_ += '\n';
    if (!document.doubt) return;
    const auto& item = items_[*document.item];
    out_ += fmt::format("      {} {} {} {}\n",
                        say(fmt::format("evidence.{}", name_of(*document.doubt))), item.type,
                        item.number, item.date ? to_vietnamese(*item.date) : "");
  }

  void list(std::string_view id, const std::vector<std::size_t>& indices) {
    heading(id, indices.size());
    for (const std::size_t i : indices) {
      out_ += fmt::format("  {}  {} {}\n", items_[i].name, items_[i].type, items_[i].number);
    }
  }

  const Context& context_;
  const EvidenceReport& report_;
  const std::vector<EvidenceItem>& items_;
  std::string out_;
};

json::value text_or_null(const std::string& text) {
  return text.empty() ? json::value(nullptr) : json::value(text);
}

json::object to_json(const EvidenceItem& item) {
  return {{"name", item.name},
          {"type", text_or_null(item.type)},
          {"number", text_or_null(item.number)},
          {"date", item.date ? json::value(to_iso(*item.date)) : json::value(nullptr)},
          {"sha256", text_or_null(item.sha256)}};
}

json::object to_json(const EvidenceReport& report, const std::vector<EvidenceItem>& items) {
  json::array documents, unused, unreadable, twice;
  for (const auto& document : report.documents) {
    const auto& citation = document.citation;
    documents.push_back(
        {{"type", text_or_null(citation.type)},
         {"number", citation.number},
         {"date", citation.date ? json::value(to_iso(*citation.date)) : json::value(nullptr)},
         {"bytes", json::array{citation.span.begin, citation.span.end}},
         {"match", name_of(document.match)},
         {"item",
          document.item ? json::value(to_json(items[*document.item])) : json::value(nullptr)},
         {"doubt", document.doubt ? json::value(name_of(*document.doubt)) : json::value(nullptr)}});
  }
  for (const std::size_t i : report.unused) unused.push_back(to_json(items[i]));
  for (const std::size_t i : report.unreadable) unreadable.push_back(to_json(items[i]));
  for (const auto& [first, again] : report.twice) {
    twice.push_back(json::array{items[first].name, items[again].name});
  }
  return {{"documents", std::move(documents)},
          {"unused", std::move(unused)},
          {"unreadable", std::move(unreadable)},
          {"twice", std::move(twice)}};
}

int match_files(const Context& context, const EvidenceOptions& options) {
  const auto refuse = [&](const Error& error) {
    context.report(error);
    return 1;
  };
  const auto lexicon = load_lexicon(context.share);
  if (!lexicon) return refuse(lexicon.error());
  const auto report = read_source(options.report, *lexicon);
  if (!report) return refuse(report.error());
  const auto items = load_items(context, options.evidence, *lexicon);
  if (!items) return refuse(items.error());
  const auto matched = assessment::match_evidence(report->reading, *items, *lexicon);
  if (options.format == "json") {
    fmt::print("{}\n", json::serialize(to_json(matched, *items)));
  } else {
    fmt::print("{}", Printer(context, matched, *items).text());
  }
  return 0;
}

}  // namespace

void add_evidence(CLI::App& root, Run& run) {
  auto* command =
      root.add_subcommand("evidence", "hold a report's citations against the evidence handed in");
  auto options = std::make_shared<EvidenceOptions>();
  command->add_option("REPORT", options->report, "the report")->required();
  command
      ->add_option("EVIDENCE", options->evidence,
                   "a folder of files of any kind, or the annex that lists them")
      ->required();
  command->add_option("--format", options->format, "text for people, json for programs")
      ->check(CLI::IsMember({"text", "json"}));
  command->callback([&run, options] {
    run = [options](const Context& context) { return match_files(context, *options); };
  });
}

}  // namespace liem::app
