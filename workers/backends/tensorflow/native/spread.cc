// See spread.h. Compiled for AVX2 and FMA, so nothing of the standard library is in here that other files might share.
#include "spread.h"

#include "product.h"

namespace handpick {
namespace {

constexpr int64_t PIXELS = 48;  // of a block: what they give stays in the cache

// Adds what pixel (row, column) gives to the outputs of its image.
void addPixel(const Spread& of, const float* given, int64_t row, int64_t column, float* y) {
  const int64_t top = row * of.stride - of.top, left = column * of.stride - of.left;
  const int64_t first = left < 0 ? -left : 0, end = least(of.kernel, of.outWidth - left);
  for (int64_t i = top < 0 ? -top : 0; i < least(of.kernel, of.outHeight - top); i++) {
    const float* from = given + i * of.kernel * of.filters;
    float* to = y + ((top + i) * of.outWidth + left) * of.filters;
    for (int64_t k = first * of.filters; k < end * of.filters; k++) to[k] += from[k];
  }
}

}  // namespace

int64_t spreadScratch(const Spread& of) { return PIXELS * of.padded(); }

void packWeights(const Spread& of, const float* weights, float* packed, Share share) {
  const int64_t rows = of.kernel * of.kernel * of.filters, panels = of.padded() / COLUMNS;
  for (int64_t panel = panels * share.part / share.parts; panel < panels * (share.part + 1) / share.parts; panel++)
    for (int64_t i = 0; i < COLUMNS; i++) {
      const int64_t row = panel * COLUMNS + i;
      float* to = packed + panel * COLUMNS * of.channels + i;
      for (int64_t c = 0; c < of.channels; c++) to[c * COLUMNS] = row < rows ? weights[row * of.channels + c] : 0;
    }
}

void spread(const Spread& of, const float* x, const float* packed, float* y, float* scratch, Share share) {
  const int64_t pixels = of.height * of.width, size = of.outHeight * of.outWidth * of.filters, padded = of.padded();
  for (int64_t image = of.batch * share.part / share.parts; image < of.batch * (share.part + 1) / share.parts; image++) {
    const float* from = x + image * pixels * of.channels;
    float* to = y + image * size;
    clear(to, size);
    for (int64_t first = 0; first < pixels; first += PIXELS) {
      const int64_t count = least(PIXELS, pixels - first);
      multiply({from + first * of.channels, of.channels, 1}, {packed, of.channels * COLUMNS, COLUMNS}, scratch, count, padded, of.channels, false);
      for (int64_t i = 0; i < count; i++) addPixel(of, scratch + i * padded, (first + i) / of.width, (first + i) % of.width, to);
    }
  }
}

}  // namespace handpick
