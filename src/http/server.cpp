// The one translation unit that sees Beast.
#include "http/server.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ip/v6_only.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <csignal>
#include <cstdio>
#include <exception>
#include <list>
#include <memory>
#include <thread>

#include "http/errors.h"
#include "http/places.h"
#include "http/wire.h"

namespace liem::http {
namespace {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using boost::system::error_code;
using net::awaitable;
using net::ip::tcp;
using Parser = bhttp::request_parser<bhttp::string_body>;

// A thread's sockets; touched by that thread only.
struct Worker {
  net::io_context context{1};
  std::list<beast::tcp_stream*> idle;  // waiting for a request
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
        password(with.password),
        library(with.library),
        reading(with.reading) {}

  Lane& lane(Cost cost) {
    LIEM_CHECK(cost != Cost::light);
    return cost == Cost::password ? password : cost == Cost::library ? library : reading;
  }

  const ServerOptions& options;
  const Application& application;
  PlacePerAccount readers;
  Lane password, library, reading;  // last: their threads end before what they use
};

Method method_of(bhttp::verb verb) {
  switch (verb) {
    case bhttp::verb::get:
      return Method::get;
    case bhttp::verb::head:
      return Method::head;
    case bhttp::verb::post:
      return Method::post;
    case bhttp::verb::put:
      return Method::put;
    case bhttp::verb::patch:
      return Method::patch;
    case bhttp::verb::delete_:
      return Method::del;
    case bhttp::verb::options:
      return Method::options;
    default:
      return Method::other;
  }
}

Head head_of(const bhttp::request_header<>& message) {
  const auto field = [&](bhttp::field name) { return std::string(message[name]); };
  Head head;
  head.method = method_of(message.method());
  if (head.method == Method::other) head.other_method = std::string(message.method_string());
  head.target = std::string(message.target());
  head.host = field(bhttp::field::host);
  head.origin = field(bhttp::field::origin);
  head.fetch_site = std::string(message["Sec-Fetch-Site"]);
  head.cookie = field(bhttp::field::cookie);
  head.content_type = field(bhttp::field::content_type);
  head.accept_encoding = field(bhttp::field::accept_encoding);
  head.if_none_match = field(bhttp::field::if_none_match);
  return head;
}

class Connection {
 public:
  Connection(Worker& worker, Shared& shared, tcp::socket socket)
      : worker_(worker), shared_(shared), stream_(std::move(socket)) {}

  awaitable<void> run() {
    bool open = true;
    while (open && !worker_.stopping) open = co_await serve_one();
    error_code ignored;
    stream_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    if (drain_) co_await drain();
  }

 private:
  // False: the connection ends here.
  awaitable<bool> serve_one() {
    Parser parser;
    parser.header_limit(static_cast<std::uint32_t>(shared_.options.head_limit));
    parser.body_limit(large_body);
    error_code failed = co_await read_head(parser);
    if (failed) {
      const auto refusal = refusal_of(failed, large_body);
      co_await end_with(refusal, Method::get);
      co_return false;
    }
    const Head head = head_of(parser.get());
    const Keep keep = parser.get().keep_alive() && !worker_.stopping ? Keep::open : Keep::close;
    auto admission = shared_.application.admit(head);
    const std::size_t limit = body_limit_of(admission);
    if (!admission.response && parser.content_length().value_or(0) > limit) {
      admission.response = shared_.application.refuse(too_large_error(limit));
    }
    if (admission.response && !parser.is_done()) {  // the body is not worth reading
      co_await end_with(admission.response, head.method);
      co_return false;
    }
    parser.body_limit(limit);
    failed = co_await read_body(parser);
    if (failed) {
      const auto refusal = refusal_of(failed, limit);
      co_await end_with(refusal, head.method);
      co_return false;
    }
    // No co_await inside larger expressions: g++ 12 destroys their temporaries twice.
    Response response;
    if (admission.response) {
      response = std::move(*admission.response);
    } else {
      response = co_await answer(head, admission, parser.get().body());
    }
    const bool sent = co_await write(response, head.method, keep);
    co_return sent&& keep == Keep::open;
  }

  static std::size_t body_limit_of(const Application::Admission& admission) {
    const bool takes_one = admission.route != nullptr && !admission.route->body_type.empty();
    return takes_one ? admission.route->body_limit : small_body;
  }

  // The last answer on this connection, if there is one worth giving.
  awaitable<void> end_with(const std::optional<Response>& refusal, Method method) {
    drain_ = true;
    if (refusal) co_await write(*refusal, method, Keep::close);
  }

  awaitable<error_code> read_head(Parser& parser) {
    error_code failed;
    stream_.expires_after(shared_.options.head_deadline);
    const auto place = worker_.idle.insert(worker_.idle.end(), &stream_);
    co_await bhttp::async_read_header(stream_, buffer_, parser,
                                      net::redirect_error(net::use_awaitable, failed));
    worker_.idle.erase(place);
    co_return failed;
  }

  awaitable<error_code> read_body(Parser& parser) {
    error_code failed;
    if (parser.is_done()) co_return failed;
    stream_.expires_after(shared_.options.body_deadline);
    if (beast::iequals(parser.get()[bhttp::field::expect], "100-continue")) {
      static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
      co_await net::async_write(stream_, net::buffer(go_on),
                                net::redirect_error(net::use_awaitable, failed));
      if (failed) co_return failed;
    }
    co_await bhttp::async_read(stream_, buffer_, parser,
                               net::redirect_error(net::use_awaitable, failed));
    co_return failed;
  }

  awaitable<Response> answer(const Head& head, const Application::Admission& admission,
                             const std::string& body) {
    if (admission.route->cost == Cost::light) {
      co_return shared_.application.answer(head, admission, body);
    }
    std::optional<Place> reader;
    if (admission.route->cost == Cost::reading) {
      reader = shared_.readers.take(admission.viewer->account);
      if (!reader) co_return refuse_for_now(errors::reading_under_way);
    }
    Lane& lane = shared_.lane(admission.route->cost);
    const std::optional<Place> place = lane.places.take();
    if (!place) co_return refuse_for_now(errors::busy);
    const auto work = [&]() -> awaitable<Response> {
      co_return shared_.application.answer(head, admission, body);
    };
    stream_.expires_never();
    Response response = co_await net::co_spawn(lane.threads, work, net::use_awaitable);
    co_return response;
  }

  Response refuse_for_now(ErrorCode code) const {
    return shared_.application.refuse(
        Error{code.kind, {std::string(code.id), {{"retry_after", "2"}}}});
  }

  awaitable<bool> write(const Response& response, Method method, Keep keep) {
    error_code failed;
    stream_.expires_after(shared_.options.write_deadline);
    const std::string head = wire_head(response, keep, std::chrono::system_clock::now());
    const auto body = method == Method::head ? std::string_view() : response.bytes();
    const std::array<net::const_buffer, 2> parts{net::buffer(head),
                                                 net::const_buffer(body.data(), body.size())};
    co_await net::async_write(stream_, parts, net::redirect_error(net::use_awaitable, failed));
    co_return !failed;
  }

  // Reads on for a moment, so that a refusal is not lost to a reset while the other side sends.
  awaitable<void> drain() {
    error_code failed;
    std::array<char, 4096> block{};
    stream_.expires_after(std::chrono::seconds(2));
    for (std::size_t got = 0; !failed && got < 2 * large_body;) {
      const std::size_t more = co_await stream_.async_read_some(
          net::buffer(block), net::redirect_error(net::use_awaitable, failed));
      got += more;
    }
  }

  // Nothing where the other side is simply gone or too slow.
  std::optional<Response> refusal_of(const error_code& failed, std::size_t body_limit) const {
    const auto refuse = [&](ErrorCode code, Args args) {
      return shared_.application.refuse(Error{code.kind, {std::string(code.id), std::move(args)}});
    };
    if (failed == bhttp::error::header_limit || failed == bhttp::error::buffer_overflow) {
      return refuse(errors::header_too_large,
                    {{"limit_kb", std::to_string(shared_.options.head_limit >> 10)}});
    }
    if (failed == bhttp::error::body_limit) {
      return shared_.application.refuse(too_large_error(body_limit));
    }
    if (failed == bhttp::error::end_of_stream || failed == bhttp::error::partial_message ||
        failed.category() != make_error_code(bhttp::error::bad_method).category()) {
      return std::nullopt;
    }
    return refuse(errors::bad_request, {{"reason", failed.message()}});
  }

  static Error too_large_error(std::size_t limit) {
    return {errors::body_too_large.kind,
            {std::string(errors::body_too_large.id), {{"limit_kb", std::to_string(limit >> 10)}}}};
  }

  Worker& worker_;
  Shared& shared_;
  beast::tcp_stream stream_;
  beast::flat_buffer buffer_{std::size_t{128} << 10};
  bool drain_ = false;
};

awaitable<void> run_connection(Worker& worker, Shared& shared, tcp::socket socket) {
  error_code ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  Connection connection(worker, shared, std::move(socket));
  co_await connection.run();
}

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
      for (auto* stream : worker.idle) stream->cancel();
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
  tcp::acceptor acceptor(workers[0]->context);
  if (auto opened = open_acceptor(acceptor, options.listen); !opened) return opened;

  net::signal_set signals(workers[0]->context, SIGINT, SIGTERM);
  signals.async_wait([&](const error_code& failed, int) {
    if (failed) return;
    stop(acceptor, workers);
    guards.clear();
  });
  net::co_spawn(workers[0]->context, accept_connections(acceptor, workers, shared), net::detached);
  ready("http://" + address_text({options.listen.host, acceptor.local_endpoint().port()}));

  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < workers.size(); ++i) {
    threads.emplace_back([&context = workers[i]->context] { context.run(); });
  }
  workers[0]->context.run();
  threads.clear();
  for (auto* lane : {&shared.password, &shared.library, &shared.reading}) lane->threads.join();
  return {};
}

}  // namespace liem::http
