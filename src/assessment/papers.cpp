#include "assessment/papers.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "assessment/acts.h"
#include "assessment/digest.h"
#include "indicators/inputs_writing.h"
#include "reading/lexicon.h"
#include "text/words.h"

namespace liem::assessment {
namespace {

using reading::Figure;

// What the figure can answer the item with, if it can.
std::optional<Decimal> value_for(const Figure& figure, const figures::DataItem& item,
                                 const reading::Lexicon& lexicon) {
  using figures::UnitKind;
  const bool percent = figure.unit == "%";
  const auto value = reading::base_value(figure, lexicon);
  if (!value || value->is_negative()) return std::nullopt;
  switch (item.unit.kind) {
    case UnitKind::count:
    case UnitKind::days:
    case UnitKind::money:
      return !percent && value->is_whole() ? value : std::nullopt;
    case UnitKind::percent:
      return percent && *value <= 100 ? value : std::nullopt;
    case UnitKind::index:
      return percent ? std::nullopt : value;
    case UnitKind::yes_no:
    case UnitKind::level:
      return std::nullopt;
  }
  return std::nullopt;
}

bool speaks_of_year(const Figure& figure, int year) {
  if (!figure.period || !figure.period->written) return true;
  const auto& to = figure.period->to;
  return to && static_cast<int>(to->year()) == year;
}

bool is_own(const Figure& figure) {
  return !figure.of || figure.of->place == reading::Place::document;
}

// From behind the sentence before to its own end; a blank line ends one too.
text::Span sentence_around(std::string_view text, const text::Span& span) {
  const auto ends_before = [&](std::size_t at) {
    const bool stop = text[at] == '.' || text[at] == ';';
    const bool apart = at + 1 < text.size() && (text[at + 1] == ' ' || text[at + 1] == '\n');
    return (stop && apart) || (text[at] == '\n' && at + 1 < text.size() && text[at + 1] == '\n');
  };
  std::size_t begin = span.begin, end = span.end;
  while (begin > 0 && !ends_before(begin - 1)) --begin;
  while (end < text.size() && !ends_before(end)) ++end;
  if (end < text.size() && text[end] != '\n') ++end;
  const auto blank = [&](std::size_t at) { return text[at] == ' ' || text[at] == '\n'; };
  while (begin < span.begin && blank(begin)) ++begin;
  return {begin, end};
}

Result<std::string> bytes_of(const DocumentFiles& files, const std::string& id) {
  std::ifstream in(files.path_of(id), std::ios::binary);
  if (!in) return fail(errors::no_document, {{"document", id}});
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return bytes;
}

std::optional<std::string> given_or(const std::optional<std::string>& given,
                                    const std::string& found) {
  if (given) return given;
  return found.empty() ? std::nullopt : std::optional(found);
}

Evidence evidence_of(const Attachment& wanted, const DocumentView& view) {
  const auto& own = view.read->reading.structure.identity;
  Evidence out;
  out.type = given_or(wanted.type, own.type).value_or("Tài liệu");
  out.number = given_or(wanted.number, own.number);
  out.date = wanted.date ? wanted.date : own.date;
  out.issuer = given_or(wanted.issuer, own.issuer);
  out.title = given_or(wanted.title, own.abstract).value_or(view.document.name);
  out.criteria = wanted.criteria;
  std::ranges::sort(out.criteria);
  out.criteria.erase(std::ranges::unique(out.criteria).begin(), out.criteria.end());
  out.file = AttachedFile{view.document.name, view.document.size, view.document.sha256};
  return out;
}

}  // namespace

Result<void> set_report(const WorkDesk& at, const DocumentFiles& files, const std::string& round,
                        const std::string& unit, const std::string& document) {
  const Desk& desk = at.desk;
  const std::string& province = desk.viewer.province;
  const auto work = unit_work(at, round, unit);
  if (!work) return std::unexpected(work.error());
  if (auto may_do = allowed(at, *work, "set_report", ""); !may_do) return may_do;
  const auto view = document_view(desk, files, document);
  if (!view) return std::unexpected(view.error());
  const auto content = content_of(view->read->source.text);
  if (text::skip_gap(content.bytes, 0) == content.bytes.size()) {
    return fail(errors::report_no_text, {{"name", view->document.name}});
  }
  auto draft = desk.store.work().draft(province, round, unit);
  if (!draft) return std::unexpected(draft.error());
  if (!*draft) {
    indicators::Inputs none;
    none.set = work->assessment.set->id;
    auto empty = content_of(indicators::inputs_yaml(none));
    *draft = Draft{std::move(empty.sha256), std::move(empty.bytes), at.now, {}};
  }
  (*draft)->report_sha256 = content.sha256;
  (*draft)->saved = at.now;
  if (auto put = desk.store.work().put_content(province, content); !put) return put;
  return desk.store.work().save_draft(
      province, round, unit, **draft,
      acts::of_report(desk.viewer, round, unit, content.sha256, at.now));
}

std::vector<Proposal> proposals(const reading::Reading& report, std::string_view text,
                                const indicators::IndicatorSet& set,
                                const reading::Lexicon& lexicon, int year) {
  std::vector<Proposal> out;
  for (const auto& figure : report.figures) {
    if (figure.doubtful || figure.soft || !is_own(figure) || !speaks_of_year(figure, year))
      continue;
    for (const auto& link : figure.items) {
      const auto* item = set.items.find(link.item);
      if (item == nullptr) continue;
      const auto value = value_for(figure, *item, lexicon);
      if (!value) continue;
      const auto sentence = sentence_around(text, figure.span);
      out.push_back(
          {link.item, *value, link.confidence, link.rule, figure.span, sentence,
           text::in_one_line(text.substr(sentence.begin, sentence.end - sentence.begin))});
    }
  }
  return out;
}

Result<std::vector<Proposal>> proposals(const WorkDesk& at, const std::string& round,
                                        const std::string& unit) {
  const auto assessment = unit_assessment(at.desk, round, unit);
  if (!assessment) return std::unexpected(assessment.error());
  const auto& sha256 = assessment->submission.report_sha256;
  if (!sha256) return std::vector<Proposal>{};
  const auto read = at.desk.library.report(at.desk.store, at.desk.viewer.province, *sha256);
  if (!read) return std::unexpected(read.error());
  return proposals((*read)->reading, (*read)->text, *assessment->set, at.desk.library.lexicon(),
                   assessment->round.year);
}

Result<int> attach(const WorkDesk& at, const DocumentFiles& files, const std::string& round,
                   const std::string& unit, const Attachment& wanted) {
  const Desk& desk = at.desk;
  if (wanted.criteria.empty()) return fail(errors::attach_to_none, {{"field", "criteria"}});
  const auto work = unit_work(at, round, unit);
  if (!work) return std::unexpected(work.error());
  for (const auto& code : wanted.criteria) {
    if (work->find(code) == nullptr) {
      return fail(errors::no_criterion, {{"set", work->assessment.set->id}, {"criterion", code}});
    }
    if (auto may_do = allowed(at, *work, "attach", code); !may_do) {
      return std::unexpected(may_do.error());
    }
  }
  const std::size_t rows = work->assessment.submission.evidence.size();
  if (rows >= longest_annex) {
    return fail(errors::annex_full,
                {{"count", std::to_string(rows)}, {"most", std::to_string(longest_annex)}});
  }
  const auto view = document_view(desk, files, wanted.document);
  if (!view) return std::unexpected(view.error());
  auto bytes = bytes_of(files, wanted.document);
  if (!bytes) return std::unexpected(bytes.error());
  const auto evidence = evidence_of(wanted, *view);
  return desk.store.work().attach(desk.viewer.province, round, unit, evidence,
                                  {view->document.sha256, std::move(*bytes)},
                                  acts::of_attachment(desk.viewer, round, unit, evidence, at.now));
}

}  // namespace liem::assessment
