// How the plan of a round is kept; part of the Store.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "ledger/entry.h"

namespace liem::assessment {

// Somebody of the unit who sees to a criterion of its file.
struct Assignment {
  std::string unit, criterion, account;
  auto operator<=>(const Assignment&) const = default;
};

enum class TaskState { open, done, dropped };
std::string_view name_of(TaskState state);
std::optional<TaskState> task_state_of(std::string_view name);

// A document that is to be issued.
struct RoundTask {
  std::string id;  // within the round
  std::string title;
  std::optional<Date> due{};
  std::string unit{};  // that sees to it; empty: not said
  TaskState state = TaskState::open;
  std::string document{};  // number and date of what was issued
  std::string reason{};    // why it was dropped
  bool operator==(const RoundTask&) const = default;
};

class PlanStore {
 public:
  virtual ~PlanStore() = default;

  // Once, in the transaction that adds the round.
  virtual Result<void> set_copied_from(const std::string& province, const std::string& round,
                                       const std::string& copied_from) = 0;
  virtual Result<std::optional<std::string>> copied_from(const std::string& province,
                                                         const std::string& round) = 0;

  // In the order of unit, criterion and account; of one unit where it is named.
  virtual Result<std::vector<Assignment>> assignments(const std::string& province,
                                                      const std::string& round,
                                                      const std::optional<std::string>& unit) = 0;
  // In the place of all that the unit had; each names the unit.
  virtual Result<void> assign(const std::string& province, const std::string& round,
                              const std::string& unit, const std::vector<Assignment>& all,
                              const std::optional<ledger::Act>& logged) = 0;

  virtual Result<std::vector<RoundTask>> tasks(const std::string& province,
                                               const std::string& round) = 0;  // as first put
  // Added, or in the place of the one with its id.
  virtual Result<void> put_task(const std::string& province, const std::string& round,
                                const RoundTask& task,
                                const std::optional<ledger::Act>& logged) = 0;
};

}  // namespace liem::assessment
