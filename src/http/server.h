// The sockets: HTTP/1.1 over Asio, one io_context per thread, deadlines and limits on everything.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "http/application.h"

namespace liem::http {

struct ListenAddress {
  std::string host;        // numeric IPv4 or IPv6
  std::uint16_t port = 0;  // 0: any free one
};

// "127.0.0.1:8080", "[::1]:8080", "localhost:8080", ":8080" (every address); errors::bad_listen.
Result<ListenAddress> parse_listen(std::string_view text);

// The certificate chain and its key, in PEM; both empty: connections are not encrypted.
struct TlsFiles {
  std::string certificate, key;
};

// A request once its answer is known. Without names, addresses and what stands in the address.
struct Served {
  Method method;
  std::string_view route;  // "/api/v1/rounds/{round}"; "page" for the page's own files
  int status;
  std::uint64_t bytes;
  std::chrono::microseconds took;
};

struct ServerOptions {
  ListenAddress listen;
  unsigned threads = 1;
  std::chrono::seconds head_deadline{15};   // from the first wait for a request to its whole head
  std::chrono::seconds body_deadline{60};   // whole body
  std::chrono::seconds write_deadline{60};  // whole answer
  std::size_t head_limit = 16 << 10;        // bytes

  // Threads for one Cost, and how many requests may be there, running or waiting; the next is
  // refused with errors::busy.
  struct Lane {
    unsigned threads = 1;
    unsigned places = 32;
  };
  Lane password;
  Lane library{1, 1024};  // waiting ones hold no body
  Lane reading;
  Lane files{2, 64};
  Lane outside{4, 32};
  unsigned files_per_account = 8;  // sent or looked at, at the same time

  // Bodies taken in pieces: each piece within body_deadline, the whole within this.
  std::chrono::seconds upload_deadline{15 * 60};

  unsigned connections = 10'000;
  unsigned connections_per_address = 256;  // proxies that are trusted not counted
  TlsFiles tls;
  std::vector<std::string> trusted_proxies;  // addresses or networks: "10.0.0.0/8"

  std::function<void(const Served&)> served;  // of every answer; from many threads
  std::function<void(int change)> connected;  // +1 and -1

  // Streams of events hold a connection each, and no thread.
  unsigned streams = 512;
  unsigned streams_per_account = 8;
  std::chrono::seconds heartbeat{15};         // a comment line where nothing happens
  std::chrono::seconds stream_life{30 * 60};  // then the reader asks anew, and is let in anew
};

// Serves until SIGTERM or SIGINT, then finishes what is being answered and returns.
// `ready` is told the address ("http://127.0.0.1:8080") once connections are accepted.
// errors::cannot_listen where the port is taken or not allowed.
Result<void> serve(const ServerOptions& options, const Application& application,
                   const std::function<void(const std::string& address)>& ready);

}  // namespace liem::http
