// The test program is the worker that opens files, too.
#include <gtest/gtest.h>

#include "extraction/extraction.h"

int main(int argc, char** argv) {
  if (const auto code = liem::extraction::run_worker(argc, argv)) return *code;
  testing::InitGoogleTest(&argc, argv);
  return RUN_ALL_TESTS();
}
