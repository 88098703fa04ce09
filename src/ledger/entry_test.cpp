#include "ledger/entry.h"

#include <gmock/gmock.h>

#include <boost/json/parse.hpp>

#include "ledger/canonical.h"
#include "ledger/checkpoint.h"
#include "ledger/errors.h"
#include "ledger/testing_log.h"

namespace liem::ledger {
namespace {

using namespace testing_log;

// Written down by hand from the definition and hashed by sha256sum, so that another program can
// check a log of ours: a change of this value breaks every log there is.
TEST(Entry, HasTheHashThatItsDefinitionGives) {
  Entry entry{"t", 1, {}, {}};
  entry.act.at = std::chrono::sys_seconds(std::chrono::seconds(1));
  entry.act.actor = "a";
  entry.act.code = "c";
  EXPECT_EQ(to_hex(hash_of(entry)),
            "f150c1b8500ece59689bf7b499ef58b67e6f11b288f92303de63015997bbb5ed");
}

TEST(CanonicalJson, IsTheSameForObjectsThatDifferInOrderAlone) {
  const auto text =
      canonical_json(boost::json::parse(R"( {"b": [1, {"z":null,"a":"đ"}], "a": true} )"));
  EXPECT_EQ(text, R"({"a":true,"b":[1,{"a":"đ","z":null}]})");
  EXPECT_EQ(canonical_json(boost::json::parse(text)), text);
}

TEST(Key, ReadsAsItWasWritten) {
  const auto secret = key();
  const auto again = read_secret_key(secret.text(), "f");
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->public_key(), secret.public_key());
  EXPECT_EQ(read_public_key(text_of(secret.public_key()), "f"), secret.public_key());
}

TEST(Key, RefusesWhatIsNone) {
  for (const std::string text : {"", "liem-ledger-secret-key-1 00", "abc"}) {
    EXPECT_EQ(read_secret_key(text, "f").error().message.id, errors::bad_key.id);
    EXPECT_EQ(read_public_key(text, "f").error().message.id, errors::bad_key.id);
  }
  // A secret one where a public one is wanted would end on a notice board.
  EXPECT_FALSE(read_public_key(key().text(), "f").has_value());
}

}  // namespace
}  // namespace liem::ledger
