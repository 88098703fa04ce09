// Listening, accepting and stopping; what happens on a connection is in connection.cpp.
#include "http/server.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <memory>
#include <thread>

#include "http/errors.h"
#include "http/serving.h"
#include "http/tls.h"
#include "http/wire.h"

namespace liem::http {
namespace {

using boost::system::error_code;
using net::awaitable;
using net::ip::tcp;

// A connection that throws (out of memory, most likely) ends; the others go on.
void report_broken(std::exception_ptr thrown) {
  if (!thrown) return;
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& broken) {
    std::fprintf(stderr, "liem: connection dropped: %s\n", broken.what());
  }
}

awaitable<void> accept_connections(tcp::acceptor& acceptor,
                                   std::vector<std::unique_ptr<Worker>>& workers, Shared& shared) {
  for (std::size_t next = 0; acceptor.is_open(); ++next) {
    Worker& worker = *workers[next % workers.size()];
    tcp::socket socket(worker.context);
    error_code failed;
    co_await acceptor.async_accept(socket, net::redirect_error(net::use_awaitable, failed));
    if (!acceptor.is_open()) co_return;
    if (failed) {  // out of file descriptors, most likely: wait until some are free again
      const auto executor = co_await net::this_coro::executor;
      net::steady_timer pause(executor, std::chrono::milliseconds(50));
      co_await pause.async_wait(net::redirect_error(net::use_awaitable, failed));
      continue;
    }
    net::co_spawn(worker.context, run_connection(worker, shared, std::move(socket)),
                  &report_broken);
  }
}

Result<void> open_acceptor(tcp::acceptor& acceptor, const ListenAddress& listen) {
  error_code failed;
  const tcp::endpoint endpoint(net::ip::make_address(listen.host), listen.port);
  acceptor.open(endpoint.protocol(), failed);
  if (!failed) acceptor.set_option(net::socket_base::reuse_address(true), failed);
  if (!failed && listen.host == "::") acceptor.set_option(net::ip::v6_only(false), failed);
  if (!failed) acceptor.bind(endpoint, failed);
  if (!failed) acceptor.listen(net::socket_base::max_listen_connections, failed);
  if (!failed) return {};
  return fail(errors::cannot_listen,
              {{"listen", address_text(listen)}, {"reason", failed.message()}});
}

void stop(tcp::acceptor& acceptor, std::vector<std::unique_ptr<Worker>>& workers) {
  error_code ignored;
  acceptor.close(ignored);
  for (auto& worker : workers) {
    net::post(worker->context, [&worker = *worker] {
      worker.stopping = true;
      for (auto* socket : worker.idle) socket->cancel();
      for (auto* pause : worker.event_pauses) pause->cancel();
    });
  }
}

}  // namespace

Result<void> serve(const ServerOptions& options, const Application& application,
                   const std::function<void(const std::string& address)>& ready) {
  std::vector<std::unique_ptr<Worker>> workers;
  std::vector<net::executor_work_guard<net::io_context::executor_type>> guards;
  for (unsigned i = 0; i < std::max(1U, options.threads); ++i) {
    workers.push_back(std::make_unique<Worker>());
    guards.push_back(net::make_work_guard(workers.back()->context));
  }
  Shared shared(options, application);
  if (!options.tls.certificate.empty()) {
    auto tls = tls_context(options.tls);
    if (!tls) return std::unexpected(tls.error());
    shared.tls = std::move(*tls);
  }
  tcp::acceptor acceptor(workers[0]->context);
  if (auto opened = open_acceptor(acceptor, options.listen); !opened) return opened;

  net::signal_set signals(workers[0]->context, SIGINT, SIGTERM);
  signals.async_wait([&](const error_code& failed, int) {
    if (failed) return;
    stop(acceptor, workers);
    guards.clear();
  });
  net::co_spawn(workers[0]->context, accept_connections(acceptor, workers, shared), net::detached);
  ready((shared.tls ? "https://" : "http://") +
        address_text({options.listen.host, acceptor.local_endpoint().port()}));

  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < workers.size(); ++i) {
    threads.emplace_back([&context = workers[i]->context] { context.run(); });
  }
  workers[0]->context.run();
  threads.clear();
  for (auto* lane : {&shared.password, &shared.library, &shared.reading, &shared.files}) {
    lane->threads.join();
  }
  return {};
}

}  // namespace liem::http
