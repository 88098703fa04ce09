// Everything between a parsed request and its answer; knows no sockets, so tests call it directly.
#pragma once

#include <functional>
#include <string>

#include "base/messages.h"
#include "http/router.h"
#include "http/site.h"

namespace liem::http {

inline constexpr std::size_t small_body = std::size_t{64} << 10;  // bytes: forms
inline constexpr std::size_t large_body = std::size_t{16} << 20;  // bytes: texts to read

// Who asks, by the session's cookie or a program's token; an error of the kind unauthenticated
// where nobody.
using Authenticate = std::function<Result<Asker>(const Head&)>;

// Told of who was refused what by right.
using Refused = std::function<void(const assessment::Viewer&, const Head&, const Error&)>;

class Application {
 public:
  Application(Router router, Site site, Authenticate authenticate, const Catalogue& catalogue,
              Refused refused = {})
      : router_(std::move(router)),
        site_(std::move(site)),
        authenticate_(std::move(authenticate)),
        catalogue_(catalogue),
        refused_(std::move(refused)) {}

  // Decided on the head alone, before a body is read: the answer, or else the route that gives it.
  // A refusal names the route too, for whoever counts them.
  struct Admission {
    std::optional<Response> response;
    const Route* route = nullptr;
    Parameters parameters;
    std::optional<assessment::Viewer> viewer;
    std::optional<ledger::Head> log_end;
  };
  Admission admit(const Head& head) const;
  // For a route that takes its body in pieces; the sink goes to answer() once it has the whole.
  Result<std::unique_ptr<BodySink>> open_sink(const Head& head, const Admission& admission) const;
  // The answer where it is there already: no more than some look-ups.
  std::optional<Response> answer_at_once(const Head& head, const Admission& admission) const;
  Response answer(const Head& head, const Admission& admission, std::string_view body,
                  BodySink* sink = nullptr) const;
  Response refuse(const Error& error, const Client& client = {}) const;

 private:
  Result<void> find(const Head& head, Admission& admission) const;
  static Call call_of(const Head& head, const Admission& admission, std::string_view body = {},
                      BodySink* sink = nullptr);
  void tell(const Head& head, const Admission& admission, const Error& error) const;

  Router router_;
  Site site_;
  Authenticate authenticate_;
  const Catalogue& catalogue_;
  Refused refused_;
};

}  // namespace liem::http
