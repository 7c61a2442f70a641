// Transposed convolutions, which are the gradients of convolutions to their inputs too: what a pixel gives to each of the outputs that it
// reaches is a product of matrices, and is added up where it belongs. Needs AVX2 and FMA; operations.cc makes an operation of TensorFlow of it.
#pragma once
#include <cstdint>

#include "share.h"

namespace handpick {

// y [batch, outHeight, outWidth, filters] from x [batch, height, width, channels] under weights [kernel, kernel, filters, channels]: pixel
// (i, j) of x gives to the square of outputs that begins at (i stride - top, j stride - left), as far as they exist.
struct Spread {
  int64_t batch, height, width, channels;
  int64_t outHeight, outWidth, filters;
  int64_t kernel, stride, top, left;

  // Numbers that a pixel gives, filled up with zeros to whole panels of the product.
  int64_t padded() const { return (kernel * kernel * filters + 15) / 16 * 16; }
  // Floats of packed weights.
  int64_t packedSize() const { return channels * padded(); }
};

// Floats that a thread needs beside its arguments.
int64_t spreadScratch(const Spread&);

void packWeights(const Spread&, const float* weights, float* packed, Share);
void spread(const Spread&, const float* x, const float* packed, float* y, float* scratch, Share);

}  // namespace handpick
