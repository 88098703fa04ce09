#include "storage/database.h"

#include <chrono>
#include <thread>

#include "storage/errors.h"

namespace liem::storage {
namespace {

constexpr int most_runs = 10;  // of one transaction

bool is(const Error& error, const ErrorCode& code) { return error.message.id == code.id; }

// A key written at the same time is seen by the next run; where many write, the next loses as well.
bool worth_another(const Error& error) {
  return is(error, errors::overtaken) || is(error, errors::duplicate);
}

// Longer each time, so that those in each other's way get out of step: 1 to 256 ms.
void pause_after(int run) {
  std::this_thread::sleep_for(std::chrono::milliseconds(1LL << std::min(run - 1, 8)));
}

}  // namespace

Result<void> Database::run(std::string_view sql, const std::vector<Value>& values) {
  if (!inside_) return in_transaction([&] { return run(sql, values); });
  return noted(execute(sql, values, [](const Row&) {}));
}

Result<void> Database::run_script(const std::string& sql) {
  LIEM_CHECK(inside_);
  return noted(execute_script(sql));
}

Result<void> Database::visit(std::string_view sql, const std::vector<Value>& values,
                             const Visit& visit) {
  return noted(execute(sql, values, visit));
}

// A statement that failed fails its transaction, whatever the body makes of it.
Result<void> Database::noted(Result<void> done) {
  if (!done && inside_ && !doomed_) doomed_ = done.error();
  return done;
}

Result<void> Database::in_transaction(const Body& body) {
  return inside_ ? noted(body()) : in_turns(body, Ending::kept);
}

Result<void> Database::rehearse(const Body& body) {
  LIEM_CHECK(!inside_);  // the outer transaction would keep it
  return in_turns(body, Ending::undone);
}

Result<void> Database::in_turns(const Body& body, Ending ending) {
  for (int run = 1;; ++run) {
    auto done = within(begin(), body, ending);
    if (done || !worth_another(done.error()) || run == most_runs) return done;
    pause_after(run);
  }
}

Result<void> Database::in_snapshot(const Body& body) {
  LIEM_CHECK(!inside_);
  return within(begin_snapshot(), body, Ending::undone);
}

Result<void> Database::within(Result<void> begun, const Body& body, Ending ending) {
  if (!begun) {
    rollback();
    return begun;
  }
  struct Inside {  // ends it also where the body throws
    explicit Inside(Database& database) : db(database) {
      db.inside_ = true;
      db.doomed_.reset();
    }
    ~Inside() {
      db.inside_ = false;
      if (!kept) db.rollback();
    }
    Database& db;
    bool kept = false;
  } transaction(*this);
  auto done = body();
  // What the engine gave up must be seen as that, also where the body says it in its own words.
  if (doomed_ && (done || worth_another(*doomed_))) return std::unexpected(*doomed_);
  if (!done || ending == Ending::undone) return done;
  auto kept = commit();
  transaction.kept = kept.has_value();
  return kept;
}

}  // namespace liem::storage
