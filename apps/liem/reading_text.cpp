#include "liem/reading_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "extraction/pdf_signatures.h"
#include "reading/arithmetic.h"
#include "text/utf8.h"
#include "text/words.h"

namespace liem::app {
namespace {

using reading::Severity;
using text::Span;

constexpr std::string_view reset = "\033[0m";

std::string_view ink(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "\033[1;31m";
    case Severity::warning:
      return "\033[1;33m";
    case Severity::note:
      return "\033[1;36m";
  }
  return "";
}

// Control characters and direction marks of a hostile text, spelt out: they would steer the
// terminal.
std::string harmless(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto letter = utf8::decode(text, at);
    const bool control = letter.code < 0x20 || (letter.code >= 0x7F && letter.code < 0xA0);
    const bool direction = (letter.code >= 0x202A && letter.code <= 0x202E) ||
                           (letter.code >= 0x2066 && letter.code <= 0x2069);
    if (control || direction) {
      out += fmt::format("\\u{{{:x}}}", static_cast<unsigned>(letter.code));
    } else {
      out += text.substr(at, letter.length);
    }
    at += letter.length;
  }
  return out;
}

std::string shown(std::string_view text) { return harmless(text::in_one_line(text)); }

class Printer {
 public:
  Printer(const reading::Reading& reading, SourceText source, const Catalogue& words,
          TextStyle style)
      : reading_(reading),
        extracted_(source.extracted),
        source_(source.text),
        words_(words),
        style_(style),
        line_starts_(line_starts(source.text)) {}

  std::string print(std::string_view file) {
    heading(utf8::find_invalid(file) == file.npos ? harmless(file) : std::string("?"), "");
    signatures();
    findings();
    citations();
    claims();
    none();
    figures();
    out_ += '\n';
    return std::move(out_);
  }

 private:
  std::string say(std::string_view id, Args args = {}) const {
    return words_.render(Message{std::string(id), std::move(args)}, style_.locale);
  }

  std::string painted(std::string_view text, std::string_view colour) const {
    if (style_.colour == Colour::plain) return std::string(text);
    return fmt::format("{}{}{}", colour, text, reset);
  }

  void heading(const std::string& title, const std::string& count) {
    out_ += painted(title, "\033[1m");
    if (!count.empty()) out_ += " (" + count + ")";
    out_ += '\n';
  }

  std::size_t line_number(std::size_t at) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(line_starts_, at) -
                                    line_starts_.begin());
  }

  // ", trang 3" where the source has pages.
  std::string page_of(std::size_t at) const {
    const auto* place = extracted_ ? extraction::place_at(*extracted_, at) : nullptr;
    if (place == nullptr || place->page == 0) return {};
    return ", " + say("read.page", {{"page", std::to_string(place->page)}});
  }

  static std::vector<std::size_t> line_starts(std::string_view source) {
    std::vector<std::size_t> starts{0};
    for (auto at = source.find('\n'); at != source.npos; at = source.find('\n', at + 1)) {
      starts.push_back(at + 1);
    }
    return starts;
  }

  // The words around a span in one line, the span itself painted; at most `reach` bytes each side.
  std::string in_context(Span span, std::string_view colour) const {
    constexpr std::size_t reach = 120;
    std::size_t from = span.begin > reach ? span.begin - reach : 0;
    std::size_t to = std::min(source_.size(), span.end + reach);
    const auto sentence_start = source_.substr(from, span.begin - from).rfind(". ");
    if (sentence_start != std::string_view::npos) from += sentence_start + 2;
    const auto sentence_end = source_.substr(span.end, to - span.end).find(". ");
    if (sentence_end != std::string_view::npos) to = span.end + sentence_end + 1;
    while (from > 0 && (static_cast<unsigned char>(source_[from]) & 0xC0) == 0x80) --from;
    while (to < source_.size() && (static_cast<unsigned char>(source_[to]) & 0xC0) == 0x80) ++to;
    const auto before = shown(source_.substr(from, span.begin - from));
    const auto after = shown(source_.substr(span.end, to - span.end));
    const bool space_before =
        span.begin > from && text::skip_gap_back(source_, span.begin) < span.begin;
    const bool space_after = text::skip_gap(source_, span.end) > span.end && !after.empty();
    const auto middle = shown(text::slice(source_, span));
    return fmt::format(
        "{}{}{}{}{}", before, space_before && !before.empty() ? " " : "",
        style_.colour == Colour::plain ? "»" + middle + "«" : painted(middle, colour),
        space_after ? " " : "", after);
  }

  void findings() {
    heading(say("read.findings"), std::to_string(reading_.findings.size()));
    for (const auto& finding : reading_.findings) {
      const auto colour = ink(finding.severity);
      out_ += fmt::format("  {:>5}  {}\n", line_number(finding.span.begin),
                          in_context(finding.span, colour));
      const auto severity = say(fmt::format("read.{}", reading::to_string(finding.severity)));
      out_ += fmt::format("         {} {} [{}{}]\n", painted("^ " + severity + ":", colour),
                          words_.render(finding.message, style_.locale), finding.code,
                          page_of(finding.span.begin));
      if (finding.suggestion) {
        out_ += fmt::format("           {}\n", words_.render(*finding.suggestion, style_.locale));
      }
    }
  }

  void citations() {
    heading(say("read.citations"), std::to_string(reading_.citations.size()));
    for (const auto& citation : reading_.citations) {
      out_ += fmt::format("  {:>5}  {} {}", line_number(citation.span.begin), citation.type,
                          painted(citation.number, "\033[1m"));
      if (citation.date) out_ += "  " + to_vietnamese(*citation.date);
      if (!citation.issuer.empty()) out_ += "  " + citation.issuer;
      if (citation.own) out_ += "  " + say("read.own");
      out_ += '\n';
    }
  }

  void claims() {
    heading(say("read.claims"), std::to_string(reading_.claims.size()));
    for (const auto& claim : reading_.claims) {
      out_ += fmt::format("  {:>5}  {}  {}\n", line_number(span_of(claim).begin), verdict(claim),
                          std::visit([](const auto& one) { return equation(one); }, claim));
    }
  }

  std::string verdict(const reading::Claim& claim) const {
    if (is_doubtful(claim)) return painted(say("read.doubtful"), "\033[1;36m");
    return holds(claim) ? painted(say("read.holds"), "\033[32m")
                        : painted(say("read.fails"), "\033[1;31m");
  }

  static std::string equation(const reading::RatioClaim& claim) {
    using reading::in_words;
    auto line = fmt::format("{}/{}", in_words(claim.numerator), in_words(claim.denominator));
    if (claim.percent) line += fmt::format(" ~ {} %", in_words(*claim.percent));
    return line;
  }

  static std::string equation(const reading::SumClaim& claim) {
    using reading::in_words;
    auto line = fmt::format("{} {} =", in_words(claim.total), claim.unit);
    for (std::size_t i = 0; i < claim.parts.size(); ++i) {
      line += (i > 0 ? " + " : " ") + in_words(claim.parts[i]);
    }
    return line;
  }

  static std::string equation(const reading::DifferenceClaim& claim) {
    using reading::in_words;
    return fmt::format("{} - {} ~ {}{} {}", in_words(claim.to), in_words(claim.from),
                       claim.change == reading::Change::increase ? "+" : "-", in_words(claim.value),
                       claim.unit);
  }

  void none() {
    heading(say("read.none"), std::to_string(reading_.none.size()));
    for (const auto& statement : reading_.none) {
      out_ += fmt::format("  {:>5}  {}\n", line_number(statement.span.begin),
                          shown(text::slice(source_, statement.span)));
    }
  }

  // Only a PDF can bear a digital signature that is judged here.
  void signatures() {
    if (!extracted_ || extracted_->format != extraction::Format::pdf) return;
    const auto& signatures = extracted_->signatures;
    heading(say("read.signatures"), std::to_string(signatures.size()));
    if (signatures.empty()) out_ += "  " + say("read.not_signed") + "\n";
    for (const auto& one : signatures) {
      out_ += fmt::format("  {}: {}  {}  ({})\n",
                          say(fmt::format("read.signature_{}", to_string(one.state))),
                          shown(one.signer), shown(one.time),
                          say(fmt::format("read.certificate_{}", to_string(one.certificate))));
    }
  }

  void figures() {
    heading(say("read.figures"), std::to_string(reading_.figures.size()));
    for (const auto& figure : reading_.figures) {
      out_ += fmt::format("  {:>5}  {} {}", line_number(figure.span.begin),
                          reading::in_words(figure.value), figure.unit);
      if (figure.counted) out_ += "  " + shown(figure.counted->words);
      for (const auto& link : figure.items) {
        out_ += fmt::format("  = {} ({})", link.item,
                            say(fmt::format("read.{}", figures::name_of(link.confidence))));
      }
      if (figure.doubtful) out_ += "  " + say("read.doubtful");
      out_ += '\n';
    }
  }

  const reading::Reading& reading_;
  const extraction::ExtractedText* extracted_;
  std::string_view source_;
  const Catalogue& words_;
  TextStyle style_;
  std::vector<std::size_t> line_starts_;
  std::string out_;
};

}  // namespace

std::string to_text(const reading::Reading& reading, std::string_view file, SourceText source,
                    const Catalogue& words, TextStyle style) {
  return Printer(reading, source, words, style).print(file);
}

}  // namespace liem::app
