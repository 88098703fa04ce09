#include "settings/sources.h"

#include <gmock/gmock.h>

#include <fstream>

#include "base/messages.h"

namespace liem::settings {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Variables = std::map<std::string, std::string>;

Sources sources(std::string file, Variables variables = {},
                std::map<std::string, std::string> command_line = {}) {
  Sources out;
  out.file = Sources::File{std::move(file), "liem.yaml"};
  out.environment = [variables](const std::string& name) -> std::optional<std::string> {
    const auto found = variables.find(name);
    return found == variables.end() ? std::nullopt : std::optional(found->second);
  };
  out.secret = [](const std::string& path) -> Result<std::string> { return "inside " + path; };
  out.command_line = std::move(command_line);
  return out;
}

std::vector<std::string> refusals(const Sources& given) {
  const auto held = load(given);
  std::vector<std::string> out;
  if (held) return out;
  for (const Error& error : held.error()) out.push_back(error.message.id);
  return out;
}

TEST(Settings, HoldTheirDefaultsWhereNothingIsGiven) {
  const auto held = load(sources("# nothing set\n"));
  ASSERT_TRUE(held);
  EXPECT_EQ(held->values.listen, "127.0.0.1:8080");
  EXPECT_TRUE(held->from.empty());
}

TEST(Settings, PreferTheEnvironmentToTheFileAndTheCommandLineToBoth) {
  const std::string file = "server:\n  threads: 2\n  listen: 0.0.0.0:80\ndata: /srv/liem\n";
  const auto held = load(sources(file, {{"LIEM_SERVER_THREADS", "3"}, {"LIEM_DATA", "/env"}},
                                 {{"server.threads", "4"}}));
  ASSERT_TRUE(held);
  EXPECT_EQ(held->values.threads, 4);
  EXPECT_EQ(held->from.at("server.threads").place, "--threads");
  EXPECT_EQ(held->values.data, "/env");
  EXPECT_EQ(held->from.at("data").place, "LIEM_DATA");
  EXPECT_EQ(held->values.listen, "0.0.0.0:80");
  EXPECT_EQ(held->from.at("server.listen").place, "liem.yaml:3");
}

TEST(Settings, RefuseAnUnknownKeyWithItsLineAndTheKnownOnes) {
  const auto held = load(sources("data: /srv\nserver: {treads: 4}\n"));
  ASSERT_FALSE(held);
  ASSERT_EQ(held.error().size(), 1U);
  const auto& message = held.error().front().message;
  EXPECT_EQ(message.id, "settings.unknown_key");
  EXPECT_THAT(message.args, testing::Contains(testing::Pair("line", "2")));
  EXPECT_THAT(message.args, testing::Contains(testing::Pair("known", HasSubstr("server.threads"))));
}

TEST(Settings, NoteEveryProblemNotOnlyTheFirst) {
  EXPECT_THAT(
      refusals(sources("server: {threads: many, port: 1}\n", {{"LIEM_SERVER_THREADS", "999"}})),
      ElementsAre("settings.not_whole", "settings.unknown_key", "settings.out_of_bounds"));
}

TEST(Settings, RefuseAWholeNumberBeyondTheirBounds) {
  EXPECT_THAT(refusals(sources("server: {threads: 257}\n")), ElementsAre("settings.out_of_bounds"));
  EXPECT_THAT(refusals(sources("server: {threads: -1}\n")), ElementsAre("settings.out_of_bounds"));
  EXPECT_THAT(refusals(sources("server: {threads: 99999999999}\n")),
              ElementsAre("settings.out_of_bounds"));
}

TEST(Settings, TakeASecretFromTheEnvironmentOrAFileOfItsOwnAlone) {
  const auto named = load(sources("oidc: {client_secret_file: /etc/liem/s}\n"));
  ASSERT_TRUE(named);
  EXPECT_EQ(named->values.openid_secret, "inside /etc/liem/s");
  const auto given = load(sources("", {{"LIEM_OIDC_CLIENT_SECRET", "s"}}));
  ASSERT_TRUE(given);
  EXPECT_EQ(given->values.openid_secret, "s");
  EXPECT_THAT(refusals(sources("oidc: {client_secret: s}\n")),
              ElementsAre("settings.secret_in_file"));
  EXPECT_THAT(refusals(sources("", {{"LIEM_OIDC_CLIENT_SECRET", "s"},
                                    {"LIEM_OIDC_CLIENT_SECRET_FILE", "/etc/liem/s"}})),
              ElementsAre("settings.two_secrets"));
}

TEST(Settings, RefuseAKeyThatStandsTwice) {
  EXPECT_THAT(refusals(sources("data: a\ndata: b\n")), ElementsAre("yaml.repeated_key"));
}

TEST(EveryKey, HasItsOwnNameInTheEnvironment) {
  std::map<std::string, int> names;
  for (const Key& key : keys()) ++names[environment_name(key)];
  for (const auto& [name, times] : names) EXPECT_EQ(times, 1) << name;
}

TEST(EveryKey, SaysWhatItMeansInBothLanguages) {
  std::ifstream file(LIEM_SOURCE_DIR "/data/locales/messages/settings.yaml");
  const std::string text(std::istreambuf_iterator<char>(file), {});
  Catalogue catalogue;
  ASSERT_TRUE(catalogue.add(text, "settings.yaml"));
  for (const Key& key : keys()) {
    EXPECT_TRUE(catalogue.knows("settings.meaning." + std::string(key.name))) << key.name;
  }
}

TEST(EveryKey, IsWrittenAsItWouldBeRead) {
  const Settings built_in;
  for (const Key& key : keys()) {
    if (key.secrecy == Secrecy::secret) continue;
    const auto held = load(sources("", {}, {{std::string(key.name), written(key, built_in)}}));
    ASSERT_TRUE(held) << key.name;
    EXPECT_EQ(written(key, held->values), written(key, built_in)) << key.name;
  }
}

}  // namespace
}  // namespace liem::settings
