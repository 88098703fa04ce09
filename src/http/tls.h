// Encryption of connections: TLS 1.2 and later, from files in PEM.
#pragma once

#include <boost/asio/ssl/context.hpp>

#include "http/server.h"

namespace liem::http {

// errors::bad_certificate, errors::bad_key with the file and what is wrong with it.
Result<boost::asio::ssl::context> tls_context(const TlsFiles& files);

}  // namespace liem::http
