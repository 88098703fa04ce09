// One connection from its first byte to its last; the one translation unit that sees Beast.
#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/ssl/ssl_stream.hpp>
#include <memory>

#include "http/errors.h"
#include "http/event_pause.h"
#include "http/forwarded.h"
#include "http/serving.h"
#include "http/wire.h"

namespace liem::http {
namespace {

namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using boost::system::error_code;
using net::awaitable;
using net::ip::tcp;
using HeadParser = bhttp::request_parser<bhttp::empty_body>;
using Parser = bhttp::request_parser<bhttp::string_body>;
using PieceParser = bhttp::request_parser<bhttp::buffer_body>;
using Clock = std::chrono::steady_clock;
using PlainStream = beast::tcp_stream;
using TlsStream = beast::ssl_stream<beast::tcp_stream>;

Head head_of(const bhttp::request_header<>& message) {
  const auto field = [&](bhttp::field name) { return std::string(message[name]); };
  Head head;
  head.method = method_named(message.method_string());
  if (head.method == Method::other) head.other_method = std::string(message.method_string());
  head.target = std::string(message.target());
  head.host = field(bhttp::field::host);
  head.origin = field(bhttp::field::origin);
  head.fetch_site = std::string(message["Sec-Fetch-Site"]);
  head.cookie = field(bhttp::field::cookie);
  head.authorization = field(bhttp::field::authorization);
  head.user_agent = field(bhttp::field::user_agent);
  head.content_type = field(bhttp::field::content_type);
  head.accept_encoding = field(bhttp::field::accept_encoding);
  head.if_match = field(bhttp::field::if_match);
  head.if_none_match = field(bhttp::field::if_none_match);
  head.idempotency_key = std::string(message["Idempotency-Key"]);
  head.acting_for = std::string(message["Liem-Acting-For"]);
  head.range = field(bhttp::field::range);
  head.if_range = field(bhttp::field::if_range);
  return head;
}

template <class Stream>
class Connection {
 public:
  Connection(Worker& worker, Shared& shared, Stream stream, Peer peer)
      : worker_(worker),
        shared_(shared),
        stream_(std::move(stream)),
        tcp_(beast::get_lowest_layer(stream_)),
        peer_(std::move(peer)) {}

  awaitable<void> run() {
    bool open = co_await greet();
    while (open && !worker_.stopping) open = co_await serve_one();
    co_await part();
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

  static constexpr bool is_tls = std::is_same_v<Stream, TlsStream>;

  awaitable<bool> greet() {
    if constexpr (is_tls) {
      error_code failed;
      tcp_.expires_after(shared_.options.head_deadline);
      co_await stream_.async_handshake(net::ssl::stream_base::server,
                                       net::redirect_error(net::use_awaitable, failed));
      co_return !failed;
    } else {
      co_return true;
    }
  }

  awaitable<void> part() {
    error_code ignored;
    if constexpr (is_tls) {
      tcp_.expires_after(std::chrono::seconds(2));
      co_await stream_.async_shutdown(net::redirect_error(net::use_awaitable, ignored));
    }
    tcp_.socket().shutdown(tcp::socket::shutdown_send, ignored);
    co_return;
  }

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
    Head head = head_of(parser.get());
    head.client = client_of(peer_, shared_.options.trusted_proxies,
                            {parser.get()["X-Forwarded-For"], parser.get()["X-Forwarded-Proto"]});
    const auto began = Clock::now();
    const Keep keep = parser.get().keep_alive() && !worker_.stopping ? Keep::open : Keep::close;
    auto admission = shared_.application.admit(head);
    const std::size_t limit = body_limit_of(admission);
    if (!admission.response && parser.content_length().value_or(0) > limit) {
      admission.response = shared_.application.refuse(too_large_error(limit));
    }
    if (admission.response && !parser.is_done()) {  // the body is not worth reading
      tell(head, admission, *admission.response, began);
      co_await end_with(admission.response, head.method);
      co_return false;
    }
    Incoming incoming = co_await take_in(parser, head, admission, limit);
    if (incoming.refusal || incoming.broken) {
      if (incoming.refusal) tell(head, admission, *incoming.refusal, began);
      co_await end_with(incoming.refusal, head.method);
      co_return false;
    }
    // No co_await inside larger expressions: g++ 12 destroys their temporaries twice.
    Response response;
    std::optional<Response> ready = std::move(admission.response);
    if (!ready) ready = shared_.application.answer_at_once(head, admission);
    if (ready) {
      response = std::move(*ready);
    } else {
      response = co_await answer(head, admission, incoming);
    }
    tell(head, admission, response, began);
    if (response.events && head.method != Method::head) {
      co_await tell_events(response, *admission.viewer);
      co_return false;
    }
    const bool sent = co_await write(response, head.method, keep);
    co_return sent&& keep == Keep::open;
  }

  // Whoever counts and logs learns of the route, never of what stands in its place.
  void tell(const Head& head, const Application::Admission& admission, const Response& response,
            Clock::time_point began) const {
    if (!shared_.options.served) return;
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began);
    shared_.options.served({head.method, admission.route ? admission.route->pattern : "page",
                            response.status, response.events ? 0 : response.size(), took});
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
    tcp_.expires_after(shared_.options.head_deadline);
    const auto place = worker_.idle.insert(worker_.idle.end(), &tcp_.socket());
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
      tcp_.expires_after(shared_.options.body_deadline);
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
    tcp_.expires_after(shared_.options.body_deadline);
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
      tcp_.expires_at(std::min(deadline, Clock::now() + shared_.options.body_deadline));
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
    tcp_.expires_never();
    Response response = co_await net::co_spawn(lane.threads, work, net::use_awaitable);
    co_return response;
  }

  Response refuse_for_now(ErrorCode code) const {
    return shared_.application.refuse(
        Error{code.kind, {std::string(code.id), {{"retry_after", "2"}}}});
  }

  awaitable<bool> send(std::string_view bytes) {
    error_code failed;
    tcp_.expires_after(shared_.options.write_deadline);
    co_await net::async_write(stream_, net::const_buffer(bytes.data(), bytes.size()),
                              net::redirect_error(net::use_awaitable, failed));
    co_return !failed;
  }

  // What the socket takes without waiting, which is all of most answers: no timer, no turn of the
  // event loop. Leaves the rest in `parts`.
  void write_at_once(std::array<net::const_buffer, 2>& parts) {
    error_code failed;
    if (!tcp_.socket().non_blocking()) tcp_.socket().non_blocking(true, failed);
    if (failed) return;
    std::size_t sent = tcp_.socket().write_some(parts, failed);  // none where it failed
    for (auto& part : parts) {
      const std::size_t of_it = std::min(sent, part.size());
      part += of_it;
      sent -= of_it;
    }
  }

  awaitable<bool> write(const Response& response, Method method, Keep keep) {
    error_code failed;
    const std::string head =
        wire_head(response, keep, worker_.date.at(std::chrono::system_clock::now()));
    const auto body = method == Method::head ? std::string_view() : response.bytes();
    std::array<net::const_buffer, 2> parts{net::buffer(head),
                                           net::const_buffer(body.data(), body.size())};
    if constexpr (!is_tls) write_at_once(parts);
    if (net::buffer_size(parts) > 0) {
      tcp_.expires_after(shared_.options.write_deadline);
      co_await net::async_write(stream_, parts, net::redirect_error(net::use_awaitable, failed));
    }
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
    tcp_.socket().cancel(ignored);
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
    tcp_.socket().async_wait(tcp::socket::wait_read, [this, waker](const error_code& failed) {
      if (waker->pause == nullptr) return;  // the stream is over, and this with it
      error_code none_left;
      if (!failed && tcp_.socket().available(none_left) > 0) return;  // a request too early
      waker->gone = true;
      (*waker)();
    });
  }

  // Reads on for a moment, so that a refusal is not lost to a reset while the other side sends.
  awaitable<void> drain() {
    error_code failed;
    std::array<char, 4096> block{};
    tcp_.expires_after(std::chrono::seconds(2));
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
  Stream stream_;
  beast::tcp_stream& tcp_;  // below the encryption, where there is one
  Peer peer_;
  beast::flat_buffer buffer_{std::size_t{128} << 10};
  bool drain_ = false;
};

}  // namespace

awaitable<void> run_connection(Worker& worker, Shared& shared, tcp::socket socket) {
  error_code ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  Peer peer{socket.remote_endpoint(ignored).address(), shared.tls.has_value()};
  const auto place = shared.connections.take();
  std::optional<Place> of_address = Place{};
  if (!trusts(shared.options.trusted_proxies, peer.address)) {
    of_address = shared.connections_of.take(peer.address.to_string());
  }
  if (!place || !of_address) co_return;  // closed at once: an answer would cost what is short
  const Counted counted(shared.options.connected);
  if (shared.tls) {
    Connection<TlsStream> connection(
        worker, shared, TlsStream(PlainStream(std::move(socket)), *shared.tls), std::move(peer));
    co_await connection.run();
  } else {
    Connection<PlainStream> connection(worker, shared, PlainStream(std::move(socket)),
                                       std::move(peer));
    co_await connection.run();
  }
}

}  // namespace liem::http
