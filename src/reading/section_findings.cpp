// Numbers of sections and articles used twice or left out.
#include <algorithm>
#include <map>

#include "reading/draft.h"

namespace liem::reading {
namespace {

// Headings that count on from one another: "1, 2, 3" within one parent.
using Sequence = std::vector<std::size_t>;

class SectionChecks {
 public:
  explicit SectionChecks(Draft& draft) : draft_(draft), headings_(draft.headings) {}

  void run() {
    for (std::size_t i = 0; i < headings_.size(); ++i) place(i);
    close_all();
  }

 private:
  void place(std::size_t i) {
    switch (headings_[i].kind) {
      case HeadingKind::annex:
        close_all();
        return;
      case HeadingKind::part:
      case HeadingKind::chapter:
      case HeadingKind::capital:
        close(romans_);
        close_numbers();
        return;
      case HeadingKind::roman:
        close_numbers();
        count_on(romans_, i);
        return;
      case HeadingKind::article:
        close_numbers();
        count_on(articles_, i);
        return;
      case HeadingKind::number:
        number(i);
        return;
      case HeadingKind::letter:
        return;
    }
  }

  int value(std::size_t i) const { return headings_[i].value; }
  int last(const Sequence& sequence) const { return value(sequence.back()); }

  // A first number starts anew; one that fits nowhere (an article quoted from another act) is left
  // out.
  void count_on(Sequence& sequence, std::size_t i) {
    if (value(i) == 1) close(sequence);
    if (sequence.empty() || fits(sequence, i)) sequence.push_back(i);
  }

  bool fits(const Sequence& sequence, std::size_t i) const {
    const int step = value(i) - last(sequence);
    return step >= 0 && step <= 2;
  }

  void number(std::size_t i) {
    const Heading& heading = headings_[i];
    if (heading.depth > 1) {
      const std::string parent = heading.label.substr(0, heading.label.rfind('.'));
      count_on(below_[parent], i);
      return;
    }
    if (value(i) == 1) {
      if (open_.size() == most_open) close_numbers();
      open_.push_back({i});
      return;
    }
    // The list that waits for this number goes on; lists nested in it end.
    for (std::size_t k = open_.size(); k-- > 0;) {
      if (last(open_[k]) != value(i) - 1) continue;
      while (open_.size() > k + 1) close_last();
      open_[k].push_back(i);
      below_done();
      return;
    }
    if (!open_.empty() && fits(open_.back(), i) && alike(open_.back().back(), i)) {
      open_.back().push_back(i);
      below_done();
    }
  }

  bool alike(std::size_t a, std::size_t b) const {
    return headings_[a].emphasised == headings_[b].emphasised;
  }

  void below_done() {
    for (auto& [parent, sequence] : below_) close(sequence);
    below_.clear();
  }

  void close_last() {
    close(open_.back());
    open_.pop_back();
  }

  void close_numbers() {
    while (!open_.empty()) close_last();
    below_done();
  }

  void close_all() {
    close_numbers();
    close(romans_);
    close(articles_);
  }

  void close(Sequence& sequence) {
    check(sequence);
    sequence.clear();
  }

  // Only of a sequence that starts at one and goes on: a lone number may be anything.
  void check(const Sequence& sequence) {
    if (sequence.size() < 2 || value(sequence.front()) != 1) return;
    for (std::size_t k = 1; k < sequence.size(); ++k) {
      const int step = value(sequence[k]) - value(sequence[k - 1]);
      if (step == 0) report(sequence[k], "repeated");
      if (step == 2 && !stands_between(sequence[k - 1], sequence[k]))
        report(sequence[k], "skipped");
    }
  }

  // Whether a line between the two starts with the number that seems to be missing, as one that
  // is no heading does: "2. 100% cơ quan ...".
  bool stands_between(std::size_t before, std::size_t i) const {
    const std::string missing = missing_label(i);
    const std::size_t end = headings_[i].line.begin;
    for (std::size_t line = headings_[before].line.begin; line < end;) {
      line = draft_.text.find('\n', line);
      if (line == std::string_view::npos) break;
      line = draft_.text.find_first_not_of(" \t*#\n\"", line);
      if (line >= end) break;
      const auto rest = draft_.text.substr(line);
      if (rest.starts_with(missing) && rest.size() > missing.size() &&
          std::string_view(".) :").find(rest[missing.size()]) != std::string_view::npos) {
        return true;
      }
    }
    return stands_inside(before, missing, end);
  }

  // "1. Trước 31/3: tự chấm. 2. Từ 01/4: thẩm định.": the missing number within the line before.
  bool stands_inside(std::size_t before, const std::string& missing, std::size_t end) const {
    const auto text = draft_.text.substr(0, end);
    const std::string label = " " + missing + ".";
    std::size_t at = text.find(label, headings_[before].line.begin);
    for (; at != std::string_view::npos; at = text.find(label, at + 1)) {
      const std::size_t behind = at + label.size();
      const bool closed = at > 0 && std::string_view(".;").find(text[at - 1]) != text.npos;
      if (closed && behind < end && text[behind] == ' ') return true;
    }
    return false;
  }

  std::string missing_label(std::size_t i) const {
    const Heading& heading = headings_[i];
    if (heading.kind == HeadingKind::roman) return roman(heading.value - 1);
    const std::string number = std::to_string(heading.value - 1);
    if (heading.kind == HeadingKind::article) {
      return heading.label.substr(0, heading.label.rfind(' ') + 1) + number;
    }
    return heading.depth > 1 ? heading.label.substr(0, heading.label.rfind('.') + 1) + number
                             : number;
  }

  void report(std::size_t i, const std::string& what) {
    const Heading& heading = headings_[i];
    const bool article = heading.kind == HeadingKind::article;
    const std::string word = article ? "article_" : "section_";
    const std::string missing = article ? std::to_string(heading.value - 1) : missing_label(i);
    const std::string number = article ? std::to_string(heading.value) : heading.label;
    draft_.reading.findings.push_back(
        {"section_" + what,
         Severity::warning,
         heading.line,
         Message{"reading." + word + what, {{"number", number}, {"missing", missing}}},
         {}});
  }

  static std::string roman(int value) {
    std::string out;
    for (const auto& [worth, letters] :
         {std::pair{10, "X"}, {9, "IX"}, {5, "V"}, {4, "IV"}, {1, "I"}}) {
      for (; value >= worth; value -= worth) out += letters;
    }
    return out;
  }

  static constexpr std::size_t most_open = 16;

  Draft& draft_;
  const std::vector<Heading>& headings_;
  Sequence romans_, articles_;
  std::vector<Sequence> open_;             // numbered lists, the narrowest last
  std::map<std::string, Sequence> below_;  // "2" -> "2.1", "2.2"
};

}  // namespace

void find_section_findings(Draft& draft) { SectionChecks(draft).run(); }

}  // namespace liem::reading
