// What the threads that serve sockets share. One io_context per thread.
#pragma once

#include <algorithm>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <list>
#include <optional>

#include "http/places.h"
#include "http/server.h"
#include "http/wire.h"

namespace liem::http {

namespace net = boost::asio;

// A thread's sockets; touched by that thread only.
struct Worker {
  net::io_context context{1};
  std::list<net::ip::tcp::socket*> idle;       // waiting for a request
  std::list<net::steady_timer*> event_pauses;  // of streams with nothing to tell
  DateField date;
  bool stopping = false;
};

// The threads for one Cost.
struct Lane {
  explicit Lane(const ServerOptions::Lane& options)
      : threads(std::max(1U, options.threads)), places(options.places) {}
  net::thread_pool threads;
  Places places;
};

struct Shared {
  Shared(const ServerOptions& with, const Application& what)
      : options(with),
        application(what),
        files_of(with.files_per_account),
        streams(with.streams),
        streams_of(with.streams_per_account),
        connections(with.connections),
        connections_of(with.connections_per_address),
        password(with.password),
        library(with.library),
        reading(with.reading),
        files(with.files),
        outside(with.outside) {}

  Lane& lane(Cost cost) {
    LIEM_CHECK(cost != Cost::light);
    if (cost == Cost::password) return password;
    if (cost == Cost::library) return library;
    if (cost == Cost::outside) return outside;
    return cost == Cost::reading ? reading : files;
  }

  const ServerOptions& options;
  const Application& application;
  std::optional<net::ssl::context> tls;  // set where connections are encrypted
  PlacesPerAccount readers{1};
  PlacesPerAccount files_of;
  Places streams;
  PlacesPerAccount streams_of;
  Places connections;
  PlacesPerAccount connections_of;  // by address
  // Last: their threads end before what they use.
  Lane password, library, reading, files, outside;
};

// Serves what comes over a socket until either side ends it.
net::awaitable<void> run_connection(Worker& worker, Shared& shared, net::ip::tcp::socket socket);

}  // namespace liem::http
