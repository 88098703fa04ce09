#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>

#include "extraction/extraction.h"
#include "liem/commands.h"
#include "liem/extraction_json.h"
#include "liem/reading_text.h"
#include "reading/lexicon.h"
#include "reading/reading_json.h"

namespace liem::app {
namespace {

struct Options {
  std::vector<std::string> files;
  std::string format = "text";
};

constexpr std::size_t largest_file = std::size_t{2} << 30;

void print_json(const boost::json::value& value) {
  const std::string line = boost::json::serialize(value);
  fmt::print("{}\n", line);
}

int read_files(const Context& context, const Options& options) {
  const auto lexicon = load_lexicon(context.share);
  if (!lexicon) {
    context.report(lexicon.error());
    return 1;
  }
  const bool colour = isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
  const TextStyle style{context.locale, colour ? Colour::on : Colour::off};
  boost::json::array results;
  bool refused = false;
  for (const auto& file : options.files) {
    const auto bytes = read_user_file(file, largest_file);
    const auto source = bytes ? extraction::extract_bytes(*bytes, file, {.helper = "/proc/self/exe", .jobs = 2})
                              : Result<extraction::ExtractedText>(std::unexpected(bytes.error()));
    const auto reading = source ? reading::read(source->text, file, *lexicon)
                                : Result<reading::Reading>(std::unexpected(source.error()));
    if (!reading) {
      context.report(reading.error());
      refused = true;
    } else if (options.format == "json") {
      results.push_back(reading::to_json(*reading, file, source->text, context.catalogue));
      if (source->format != extraction::Format::text) results.back().as_object()["extraction"] = to_json(*source);
    } else {
      fmt::print("{}", to_text(*reading, file, source->text, context.catalogue, style));
    }
  }
  if (options.format == "json" && !results.empty()) {
    if (options.files.size() == 1) {
      print_json(results.front());
    } else {
      print_json(results);
    }
  }
  return refused ? 1 : 0;
}

}  // namespace

Result<reading::Lexicon> load_lexicon(const Share& share) {
  reading::Lexicon::Sources sources;
  struct Part {
    reading::Lexicon::Sources::File* file;
    std::string_view name;
  };
  for (const auto& part :
       {Part{&sources.document_types, "reading/document-types.yaml"},
        Part{&sources.issuers, "reading/issuers.yaml"}, Part{&sources.units, "reading/units.yaml"},
        Part{&sources.none, "reading/none.yaml"}, Part{&sources.sums, "reading/sums.yaml"}}) {
    auto text = share.read(part.name);
    if (!text) return std::unexpected(text.error());
    *part.file = {share.display_name(part.name), std::move(*text)};
  }
  return reading::Lexicon::load(sources);
}

void add_read(CLI::App& root, Run& run) {
  auto* command = root.add_subcommand("read", "read reports: citations, figures, claims, findings");
  auto options = std::make_shared<Options>();
  command->add_option("FILE", options->files, "plain text files, UTF-8")->required();
  command->add_option("--format", options->format, "text for people, json for programs")
      ->check(CLI::IsMember({"text", "json"}));
  command->callback([&run, options] {
    run = [options](const Context& context) { return read_files(context, *options); };
  });
}

}  // namespace liem::app
