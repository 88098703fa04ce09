// How a round's work is kept; part of the Store. Acts, verdicts and versions are only ever added.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "assessment/round.h"
#include "assessment/work.h"
#include "base/error.h"
#include "ledger/entry.h"

namespace liem::assessment {

// A unit's answers as they are being written, by a name of their own until they are handed in.
struct Draft {
  std::string sha256;  // of the answers
  std::string answers;
  std::chrono::sys_seconds saved{};
  std::optional<std::string> report_sha256{};  // a content; nothing: what was handed in stays
  bool operator==(const Draft&) const = default;
};

class WorkStore {
 public:
  virtual ~WorkStore() = default;

  // In the order they were done; of one unit with the round's own where `unit` is named.
  virtual Result<std::vector<WorkAct>> acts(const std::string& province, const std::string& round,
                                            const std::optional<std::string>& unit) = 0;
  // Its place among the round's acts, from 1.
  virtual Result<std::int64_t> add_act(const std::string& province, const std::string& round,
                                       const WorkAct& act, const ledger::Act& logged) = 0;

  virtual Result<std::vector<StepDue>> deadlines(const std::string& province,
                                                 const std::string& round) = 0;
  virtual Result<void> set_deadline(const std::string& province, const std::string& round,
                                    const StepDue& due, const ledger::Act& logged) = 0;

  virtual Result<std::optional<Draft>> draft(const std::string& province, const std::string& round,
                                             const std::string& unit) = 0;
  // In the place of the one before.
  virtual Result<void> save_draft(const std::string& province, const std::string& round,
                                  const std::string& unit, const Draft& draft,
                                  const ledger::Act& logged) = 0;

  // Bytes by their hash, where they are not there already.
  virtual Result<void> put_content(const std::string& province, const Content& content) = 0;
  // Another row of the unit's annex, with its file; its place, from 1.
  virtual Result<int> attach(const std::string& province, const std::string& round,
                             const std::string& unit, const Evidence& evidence, const Content& file,
                             const ledger::Act& logged) = 0;

  // The version becomes what the unit handed in (Submission), and is kept for good. `answers`: the
  // content its hash names. `quotes`: where what it takes from the report stands.
  virtual Result<void> add_version(const std::string& province, const std::string& round,
                                   const FileVersion& version, const Content& answers,
                                   const std::vector<Quote>& quotes) = 0;
  virtual Result<std::vector<FileVersion>> versions(const std::string& province,
                                                    const std::string& round,
                                                    const std::string& unit) = 0;  // first to last

  virtual Result<void> add_verdict(const std::string& province, const std::string& round,
                                   const JudgedEvidence& verdict, const ledger::Act& logged) = 0;
  // Those that hold; of one unit where it is named.
  virtual Result<std::vector<JudgedEvidence>> verdicts(const std::string& province,
                                                       const std::string& round,
                                                       const std::optional<std::string>& unit) = 0;
};

}  // namespace liem::assessment
