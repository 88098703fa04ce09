// What the server counts of itself, in the text form of Prometheus. No names, no addresses.
#pragma once

#include <memory>
#include <string>

#include "http/server.h"

namespace liem::http {

class Metrics {
 public:
  Metrics();
  ~Metrics();
  Metrics(const Metrics&) = delete;
  Metrics& operator=(const Metrics&) = delete;

  void served(const Served& answer);
  void connected(int change);
  // A sign-in at the province's provider: "signed_in", or the code of the refusal.
  void openid_ended(const std::string& outcome);
  std::string text() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace liem::http
