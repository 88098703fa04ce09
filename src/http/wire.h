// The answer's head as bytes.
#pragma once

#include <chrono>
#include <ctime>
#include <string>
#include <string_view>

#include "http/message.h"
#include "http/server.h"

namespace liem::http {

enum class Keep { open, close };

// The phrase of a status this server answers with, as RFC 9110 gives it.
std::string_view reason_of(int status);

// The field Date, made anew each second; for one thread.
class DateField {
 public:
  const std::string& at(std::chrono::system_clock::time_point now);

 private:
  std::time_t second_ = -1;
  std::string text_;
};

std::string wire_head(const Response& response, Keep keep, std::string_view date);
std::string address_text(const ListenAddress& listen);  // "[::1]:8080"

}  // namespace liem::http
