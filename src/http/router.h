// Which handler answers a method and path. Patterns are literal segments and {name} parameters.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/access.h"
#include "base/error.h"
#include "http/message.h"
#include "http/path.h"
#include "ledger/entry.h"

namespace liem::http {

using Parameters = std::map<std::string, std::string, std::less<>>;

// Who asks, and where the log ended when that was looked up: what is read from then on is no older.
struct Asker {
  assessment::Viewer viewer;
  std::optional<ledger::Head> log_end{};
};

struct Call {
  const Head& head;
  const Parameters& parameters;
  const std::optional<assessment::Viewer>& viewer;  // set unless Route::access is open
  std::string_view body;
  BodySink* sink = nullptr;               // holds the body, of a route that has one
  const ledger::Head* log_end = nullptr;  // Asker::log_end, where it is known
};

// Who is let in. Tokens of programs are taken for signed_in alone, so that none can make another or
// change a password; who must change a password first can do nothing but what takes password_due.
// Who acts for another is let in by signed_in alone, and may ask what he is taken for.
enum class Access { open, signed_in, person, password_due };
// What an answer takes. Only light ones run on the threads that serve sockets; the others have
// threads of their own, apart by kind, so that none of them can hold up another.
enum class Cost {
  light,
  password,  // hashes one, which is slow on purpose
  library,   // reads or scores what is stored, where nobody has asked for it before
  reading,   // reads the text in the body: as long as its sender likes; one at a time per account
  files,     // waits for a disk or a worker process: keeps a file, draws a page
  outside,   // waits for another server
};

struct Route {
  Method method;
  std::string pattern;  // "/api/v1/rounds/{round}/units"
  Access access;
  Cost cost;
  std::string body_type;   // media type the body must have; empty: no body is read
  std::size_t body_limit;  // bytes
  std::function<Result<Response>(const Call&)> handler;
  // Where the body is taken in pieces: opened before the first byte of it is read.
  std::function<Result<std::unique_ptr<BodySink>>(const Call&)> sink{};
  bool rehearses = false;  // a write that can be tried with ?dry_run=true (http/writing.h)
  // Asked first, on the thread that serves the socket: the answer where it is there already.
  std::function<std::optional<Response>(const Call&)> at_once{};
};

class Router {
 public:
  void add(Route route);

  struct Match {
    const Route* route;
    Parameters parameters;
  };
  // HEAD finds the GET route. errors::unknown_path, or errors::wrong_method with "allow".
  Result<Match> match(const Head& head, const Path& path) const;

 private:
  struct Entry {
    Route route;
    std::vector<std::string> segments;
  };
  std::vector<Entry> entries_;
};

}  // namespace liem::http
