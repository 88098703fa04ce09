// Answers out of memory by Beast and as little else as it takes: what the service is held against.
// usage: liem_service_bare THREADS FILE...   a FILE: a target, a newline, and the answer behind its
// Date field
#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

namespace {

namespace net = boost::asio;
namespace http = boost::beast::http;
using boost::system::error_code;
using net::ip::tcp;
using Answers = std::map<std::string, std::string, std::less<>>;

// The status line and Date, made anew each second.
class Opening {
 public:
  const std::string& now() {
    const std::time_t time = std::time(nullptr);
    if (time == made_) return text_;
    made_ = time;
    std::array<char, 80> out{};
    const auto size =
        std::strftime(out.data(), out.size(),
                      "HTTP/1.1 200 OK\r\nDate: %a, %d %b %Y %H:%M:%S GMT\r\n", std::gmtime(&time));
    return text_.assign(out.data(), size);
  }

 private:
  std::time_t made_ = 0;
  std::string text_;
};

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(tcp::socket socket, const Answers& answers)
      : socket_(std::move(socket)), answers_(answers) {}

  void read() {
    parser_.emplace();
    http::async_read(socket_, buffer_, *parser_,
                     [self = shared_from_this()](error_code failed, std::size_t) {
                       if (!failed) self->answer();
                     });
  }

 private:
  void answer() {
    const auto target = parser_->get().target();
    const auto found = answers_.find(std::string_view(target.data(), target.size()));
    if (found == answers_.end()) return;  // closes: the load asks for nothing else
    opening_ = own_opening().now();
    const std::array<net::const_buffer, 2> parts{net::buffer(opening_), net::buffer(found->second)};
    net::async_write(socket_, parts, [self = shared_from_this()](error_code failed, std::size_t) {
      if (!failed) self->read();
    });
  }

  static Opening& own_opening() {
    thread_local Opening opening;
    return opening;
  }

  tcp::socket socket_;
  const Answers& answers_;
  boost::beast::flat_buffer buffer_;
  std::optional<http::request_parser<http::empty_body>> parser_;
  std::string opening_;
};

void accept(tcp::acceptor& acceptor, std::vector<std::unique_ptr<net::io_context>>& contexts,
            std::size_t next, const Answers& answers) {
  acceptor.async_accept(*contexts[next], [&, next](error_code failed, tcp::socket socket) {
    if (!failed) {
      socket.set_option(tcp::no_delay(true));
      auto session = std::make_shared<Session>(std::move(socket), answers);
      net::post(*contexts[next], [session] { session->read(); });
    }
    accept(acceptor, contexts, (next + 1) % contexts.size(), answers);
  });
}

std::pair<std::string, std::string> answer_in(const char* file) {
  std::ifstream in(file, std::ios::binary);
  std::string target;
  std::getline(in, target);
  return {target, std::string(std::istreambuf_iterator<char>(in), {})};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return 2;
  Answers answers;
  for (int i = 2; i < argc; ++i) answers.insert(answer_in(argv[i]));
  std::vector<std::unique_ptr<net::io_context>> contexts;
  for (int i = 0; i < std::atoi(argv[1]); ++i)
    contexts.push_back(std::make_unique<net::io_context>(1));
  tcp::acceptor acceptor(*contexts[0], {net::ip::make_address("127.0.0.1"), 0});
  accept(acceptor, contexts, 0, answers);
  std::printf("http://127.0.0.1:%u\n", acceptor.local_endpoint().port());
  std::fflush(stdout);
  std::vector<std::jthread> threads;
  for (std::size_t i = 1; i < contexts.size(); ++i) {
    threads.emplace_back([&context = *contexts[i]] {
      const auto guard = net::make_work_guard(context);
      context.run();
    });
  }
  contexts[0]->run();
}
