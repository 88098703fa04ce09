// What everything that uses libcurl shares.
#pragma once

#include <curl/curl.h>

#include <csignal>
#include <ctime>

#include "base/error.h"

namespace liem::http {

// A peer that hangs up must not end the program; what is blocked here is this thread's alone.
class WithoutPipeSignal {
 public:
  WithoutPipeSignal() {
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ~WithoutPipeSignal() {
    const timespec at_once{};
    while (sigtimedwait(&pipe_, nullptr, &at_once) > 0) {
    }
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  WithoutPipeSignal(const WithoutPipeSignal&) = delete;
  WithoutPipeSignal& operator=(const WithoutPipeSignal&) = delete;

 private:
  sigset_t pipe_{}, before_{};
};

// Every option here is one that libcurl 7.85 and later knows: a refusal is our bug.
template <class T>
void set_option(CURL* handle, CURLoption option, T value) {
  LIEM_CHECK(curl_easy_setopt(handle, option, value) == CURLE_OK);
}

}  // namespace liem::http
