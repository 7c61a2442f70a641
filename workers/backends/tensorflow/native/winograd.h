// Convolutions of stride 1 with 3x3 or 5x5 filters in fewer multiplications (Winograd 1980; Lavin & Gray, "Fast Algorithms for
// Convolutional Neural Networks", CVPR 2016). Needs AVX2 and FMA; operations.cc makes operations of TensorFlow of it.
#pragma once
#include <cstdint>

#include "share.h"

namespace handpick {

// Points of the interpolation along an axis, and of a tile.
constexpr int SIDE = 6;
constexpr int POINTS = SIDE * SIDE;

// y [batch, outHeight, outWidth, filters] = x [batch, height, width, channels] under filters [kernel, kernel, channels, filters]. What is
// outside of x is 0: `top` rows and `left` columns before it, and what the output needs behind it.
struct Convolution {
  int64_t batch, height, width, channels;
  int64_t outHeight, outWidth, filters;
  int64_t kernel, top, left;

  // Outputs of a tile along an axis.
  int64_t step() const { return SIDE - kernel + 1; }
  int64_t tilesDown() const { return (outHeight + step() - 1) / step(); }
  int64_t tilesAcross() const { return (outWidth + step() - 1) / step(); }
  int64_t tiles() const { return batch * tilesDown() * tilesAcross(); }
  // Filters, filled up with zeros to whole panels of the product.
  int64_t padded() const { return (filters + 15) / 16 * 16; }
  // Floats of transformed filters, or of their gradient.
  int64_t transformedSize() const { return POINTS * channels * padded(); }
};

// Floats that a thread needs beside its arguments.
int64_t convolveScratch(const Convolution&);
int64_t filterGradientScratch(const Convolution&);

// Filters to their transformed form. `flipped`: they are given as [kernel, kernel, filters, channels], and turned by 180 degrees: of the
// gradient to the input.
void transformFilters(const Convolution&, const float* given, bool flipped, float* transformed, Share);
void convolve(const Convolution&, const float* x, const float* transformed, float* y, float* scratch, Share);

// One thread's part of the gradient to the transformed filters, then the filters' own from the parts of all threads, one after the other.
void filterGradient(const Convolution&, const float* x, const float* dy, float* sums, float* scratch, Share);
void finishFilterGradient(const Convolution&, const float* sums, int64_t sumsOf, float* gradient, Share);

}  // namespace handpick
