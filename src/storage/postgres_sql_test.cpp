#include "storage/postgres_sql.h"

#include <gtest/gtest.h>

namespace liem::storage {
namespace {

TEST(PostgresSql, NumbersTheMarksOfValuesInTheirOrder) {
  EXPECT_EQ(with_numbered_values("SELECT ? FROM t WHERE a = ?"), "SELECT $1 FROM t WHERE a = $2");
  EXPECT_EQ(with_numbered_values(""), "");
}

TEST(PostgresSql, LeavesMarksInLiteralsNamesAndComments) {
  EXPECT_EQ(with_numbered_values("SELECT 'a?''?', \"b?\", ? -- why?\n, ? /* ? */"),
            "SELECT 'a?''?', \"b?\", $1 -- why?\n, $2 /* ? */");
  EXPECT_EQ(with_numbered_values("SELECT '?"), "SELECT '?");
}

TEST(PostgresSql, NamesTypesAsPostgresDoesAndNothingElse) {
  EXPECT_EQ(with_postgres_types("CREATE TABLE document_text (a text NOT NULL, n integer, b blob)"),
            "CREATE TABLE document_text (a text COLLATE \"C\" NOT NULL, n bigint, b bytea)");
  EXPECT_EQ(with_postgres_types("-- a text\nSELECT 'integer' /* blob */"),
            "-- a text\nSELECT 'integer' /* blob */");
}

}  // namespace
}  // namespace liem::storage
