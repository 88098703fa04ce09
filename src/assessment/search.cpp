#include "assessment/search.h"

#include <algorithm>
#include <array>
#include <map>

#include "assessment/documents.h"
#include "text/words.h"

namespace liem::assessment {
namespace {

using text::SearchWords;

constexpr std::array<std::string_view, 5> kind_names{"unit", "criterion", "evidence", "report",
                                                     "document"};
constexpr std::size_t around = 90;  // bytes of a report shown on either side

// Where a letter begins, at or behind `at`.
std::size_t letter_from(std::string_view text, std::size_t at) {
  while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
  return at;
}

// A report's text around what was found, with the place of its words in what is shown.
void cut_around(std::string_view text, Hit& hit) {
  hit.place = {hit.found.begin(), hit.found.end()};
  const std::size_t wanted = hit.place.begin - std::min(around, hit.place.begin);
  const std::size_t begin = wanted == 0 ? 0 : std::min(letter_from(text, wanted), hit.place.begin);
  const std::size_t end = letter_from(text, std::min(text.size(), hit.place.end + around));
  hit.text = text.substr(begin, end - begin);
  for (auto& word : hit.found.words) word = {word.begin - begin, word.end - begin};
}

class Search {
 public:
  Search(const Desk& desk, const SearchWords& words, Round round)
      : desk_(desk), words_(words), round_(std::move(round)) {}
  Result<std::vector<Hit>> run();

 private:
  Result<void> add_units();
  Result<void> add_criteria();
  Result<void> add_papers();
  Result<void> add_report(const Submission& papers);
  void add_evidence(const Submission& papers);
  Result<void> add_documents();
  void add(Hit hit, std::string shown);

  const Desk& desk_;
  const SearchWords& words_;
  Round round_;
  std::map<std::string, Unit, std::less<>> seen_;
  std::vector<Hit> hits_;
};

// Short texts may have the words in any order.
void Search::add(Hit hit, std::string shown) {
  auto found = words_.anywhere(shown);
  if (!found) return;
  hit.text = std::move(shown);
  hit.found = std::move(*found);
  hits_.push_back(std::move(hit));
}

Result<void> Search::add_units() {
  auto units = desk_.store.units(desk_.viewer.province, round_.id);
  if (!units) return std::unexpected(units.error());
  for (auto& unit : *units) {
    if (!may(desk_.viewer, Action::see_unit, unit.id)) continue;
    add({HitKind::unit, unit.id, unit, "", "", "", {}, {}}, unit.name.vi);
    seen_.emplace(unit.id, std::move(unit));
  }
  return {};
}

Result<void> Search::add_criteria() {
  const auto set = desk_.library.set(desk_.store, desk_.viewer.province, round_);
  if (!set) return std::unexpected(set.error());
  const auto add_all = [&](const auto& self,
                           const std::vector<indicators::Criterion>& all) -> void {
    for (const auto& one : all) {
      add({HitKind::criterion, one.code, {}, one.code, "", "", {}, {}},
          one.code + " " + one.title.vi);
      self(self, one.children);
    }
  };
  add_all(add_all, (*set)->criteria);
  return {};
}

void Search::add_evidence(const Submission& papers) {
  for (std::size_t at = 0; at < papers.evidence.size(); ++at) {
    const auto& row = papers.evidence[at];
    const std::string report = ReportId{round_.id, papers.unit}.text();
    Hit hit{HitKind::evidence,
            report + "/" + std::to_string(at + 1),
            seen_.at(papers.unit),
            row.criteria.empty() ? "" : row.criteria.front(),
            report,
            "",
            {},
            {}};
    add(std::move(hit), row.number ? *row.number + " " + row.title : row.title);
  }
}

Result<void> Search::add_report(const Submission& papers) {
  if (!papers.report_sha256) return {};
  const auto text = desk_.store.content(desk_.viewer.province, *papers.report_sha256);
  if (!text) return std::unexpected(text.error());
  if (!*text) return fail(errors::content_missing, {{"sha256", *papers.report_sha256}});
  auto found = words_.phrase(**text);
  if (!found) return {};
  const std::string report = ReportId{round_.id, papers.unit}.text();
  Hit hit{HitKind::report, report, seen_.at(papers.unit), "", report, "", std::move(*found), {}};
  cut_around(**text, hit);
  hits_.push_back(std::move(hit));
  return {};
}

Result<void> Search::add_papers() {
  const auto all = desk_.store.submissions(desk_.viewer.province, round_.id);
  if (!all) return std::unexpected(all.error());
  for (const auto& papers : *all) {
    if (!seen_.contains(papers.unit)) continue;
    add_evidence(papers);
    if (auto added = add_report(papers); !added) return added;
  }
  return {};
}

Result<void> Search::add_documents() {
  if (!may(desk_.viewer, Action::keep_document, "")) return {};
  const auto mine = my_documents(desk_);
  if (!mine) return std::unexpected(mine.error());
  for (const auto& one : *mine) {
    add({HitKind::document, one.id, {}, "", "", "", {}, {}}, one.name);
  }
  return {};
}

Result<std::vector<Hit>> Search::run() {
  for (const auto step :
       {&Search::add_units, &Search::add_criteria, &Search::add_papers, &Search::add_documents}) {
    if (auto done = (this->*step)(); !done) return std::unexpected(done.error());
  }
  std::ranges::stable_sort(
      hits_, {}, [](const Hit& hit) { return std::pair(hit.kind, hit.found.exact ? 0 : 1); });
  return std::move(hits_);
}

}  // namespace

std::string_view name_of(HitKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

Result<SearchResult> search(const Desk& desk, std::string_view typed,
                            const std::optional<std::string>& round) {
  if (!may(desk.viewer, Action::list_units, "")) {
    return fail(errors::no_right, {{"role", std::string(name_of(desk.viewer.role))}});
  }
  const auto words = SearchWords::of(typed);
  if (!words) return fail(errors::nothing_to_search, {{"field", "q"}});
  std::optional<Round> chosen;
  if (round) {
    auto found = find_round(desk, *round);
    if (!found) return std::unexpected(found.error());
    chosen = std::move(*found);
  } else {
    auto all = desk.store.rounds(desk.viewer.province);
    if (!all) return std::unexpected(all.error());
    if (!all->empty()) chosen = std::move(all->front());
  }
  SearchResult out{chosen, {}};
  if (!chosen) return out;
  auto hits = Search(desk, *words, *chosen).run();
  if (!hits) return std::unexpected(hits.error());
  out.hits = std::move(*hits);
  return out;
}

}  // namespace liem::assessment
