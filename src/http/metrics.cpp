#include "http/metrics.h"

#include <fmt/format.h>
#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include <map>
#include <mutex>
#include <tuple>

namespace liem::http {
namespace {

// Seconds: most answers take under a millisecond, a reading of a long text some seconds.
const prometheus::Histogram::BucketBoundaries durations{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                        0.05,   0.1,   0.25,   1,     5,    30};

}  // namespace

struct Metrics::Parts {
  prometheus::Registry registry;
  prometheus::Family<prometheus::Counter>& requests =
      prometheus::BuildCounter()
          .Name("liem_http_requests_total")
          .Help("Answers given, by method, route and kind of status")
          .Register(registry);
  prometheus::Family<prometheus::Histogram>& took =
      prometheus::BuildHistogram()
          .Name("liem_http_request_seconds")
          .Help("Time from a request's head to its answer, by route")
          .Register(registry);
  prometheus::Counter& bytes = prometheus::BuildCounter()
                                   .Name("liem_http_answer_bytes_total")
                                   .Help("Bytes of answers, without heads and events")
                                   .Register(registry)
                                   .Add({});
  prometheus::Gauge& connections = prometheus::BuildGauge()
                                       .Name("liem_http_connections")
                                       .Help("Connections that are open")
                                       .Register(registry)
                                       .Add({});
  prometheus::Family<prometheus::Counter>& openid =
      prometheus::BuildCounter()
          .Name("liem_openid_sign_ins_total")
          .Help("Sign-ins at the province's provider, by how they ended")
          .Register(registry);

  // What counts answers of one kind; looked up by its labels once only.
  struct Counted {
    prometheus::Counter* requests;
    prometheus::Histogram* took;
  };
  const Counted& of(const Served& answer);

 private:
  using Kind = std::tuple<Method, int, std::string>;  // status by hundreds, route
  using KindView = std::tuple<Method, int, std::string_view>;
  std::mutex mutex_;
  std::map<Kind, Counted, std::less<>> counted_;
};

const Metrics::Parts::Counted& Metrics::Parts::of(const Served& answer) {
  const int hundreds = answer.status / 100;
  const std::lock_guard lock(mutex_);
  const auto found = counted_.find(KindView(answer.method, hundreds, answer.route));
  if (found != counted_.end()) return found->second;
  const std::string route(answer.route);
  const std::string method(answer.method == Method::other ? "other" : name_of(answer.method));
  const Counted made{
      &requests.Add(
          {{"method", method}, {"route", route}, {"status", fmt::format("{}xx", hundreds)}}),
      &took.Add({{"route", route}}, durations)};
  return counted_.emplace(Kind(answer.method, hundreds, route), made).first->second;
}

Metrics::Metrics() : parts_(std::make_unique<Parts>()) {}
Metrics::~Metrics() = default;

void Metrics::served(const Served& answer) {
  const auto& counted = parts_->of(answer);
  counted.requests->Increment();
  counted.took->Observe(std::chrono::duration<double>(answer.took).count());
  parts_->bytes.Increment(static_cast<double>(answer.bytes));
}

void Metrics::connected(int change) { parts_->connections.Increment(change); }

void Metrics::openid_ended(const std::string& outcome) {
  parts_->openid.Add({{"outcome", outcome}}).Increment();
}

std::string Metrics::text() const {
  return prometheus::TextSerializer().Serialize(parts_->registry.Collect());
}

}  // namespace liem::http
