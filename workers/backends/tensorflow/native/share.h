#pragma once
#include <cstdint>

namespace handpick {

// A share of some work, for one of several threads; the shares, and so the sums, are the same in every run.
struct Share {
  int64_t part, parts;
};

}  // namespace handpick
