// What is computed from stored contents, kept by the names of those contents: the same bytes are
// read and scored once. Shared by all threads.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "assessment/province_history.h"
#include "assessment/store.h"
#include "base/error.h"
#include "extraction/extraction.h"
#include "indicators/score.h"
#include "reading/lexicon.h"
#include "reading/reading.h"

namespace liem::assessment {

namespace errors {
// A content that a round names is not in the store, or does not read as it once did.
inline constexpr ErrorCode content_missing{"assessment.content_missing", ErrorKind::internal};
}  // namespace errors

// Values by name; beyond the capacity the one put in first is forgotten.
template <class T>
class ContentCache {
 public:
  explicit ContentCache(std::size_t capacity) : capacity_(capacity) {}

  std::shared_ptr<const T> find(const std::string& name) {
    const std::lock_guard lock(mutex_);
    const auto found = values_.find(name);
    return found == values_.end() ? nullptr : found->second;
  }
  std::shared_ptr<const T> put(const std::string& name, T value) {
    auto shared = std::make_shared<const T>(std::move(value));
    const std::lock_guard lock(mutex_);
    if (!values_.insert_or_assign(name, shared).second) return shared;
    order_.push_back(name);
    if (order_.size() > capacity_) {
      values_.erase(order_.front());
      order_.pop_front();
    }
    return shared;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<const T>> values_;
  std::deque<std::string> order_;
  std::size_t capacity_;
};

using ScoredAnswers = indicators::ScoredInputs;

// Every unit of a round with the units below it.
struct RoundScores {
  std::vector<Unit> units;  // in the order of the round's list
  // Of each: nullptr where neither it nor a unit below handed answers in.
  std::vector<std::shared_ptr<const ScoredAnswers>> scored;

  // nullptr also for a unit that is not in the round.
  std::shared_ptr<const ScoredAnswers> of(std::string_view unit) const;
};

struct ReadReport {
  std::string text;
  reading::Reading reading;
};

struct ReadDocument {
  extraction::ExtractedText source;
  reading::Reading reading;  // of source.text
};

// Answers of a unit as they are being written, by their hash.
struct UnitDraft {
  std::string unit, answers_sha256;
};

class Library {
 public:
  explicit Library(std::shared_ptr<const reading::Lexicon> lexicon)
      : lexicon_(std::move(lexicon)) {}

  const reading::Lexicon& lexicon() const { return *lexicon_; }

  // The set the round is pinned to, out of the bytes kept with it.
  Result<std::shared_ptr<const indicators::IndicatorSet>> set(Store& store,
                                                              const std::string& province,
                                                              const Round& round);
  // By the round's set, the answers with this hash and nothing else; no answers at all where there
  // is none.
  Result<std::shared_ptr<const ScoredAnswers>> score(
      Store& store, const std::string& province, const Round& round,
      const std::optional<std::string>& answers_sha256);
  // `draft` takes the place of what its unit handed in.
  Result<std::shared_ptr<const RoundScores>> scores(
      Store& store, const std::string& province, const Round& round,
      const std::optional<UnitDraft>& draft = std::nullopt);
  // That of one unit; answers that are all blank where scores() has none.
  Result<std::shared_ptr<const ScoredAnswers>> score_of(
      Store& store, const std::string& province, const Round& round, const std::string& unit,
      const std::optional<std::string>& draft_sha256 = std::nullopt);
  Result<std::shared_ptr<const ReadReport>> report(Store& store, const std::string& province,
                                                   const std::string& sha256);
  // CrossCheck::names_units of that report, remembered longer than the report itself.
  Result<bool> names_units(Store& store, const std::string& province, const std::string& sha256);
  Result<std::shared_ptr<const ProvinceHistory>> history(Store& store, const std::string& province,
                                                         const HistoryReference& reference);
  // What `read` gives, once for each document; long texts are not remembered.
  Result<std::shared_ptr<const ReadDocument>> document(
      const std::string& id, const std::function<Result<ReadDocument>()>& read);

 private:
  std::shared_ptr<const reading::Lexicon> lexicon_;
  ContentCache<indicators::IndicatorSet> sets_{64};
  ContentCache<ScoredAnswers> scores_{2048};
  ContentCache<RoundScores> round_scores_{16};
  ContentCache<ReadReport> reports_{256};
  ContentCache<bool> naming_reports_{16384};
  ContentCache<ReadDocument> documents_{64};
  ContentCache<ProvinceHistory> histories_{4};
};

}  // namespace liem::assessment
