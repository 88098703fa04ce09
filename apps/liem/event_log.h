// Lines about the running server on stderr, for the system's journal: JSON or words. No secrets, no
// names, no addresses.
#pragma once

#include <string_view>

#include "http/server.h"

namespace liem::app {

enum class LogForm { words, json };

class EventLog {
 public:
  explicit EventLog(LogForm form) : form_(form) {}
  void served(const http::Served& answer) const;
  void happened(std::string_view event, std::string_view detail) const;

 private:
  LogForm form_;
};

}  // namespace liem::app
