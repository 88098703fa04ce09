#include "http/metrics.h"

#include <gmock/gmock.h>

namespace liem::http {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Metrics, CountAnswersByRouteAndKindOfStatus) {
  Metrics metrics;
  metrics.served({Method::get, "/api/v1/rounds/{round}", 200, 512, std::chrono::milliseconds(2)});
  metrics.served({Method::get, "/api/v1/rounds/{round}", 204, 0, std::chrono::milliseconds(2)});
  metrics.served({Method::get, "/api/v1/rounds/{round}", 404, 90, std::chrono::milliseconds(2)});
  const auto text = metrics.text();
  EXPECT_THAT(text, HasSubstr("liem_http_requests_total{method=\"GET\",route=\"/api/v1/rounds/"
                              "{round}\",status=\"2xx\"} 2"));
  EXPECT_THAT(text, HasSubstr("status=\"4xx\"} 1"));
  EXPECT_THAT(text, HasSubstr("liem_http_answer_bytes_total 602"));
  EXPECT_THAT(text, HasSubstr("liem_http_request_seconds_bucket{route=\"/api/v1/rounds/{round}\","
                              "le=\"0.0025\"} 3"));
}

TEST(Metrics, KnowHowManyConnectionsAreOpen) {
  Metrics metrics;
  metrics.connected(1);
  metrics.connected(1);
  metrics.connected(-1);
  EXPECT_THAT(metrics.text(), HasSubstr("liem_http_connections 1"));
}

TEST(Metrics, KeepMadeUpMethodsFromGrowingWithoutBound) {
  Metrics metrics;
  metrics.served({Method::other, "page", 405, 10, std::chrono::microseconds(1)});
  EXPECT_THAT(metrics.text(), HasSubstr("method=\"other\""));
}

}  // namespace
}  // namespace liem::http
