// SQLite and PostgreSQL behind the same few calls, as the bench needs them.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace liem::bench {

// A row of whole numbers; what is absent comes as 0.
using Row = std::vector<std::int64_t>;

class Engine {
 public:
  virtual ~Engine() = default;
  virtual std::string name() const = 0;
  virtual void run(const std::string& sql) = 0;  // stops the program with the engine's words
  virtual void insert(const std::string& table, const std::vector<Row>& rows) = 0;
  virtual std::vector<Row> rows(const std::string& sql) = 0;
  // Processor time its one thread has used so far: what else runs on the machine does not count.
  virtual double seconds() const = 0;
};

double own_seconds();                                     // of this process
std::unique_ptr<Engine> sqlite(const std::string& path);  // ":memory:" for none
std::unique_ptr<Engine> postgresql(const std::string& connection);

}  // namespace liem::bench
