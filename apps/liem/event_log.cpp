#include "liem/event_log.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <cstdio>

namespace liem::app {
namespace {

namespace json = boost::json;

std::string now() {
  const auto time = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  const auto part = time.time_since_epoch() % std::chrono::seconds(1);
  return fmt::format("{:%Y-%m-%dT%H:%M:%S}.{:03}Z",
                     fmt::gmtime(std::chrono::system_clock::to_time_t(time)), part.count());
}

// One write a line, so that lines of many threads do not mix.
void put(std::string line) {
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace

void EventLog::served(const http::Served& answer) const {
  const std::string_view method =
      answer.method == http::Method::other ? "other" : http::name_of(answer.method);
  if (form_ == LogForm::words) {
    return put(fmt::format("liem: {} {} {} {} {:.3f} ms", method, answer.route, answer.status,
                           answer.bytes, static_cast<double>(answer.took.count()) / 1000));
  }
  put(json::serialize(json::object{{"at", now()},
                                   {"event", "served"},
                                   {"method", method},
                                   {"route", answer.route},
                                   {"status", answer.status},
                                   {"bytes", answer.bytes},
                                   {"microseconds", answer.took.count()}}));
}

void EventLog::happened(std::string_view event, std::string_view detail) const {
  if (form_ == LogForm::words) return put(fmt::format("liem: {}: {}", event, detail));
  put(json::serialize(json::object{{"at", now()}, {"event", event}, {"detail", detail}}));
}

}  // namespace liem::app
