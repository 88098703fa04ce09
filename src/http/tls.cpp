#include "http/tls.h"

#include "http/errors.h"

namespace liem::http {

namespace ssl = boost::asio::ssl;

Result<ssl::context> tls_context(const TlsFiles& files) {
  ssl::context context(ssl::context::tls_server);
  context.set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 |
                      ssl::context::no_sslv3 | ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1 |
                      ssl::context::single_dh_use);
  SSL_CTX_set_min_proto_version(context.native_handle(), TLS1_2_VERSION);
  SSL_CTX_set_options(context.native_handle(), SSL_OP_NO_RENEGOTIATION);
  boost::system::error_code failed;
  context.use_certificate_chain_file(files.certificate, failed);
  if (failed) {
    return fail(errors::bad_certificate,
                {{"file", files.certificate}, {"reason", failed.message()}});
  }
  context.use_private_key_file(files.key, ssl::context::pem, failed);
  if (!failed && SSL_CTX_check_private_key(context.native_handle()) != 1) {
    return fail(errors::key_of_another, {{"file", files.key}, {"certificate", files.certificate}});
  }
  if (failed) return fail(errors::bad_key, {{"file", files.key}, {"reason", failed.message()}});
  return context;
}

}  // namespace liem::http
