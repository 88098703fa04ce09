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
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
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
#include "http/event_pause.h"
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
using HeadParser = bhttp::request_parser<bhttp::empty_body>;
using Parser = bhttp::request_parser<bhttp::string_body>;
using PieceParser = bhttp::request_parser<bhttp::buffer_body>;
using Clock = std::chrono::steady_clock;

// A thread's sockets; touched by that thread only.
struct Worker {
  net::io_context context{1};
  std::list<beast::tcp_stream*> idle;          // waiting for a request
  std::list<net::steady_timer*> event_pauses;  // of streams with nothing to tell
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
        password(with.password),
        library(with.library),
        reading(with.reading),
        files(with.files) {}

  Lane& lane(Cost cost) {
    LIEM_CHECK(cost != Cost::light);
    if (cost == Cost::password) return password;
    if (cost == Cost::library) return library;
    return cost == Cost::reading ? reading : files;
  }

  const ServerOptions& options;
  const Application& application;
  PlacesPerAccount readers{1};
  PlacesPerAccount files_of;
  Places streams;
  PlacesPerAccount streams_of;
  Lane password, library, reading, files;  // last: their threads end before what they use
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
  head.range = field(bhttp::field::range);
  head.if_range = field(bhttp::field::if_range);
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
  // What came in, once it is there as a whole.
  struct Incoming {
    std::string body;
    std::unique_ptr<BodySink> sink;
    std::optional<Response> refusal;
    bool broken = false;  // nothing more can be read from this connection
  };

  // False: the connection ends here.
  awaitable<bool> serve_one() {
    HeadParser parser;
    parser.header_limit(static_cast<std::uint32_t>(shared_.options.head_limit));
    parser.body_limit(boost::none);  // judged below, by the route
    const error_code failed = co_await read_head(parser);
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
    Incoming incoming = co_await take_in(parser, head, admission, limit);
    if (incoming.refusal || incoming.broken) {
      co_await end_with(incoming.refusal, head.method);
      co_return false;
    }
    // No co_await inside larger expressions: g++ 12 destroys their temporaries twice.
    Response response;
    if (admission.response) {
      response = std::move(*admission.response);
    } else {
      response = co_await answer(head, admission, incoming);
    }
    if (response.events && head.method != Method::head) {
      co_await tell_events(response, *admission.viewer);
      co_return false;
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

  awaitable<error_code> read_head(HeadParser& parser) {
    error_code failed;
    stream_.expires_after(shared_.options.head_deadline);
    const auto place = worker_.idle.insert(worker_.idle.end(), &stream_);
    co_await bhttp::async_read_header(stream_, buffer_, parser,
                                      net::redirect_error(net::use_awaitable, failed));
    worker_.idle.erase(place);
    co_return failed;
  }

  awaitable<Incoming> take_in(HeadParser& head_parser, const Head& head,
                              const Application::Admission& admission, std::size_t limit) {
    Incoming incoming;
    const bool in_pieces = !admission.response && admission.route->sink;
    std::optional<Place> place;
    if (in_pieces) {
      place = shared_.files_of.take(admission.viewer->account);
      if (!place) {
        incoming.refusal = refuse_for_now(errors::too_many_files);
        co_return incoming;
      }
      auto sink = shared_.application.open_sink(head, admission);
      if (!sink) {
        incoming.refusal = shared_.application.refuse(sink.error());
        co_return incoming;
      }
      incoming.sink = std::move(*sink);
    }
    if (head_parser.is_done()) co_return incoming;
    if (beast::iequals(head_parser.get()[bhttp::field::expect], "100-continue")) {
      error_code failed;
      static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
      stream_.expires_after(shared_.options.body_deadline);
      co_await net::async_write(stream_, net::buffer(go_on),
                                net::redirect_error(net::use_awaitable, failed));
      incoming.broken = bool(failed);
      if (failed) co_return incoming;
    }
    if (in_pieces) {
      co_await read_pieces(head_parser, limit, incoming);
    } else {
      co_await read_body(head_parser, limit, incoming);
    }
    co_return incoming;
  }

  awaitable<void> read_body(HeadParser& head_parser, std::size_t limit, Incoming& incoming) {
    Parser parser(std::move(head_parser));
    parser.body_limit(limit);
    error_code failed;
    stream_.expires_after(shared_.options.body_deadline);
    co_await bhttp::async_read(stream_, buffer_, parser,
                               net::redirect_error(net::use_awaitable, failed));
    incoming.body = std::move(parser.get().body());
    incoming.broken = bool(failed);
    if (failed) incoming.refusal = refusal_of(failed, limit);
  }

  awaitable<void> read_pieces(HeadParser& head_parser, std::size_t limit, Incoming& incoming) {
    PieceParser parser(std::move(head_parser));
    parser.body_limit(limit);
    std::vector<char> block(std::size_t{64} << 10);
    const auto deadline = Clock::now() + shared_.options.upload_deadline;
    while (!parser.is_done() && !incoming.broken) {
      auto& body = parser.get().body();
      body.data = block.data();
      body.size = block.size();
      error_code failed;
      stream_.expires_at(std::min(deadline, Clock::now() + shared_.options.body_deadline));
      co_await bhttp::async_read(stream_, buffer_, parser,
                                 net::redirect_error(net::use_awaitable, failed));
      if (failed == bhttp::error::need_buffer) failed = {};
      Result<void> taken;
      if (!failed) taken = incoming.sink->write({block.data(), block.size() - body.size});
      if (failed) incoming.refusal = refusal_of(failed, limit);
      if (!taken) incoming.refusal = shared_.application.refuse(taken.error());
      incoming.broken = failed || !taken;
    }
  }

  awaitable<Response> answer(const Head& head, const Application::Admission& admission,
                             const Incoming& incoming) {
    const Cost cost = admission.route->cost;
    if (cost == Cost::light) {
      co_return shared_.application.answer(head, admission, incoming.body, incoming.sink.get());
    }
    std::optional<Place> of_account;
    if (cost == Cost::reading || cost == Cost::files) {
      auto& places = cost == Cost::reading ? shared_.readers : shared_.files_of;
      of_account = places.take(admission.viewer->account);
      if (!of_account) {
        co_return refuse_for_now(cost == Cost::reading ? errors::reading_under_way
                                                       : errors::too_many_files);
      }
    }
    Lane& lane = shared_.lane(cost);
    const std::optional<Place> place = lane.places.take();
    if (!place) co_return refuse_for_now(errors::busy);
    const auto work = [&]() -> awaitable<Response> {
      co_return shared_.application.answer(head, admission, incoming.body, incoming.sink.get());
    };
    stream_.expires_never();
    Response response = co_await net::co_spawn(lane.threads, work, net::use_awaitable);
    co_return response;
  }

  Response refuse_for_now(ErrorCode code) const {
    return shared_.application.refuse(
        Error{code.kind, {std::string(code.id), {{"retry_after", "2"}}}});
  }

  awaitable<bool> send(std::string_view bytes) {
    error_code failed;
    stream_.expires_after(shared_.options.write_deadline);
    co_await net::async_write(stream_, net::const_buffer(bytes.data(), bytes.size()),
                              net::redirect_error(net::use_awaitable, failed));
    co_return !failed;
  }

  awaitable<bool> write(const Response& response, Method method, Keep keep) {
    error_code failed;
    stream_.expires_after(shared_.options.write_deadline);
    const std::string head = wire_head(response, keep, std::chrono::system_clock::now());
    const auto body = method == Method::head ? std::string_view() : response.bytes();
    const std::array<net::const_buffer, 2> parts{net::buffer(head),
                                                 net::const_buffer(body.data(), body.size())};
    co_await net::async_write(stream_, parts, net::redirect_error(net::use_awaitable, failed));
    if (failed || !response.file.file || method == Method::head) co_return !failed;
    co_return co_await send_file(response.file);
  }

  awaitable<bool> send_file(const FilePart& part) {
    std::vector<char> block(std::size_t{128} << 10);
    for (std::uint64_t sent = 0; sent < part.size;) {
      const auto wanted = std::min<std::uint64_t>(block.size(), part.size - sent);
      const std::size_t got = part.file->read(part.offset + sent, {block.data(), wanted});
      if (got == 0) co_return false;  // the promised length cannot be kept: cut the connection
      const bool written = co_await send({block.data(), got});
      if (!written) co_return false;
      sent += got;
    }
    co_return true;
  }

  awaitable<void> tell_events(const Response& response, const assessment::Viewer& viewer) {
    const auto of_account = shared_.streams_of.take(viewer.account);
    const auto place = shared_.streams.take();
    if (!of_account || !place) {
      const Response refusal = refuse_for_now(of_account ? errors::busy : errors::too_many_streams);
      co_await write(refusal, Method::get, Keep::close);
      co_return;
    }
    const auto executor = co_await net::this_coro::executor;
    net::steady_timer pause(executor);
    const auto waker = std::make_shared<Waker>();
    const Awake awake(waker, pause);
    watch_for_end(waker);
    response.events->on_change([executor, waker] { net::post(executor, [waker] { (*waker)(); }); });
    const bool opened = co_await write(response, Method::get, Keep::close);
    if (opened) co_await tell_until_end(*response.events, pause, *waker);
    response.events->on_change({});
    error_code ignored;
    stream_.socket().cancel(ignored);
  }

  // Only the newest is asked for, and only once what went before is sent: a slow reader holds no
  // memory.
  awaitable<void> tell_until_end(EventSource& events, net::steady_timer& pause,
                                 const Waker& waker) {
    static constexpr std::string_view beat = ": still here\n\n";
    const auto end = Clock::now() + shared_.options.stream_life;
    while (!worker_.stopping && !waker.gone && Clock::now() < end) {
      const EventSource::Next next = events.next();
      if (!next.text.empty()) {
        const bool sent = co_await send(next.text);
        if (!sent || next.last) co_return;
        continue;
      }
      if (next.last) co_return;
      error_code woken;
      {
        const Listed listed(worker_.event_pauses, pause);
        pause.expires_after(shared_.options.heartbeat);
        co_await pause.async_wait(net::redirect_error(net::use_awaitable, woken));
      }
      if (woken) continue;
      const bool sent = co_await send(beat);
      if (!sent) co_return;
    }
  }

  // A reader that goes away says nothing but that there is nothing more to read from it.
  void watch_for_end(const std::shared_ptr<Waker>& waker) {
    stream_.socket().async_wait(tcp::socket::wait_read, [this, waker](const error_code& failed) {
      if (waker->pause == nullptr) return;  // the stream is over, and this with it
      error_code none_left;
      if (!failed && stream_.socket().available(none_left) > 0) return;  // a request too early
      waker->gone = true;
      (*waker)();
    });
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
  for (auto* lane : {&shared.password, &shared.library, &shared.reading, &shared.files}) {
    lane->threads.join();
  }
  return {};
}

}  // namespace liem::http
