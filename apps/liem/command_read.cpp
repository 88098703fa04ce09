#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "assessment/reading_input.h"
#include "extraction/extraction.h"
#include "liem/commands.h"
#include "liem/extraction_json.h"
#include "liem/file_walk.h"
#include "liem/in_order.h"
#include "liem/long_text.h"
#include "liem/progress.h"
#include "liem/reading_text.h"
#include "liem/results_file.h"
#include "reading/lexicon.h"
#include "reading/reading_json.h"

namespace liem::app {
namespace {

namespace errors {
constexpr ErrorCode no_files{"read.no_files", ErrorKind::bad_input};
}

struct ReadOptions {
  std::vector<std::string> names;
  std::string format = "text";
  std::string out;
  std::size_t jobs = std::max(std::thread::hardware_concurrency(), 1U);
};

constexpr std::size_t largest_text = std::size_t{2} << 30;

struct FileReading {
  extraction::ExtractedText source;
  reading::Reading reading;
};

Result<FileReading> read_file(const std::string& file, const reading::Lexicon& lexicon,
                              int page_jobs) {
  auto bytes = read_user_file(file, largest_text);
  if (!bytes) return std::unexpected(bytes.error());
  const extraction::Options options{.helper = "/proc/self/exe", .jobs = page_jobs};
  auto source = extraction::extract_bytes(std::move(*bytes), file, options);
  if (!source) return std::unexpected(source.error());
  auto reading = reading::read(assessment::reading_input(*source, file), lexicon);
  if (!reading) return std::unexpected(reading.error());
  return FileReading{std::move(*source), std::move(*reading)};
}

// Spans of plain text are offsets of the file itself; of anything else the text comes along.
boost::json::object reading_json(const FileReading& read, const std::string& file,
                                 const Catalogue& words) {
  auto json = reading::to_json(read.reading, file, read.source.text, words);
  if (read.source.format != extraction::Format::text) json["extraction"] = to_json(read.source);
  return json;
}

// Where the readings go: printed as text, printed as JSON, or appended to a file.
class Printer {
 public:
  Printer(const Context& context, const ReadOptions& options, std::size_t files)
      : context_(context), json_(options.format == "json"), single_(files == 1) {
    const bool colour = isatty(STDOUT_FILENO) == 1 && std::getenv("NO_COLOR") == nullptr;
    style_ = {context.locale, colour ? Colour::terminal : Colour::plain};
  }

  void print(const FileReading& read, const std::string& file) {
    if (!json_) {
      fmt::print("{}", to_text(read.reading, file, {read.source.text, &read.source},
                               context_.catalogue, style_));
      return;
    }
    print(reading_json(read, file, context_.catalogue));
  }

  // One window of a text too long to be held whole; its JSON counts bytes from "offset".
  void print(const reading::Window& window, const std::string& file) {
    if (!json_) {
      fmt::print("{}", to_text(window.reading, fmt::format("{} +{}", file, window.offset),
                               {window.text, nullptr}, context_.catalogue, style_));
      return;
    }
    auto json = reading::to_json(window.reading, file, window.text, context_.catalogue);
    json["offset"] = window.offset;
    print(json);
  }
  void finish() const {
    if (json_ && printed_ > 0) fmt::print("{}\n", single_ ? "" : "]");
  }

 private:
  void print(const boost::json::object& json) {
    const std::string_view before = single_ ? "" : printed_ == 0 ? "[" : ",";
    fmt::print("{}{}", before, boost::json::serialize(json));
    ++printed_;
  }

  const Context& context_;
  bool json_, single_;
  TextStyle style_;
  std::size_t printed_ = 0;
};

boost::json::object error_json(const Error& error, const Catalogue& words) {
  return {{"code", error.message.id},
          {"message",
           {{"vi", words.render(error.message, Locale::vi)},
            {"en", words.render(error.message, Locale::en)}}}};
}

// Reads the files by several workers and hands them to `take` in order; whether none was refused.
template <class Take>
bool read_all(const Context& context, const std::vector<std::string>& files, std::size_t jobs,
              const reading::Lexicon& lexicon, Take take) {
  const int page_jobs =
      static_cast<int>(std::max(jobs / std::max(files.size(), std::size_t{1}), std::size_t{1}));
  Progress progress(files.size(), progress_shown(files.size()));
  bool refused = false;
  in_order(
      files.size(), jobs, [&](std::size_t i) { return read_file(files[i], lexicon, page_jobs); },
      [&](std::size_t i, Result<FileReading> read) {
        progress.clear();
        if (!read) {
          context.report(read.error());
          refused = true;
        }
        take(files[i], read);
        progress.advance(files[i]);
      });
  return !refused;
}

int print_readings(const Context& context, const ReadOptions& options,
                   const std::vector<std::string>& files, bool single,
                   const reading::Lexicon& lexicon) {
  const bool has_long = std::ranges::any_of(files, is_long_text);
  Printer printer(context, options, single && !has_long ? 1 : 2);
  bool all = true;
  // The files before a long one are read side by side, then the long one by itself.
  for (auto from = files.begin(); from != files.end();) {
    const auto next_long = has_long ? std::find_if(from, files.end(), is_long_text) : files.end();
    all &= read_all(context, {from, next_long}, options.jobs, lexicon,
                    [&](const std::string& file, const Result<FileReading>& read) {
                      if (read) printer.print(*read, file);
                    });
    if (next_long == files.end()) break;
    const auto read = read_long_text(
        *next_long, lexicon, [&](reading::Window&& window) { printer.print(window, *next_long); });
    if (!read) context.report(read.error());
    all = all && read.has_value();
    from = next_long + 1;
  }
  printer.finish();
  return all ? 0 : 1;
}

int append_readings(const Context& context, const ReadOptions& options,
                    const std::vector<std::string>& files, const reading::Lexicon& lexicon) {
  auto results = ResultsFile::open(options.out);
  if (!results) {
    context.report(results.error());
    return 1;
  }
  std::vector<std::string> wanted;
  std::vector<std::optional<FileMark>> marks;
  for (const auto& file : files) {
    auto mark = mark_of(file);
    if (mark && results->holds(*mark)) continue;
    wanted.push_back(file);
    marks.push_back(std::move(mark));
  }
  std::size_t next = 0;
  Result<void> written;
  const bool all =
      read_all(context, wanted, options.jobs, lexicon,
               [&](const std::string& file, const Result<FileReading>& read) {
                 boost::json::object line{
                     {"source", to_json(marks[next++].value_or(FileMark{file, 0, ""}))}};
                 if (read) {
                   line["reading"] = reading_json(*read, file, context.catalogue);
                 } else {
                   line["error"] = error_json(read.error(), context.catalogue);
                 }
                 if (written) written = results->append(line);
               });
  if (!written) context.report(written.error());
  return all && written ? 0 : 1;
}

int read_files(const Context& context, const ReadOptions& options) {
  const auto lexicon = load_lexicon(context.share);
  if (!lexicon) {
    context.report(lexicon.error());
    return 1;
  }
  const FileWalk walked = walk_files(options.names);
  for (const auto& problem : walked.problems) context.report(problem);
  if (walked.files.empty()) {
    context.report(fail(errors::no_files).error());
    return 1;
  }
  const bool single = !walked.walked && walked.files.size() == 1;
  const int code = options.out.empty()
                       ? print_readings(context, options, walked.files, single, *lexicon)
                       : append_readings(context, options, walked.files, *lexicon);
  return walked.problems.empty() ? code : 1;
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
        Part{&sources.none, "reading/none.yaml"}, Part{&sources.sums, "reading/sums.yaml"},
        Part{&sources.agencies, "reading/agencies.yaml"},
        Part{&sources.changes, "reading/changes.yaml"},
        Part{&sources.figures, "reading/figures.yaml"},
        Part{&sources.references, "reading/references.yaml"}}) {
    auto text = share.read(part.name);
    if (!text) return std::unexpected(text.error());
    *part.file = {share.display_name(part.name), std::move(*text)};
  }
  auto lexicon = reading::Lexicon::load(sources);
  if (!lexicon) return lexicon;
  for (const auto& name : share.list("figures")) {
    const auto text = share.read(name);
    if (!text) return std::unexpected(text.error());
    const auto items = figures::load_items(*text, share.display_name(name));
    if (!items) return std::unexpected(items.error().front());
    if (auto added = lexicon->add_items(*items); !added) return std::unexpected(added.error());
  }
  return lexicon;
}

void add_read(CLI::App& root, Run& run) {
  auto* command = root.add_subcommand("read", "read reports: citations, figures, claims, findings");
  auto options = std::make_shared<ReadOptions>();
  command
      ->add_option("FILE", options->names,
                   "files or folders: plain text, Markdown, HTML, DOCX, ODT, XLSX, ODS, PDF, "
                   "pictures of pages (PNG, JPEG, TIFF)")
      ->required();
  command->add_option("--format", options->format, "text for people, json for programs")
      ->check(CLI::IsMember({"text", "json"}));
  command->add_option("-j,--jobs", options->jobs, "files or scanned pages read at the same time")
      ->check(CLI::Range(1, 256));
  command->add_option("--out", options->out,
                      "append one JSON line a file; files it holds already are passed over");
  command->callback([&run, options] {
    run = [options](const Context& context) { return read_files(context, *options); };
  });
}

}  // namespace liem::app
