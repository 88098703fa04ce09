// Any file -> the text that reading gets, with a way back to where each stretch of it stood.
// Files are opened in a confined child process (confinement.h); plain text needs none.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "extraction/errors.h"
#include "extraction/format.h"
#include "text/repair.h"

namespace liem::extraction {

using text::Span;

// Ten-thousandths of the page's width and height, from its upper left corner.
struct Box {
  int left = 0, top = 0, right = 0, bottom = 0;
  bool operator==(const Box&) const = default;
};

// Where a stretch of the text stood. Everything counts from 1; 0: the format has no such thing.
struct Place {
  Span span{};        // of ExtractedText::text
  int page = 0;       // DOCX: as last laid out by its writer, where it said so
  int paragraph = 0;  // of the body, tables left out; in a PDF or picture not counted
  int table = 0;      // the table, or the sheet of a workbook
  int row = 0;
  int column = 0;
  int footnote = 0;  // the stretch is the text of this footnote
  std::optional<Box> box{};
  bool operator==(const Place&) const = default;
};

// A footnote's mark is not in the text, where it would run into numbers; it stood at `offset`.
struct FootnoteMark {
  std::size_t offset = 0;
  int number = 0;
  bool operator==(const FootnoteMark&) const = default;
};

// valid: what was signed is unchanged; added_to: so it is, but more was written behind it and
// nobody signed that; broken: it was changed; unclear: pdfsig could not tell.
enum class SignatureState { valid, added_to, broken, unclear };
enum class CertificateState { trusted, untrusted, not_checked };

// A digital signature of a PDF, as pdfsig judges it.
struct Signature {
  SignatureState state = SignatureState::unclear;
  CertificateState certificate = CertificateState::not_checked;
  std::string signer;  // common name of the certificate
  std::string time;    // as the file claims, "Nov 22 2026 04:00:00"; may be empty
  bool operator==(const Signature&) const = default;
};

// The shape of a page that can be shown as a picture, in points or pixels: its ratio counts.
struct PageShape {
  int width = 0, height = 0;
  bool recognised = false;  // its text comes from text recognition
  bool operator==(const PageShape&) const = default;
};

struct ExtractedText {
  Format format = Format::text;
  // UTF-8; one line a paragraph, one line a table's row with " | " between cells; a footnote
  // stands on a line of its own behind its paragraph as "[^3] ...".
  std::string text{};
  std::vector<Place> places{};          // in the order of the text; empty for plain text
  std::vector<FootnoteMark> marks{};    // in the order of the text
  std::vector<Span> doubtful{};         // words that text recognition was not sure of
  std::vector<Signature> signatures{};  // empty: not signed
  int pages = 0;
  int recognised_pages = 0;         // of them read by text recognition
  std::vector<PageShape> shapes{};  // of a PDF's or picture's pages, in order; others have none
  bool operator==(const ExtractedText&) const = default;
};

// The place whose span holds `offset`, or nothing between places.
const Place* place_at(const ExtractedText& extracted, std::size_t offset);

struct Limits {
  std::size_t file_bytes = std::size_t{512} << 20;
  std::size_t part_bytes = std::size_t{128} << 20;      // one unpacked part of an archive
  std::size_t unpacked_bytes = std::size_t{256} << 20;  // all parts that are read
  int unpack_ratio = 250;  // unpacked : packed, of parts above 1 MiB; prose packs about 10 : 1
  int pages = 2000;
  int recognised_pages = 300;  // about 2 s each
  std::size_t text_bytes = std::size_t{64} << 20;
  std::chrono::milliseconds tool_time{60'000};      // wall clock of one run of a tool
  std::chrono::milliseconds file_time{900'000};     // wall clock of the whole file
  std::chrono::seconds cpu_time{120};               // of each process
  std::size_t memory_bytes = std::size_t{2} << 30;  // address space of each process
  int doubtful_below = 85;  // confidence in percent; see docs/decisions/0006-extraction.md
};

struct Options {
  // A program whose main() hands over to run_worker() first; the running one: "/proc/self/exe".
  std::string helper;
  int jobs = 1;  // pages recognised at the same time
  Limits limits{};
  // Told while a PDF is read, on the caller's thread, each time another of its pages is done.
  std::function<void(int done, int total)> pages_done{};
  std::stop_token stop{};  // ends the work under way: errors::stopped
};

// `name` is put into errors. Plain text passes unchanged; text::repair() judges it.
Result<ExtractedText> extract_file(const std::string& path, const Options& options);
Result<ExtractedText> extract_bytes(std::string bytes, std::string_view name,
                                    const Options& options);

// First thing in main(): where the program was started as a worker it does that work and
// returns the exit code; else nothing.
std::optional<int> run_worker(int argc, char** argv);

}  // namespace liem::extraction
