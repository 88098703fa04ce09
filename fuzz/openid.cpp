// What a provider of sign-ins answers: what it says of itself, its keys, its tokens. No token is
// taken that it did not sign; of those it signed none but as, for whom and when it was expected.
#include <boost/json/parse.hpp>

#include "accounts/id_token.h"
#include "accounts/openid_client.h"
#include "accounts/strict_json.h"
#include "accounts/testing_token.h"
#include "fuzz/data.h"

namespace {

using namespace liem;
namespace openid = accounts::openid;
using accounts::testing_token::Signer;

const openid::Expected expected{"https://nha.example", "liem", "n",
                                std::chrono::sys_seconds(std::chrono::seconds(1'800'000'000))};

struct Provider {
  Signer signer = Signer::curve();
  std::vector<openid::WebKey> keys =
      openid::read_keys("{\"keys\":[" + signer.jwk("k") + "]}").value();
};
const Provider& provider() {
  static const Provider one;
  return one;
}

std::string text_of(const boost::json::value& object, const char* name) {
  return std::string(object.at(name).as_string());
}

// `text` is a header, a line's end, and claims.
void signed_token(std::string_view text) {
  const auto line = text.find('\n');
  if (line == text.npos) return;
  const auto header = text.substr(0, line), claims = text.substr(line + 1);
  const auto subject =
      openid::subject_of(provider().signer.token(header, claims), provider().keys, expected);
  if (!subject) return fuzz::check_words(subject.error().message);
  LIEM_CHECK(text_of(boost::json::parse(std::string(header)), "alg") == "ES256");
  const auto read = boost::json::parse(std::string(claims));
  LIEM_CHECK(text_of(read, "iss") == expected.issuer && text_of(read, "nonce") == expected.nonce);
  LIEM_CHECK(text_of(read, "sub") == *subject && openid::is_subject(*subject));
  const double ends = read.at("exp").to_number<double>();
  LIEM_CHECK(ends > 1'800'000'000 - 60);
  LIEM_CHECK(claims.find("liem") != claims.npos || claims.find('\\') != claims.npos);
}

void unsigned_token(std::string_view text) {
  const auto subject = openid::subject_of(text, provider().keys, expected);
  LIEM_CHECK(!subject);
  fuzz::check_words(subject.error().message);
}

void keys(std::string_view text) {
  const auto read = openid::read_keys(text);
  if (!read) return fuzz::check_words(read.error().message);
  for (const auto& key : *read) {
    LIEM_CHECK(!openid::signature_fits(key, "text", std::string(64, '\1')));
  }
}

void metadata(std::string_view text) {
  const auto read = openid::read_metadata(text, expected.issuer);
  if (!read) return fuzz::check_words(read.error().message);
  for (const auto& address : {read->authorization, read->token, read->keys}) {
    LIEM_CHECK(openid::is_safe_address(address));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::as_text(data, size);
  signed_token(text);
  unsigned_token(text);
  keys(text);
  metadata(text);
  for (const int status : {200, 400}) {
    const auto answer = openid::read_token_answer(status, text);
    if (!answer) fuzz::check_words(answer.error().message);
  }
  return 0;
}
