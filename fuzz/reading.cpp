// Whatever the text: every span lies in it between letters, lists are in its order, every message
// has words, and the JSON of it all is JSON.
#include "reading/reading.h"

#include <boost/json.hpp>

#include "base/utf8.h"
#include "fuzz/data.h"
#include "reading/reading_json.h"
#include "tests/golden/reading/lexicon_files.h"

namespace {

using namespace liem;
using text::Span;

const reading::Lexicon& lexicon() {
  static const auto loaded = golden::load_lexicon_from(fuzz::path_of("data/reading")).value();
  return loaded;
}

// The words in the middle, as if recognised with doubt.
std::vector<Span> doubtful_in(std::string_view source) {
  const auto begin = source.find(' ', source.size() / 3);
  const auto end = source.find(' ', source.size() / 2);
  if (end == source.npos || begin >= end) return {};
  return {{begin, end}};
}

// Marks a reader of office files would keep beside the text: one at each "^".
std::vector<reading::NoteMark> marks_in(std::string_view source) {
  std::vector<reading::NoteMark> marks;
  for (std::size_t at = source.find('^'); at != std::string_view::npos;
       at = source.find('^', at + 1)) {
    marks.push_back({at, static_cast<int>(marks.size()) + 1});
  }
  return marks;
}

class Check {
 public:
  explicit Check(std::string_view source) : source_(source) {}

  void run(const reading::Reading& reading) const {
    const auto own = [](const auto& item) { return item.span; };
    list(reading.citations, own);
    list(reading.references, own);
    list(reading.figures, own);
    list(reading.claims, reading::span_of);
    list(reading.none, own);
    list(reading.findings, own);
    for (const auto& claim : reading.claims) {
      if (const auto* ratio = std::get_if<reading::RatioClaim>(&claim)) {
        for (const Span part :
             {ratio->percent_span, ratio->numerator_span, ratio->denominator_span})
          span(part);
      }
    }
    meanings(reading.figures);
    links(reading);
    for (const auto& finding : reading.findings) {
      LIEM_CHECK(finding.message.id.starts_with("reading."));
      LIEM_CHECK(finding.id.size() == 16);
      fuzz::check_words(finding.message);
      if (finding.suggestion) fuzz::check_words(*finding.suggestion);
    }
    structure(reading.structure);
  }

 private:
  void span(Span where) const {
    LIEM_CHECK(where.begin <= where.end && where.end <= source_.size());
    LIEM_CHECK(utf8::find_invalid(text::slice(source_, where)) == std::string_view::npos);
  }
  template <class List, class SpanOf>
  void list(const List& items, SpanOf span_of) const {
    std::size_t least = 0;
    for (const auto& item : items) {
      const Span where = span_of(item);
      span(where);
      LIEM_CHECK(where.begin >= least);
      least = where.begin;
    }
  }
  void meanings(const std::vector<reading::Figure>& figures) const {
    for (const auto& figure : figures) {
      if (figure.counted) span(figure.counted->span);
      if (figure.of && figure.of->span) span(*figure.of->span);
      if (figure.period && figure.period->span) span(*figure.period->span);
    }
  }
  static void links(const reading::Reading& reading) {
    const auto& citations = reading.citations;
    for (const auto& citation : citations) {
      LIEM_CHECK(citation.document < reading.documents.size());
      LIEM_CHECK(!citation.refers_to || *citation.refers_to < citations.size());
    }
    for (const auto& reference : reading.references) {
      LIEM_CHECK(!reference.refers_to || *reference.refers_to < citations.size());
    }
    for (const auto& document : reading.documents) {
      LIEM_CHECK(!document.citations.empty());
      for (const auto index : document.citations) LIEM_CHECK(index < citations.size());
    }
  }
  void structure(const reading::Structure& parts) const {
    for (const auto& entry : parts.outline) span(entry.span);
    for (const auto& note : parts.footnotes) {
      span(note.text);
      if (note.mark) span(*note.mark);
    }
    for (const auto& recipient : parts.recipients) span(recipient.span);
    for (const auto& row : parts.annex_rows) span(row.span);
    if (parts.signature) span(parts.signature->span);
  }

  std::string_view source_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto source = fuzz::as_text(data, size);
  const auto reading =
      reading::read({source, "f", doubtful_in(source), marks_in(source)}, lexicon());
  if (!reading) {
    fuzz::check_words(reading.error().message);
    return 0;
  }
  Check(source).run(*reading);
  const auto json = boost::json::serialize(to_json(*reading, "f", source, fuzz::words()));
  LIEM_CHECK(utf8::find_invalid(json) == std::string_view::npos);
  boost::json::error_code error;
  boost::json::parse(json, error);
  LIEM_CHECK(!error);
  return 0;
}
