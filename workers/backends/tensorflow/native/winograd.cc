// See winograd.h. Compiled for AVX2 and FMA, so nothing of the standard library is in here that other files might share.
#include "winograd.h"

#include "product.h"

namespace handpick {
namespace {

constexpr int64_t TILES = 24;          // of a block: what is between the transforms stays in the cache
constexpr int64_t GRADIENT_TILES = 64;
constexpr int LARGEST_KERNEL = 5;

// The points are 0, 1, -1, 2, -2 and infinity. Each transform below is one along an axis, of vectors as of single numbers.

// B^T d: six to six.
template <typename T>
inline void transformInput(const T* d, T* v, int stride) {
  const T d0 = d[0], d1 = d[stride], d2 = d[2 * stride], d3 = d[3 * stride], d4 = d[4 * stride], d5 = d[5 * stride];
  const T even = d4 - 4.f * d2, odd = d3 - 4.f * d1, nearEven = d4 - d2, nearOdd = 2.f * (d3 - d1);
  v[0] = 4.f * d0 - 5.f * d2 + d4;
  v[stride] = even + odd;
  v[2 * stride] = even - odd;
  v[3 * stride] = nearEven + nearOdd;
  v[4 * stride] = nearEven - nearOdd;
  v[5 * stride] = 4.f * d1 - 5.f * d3 + d5;
}

// A^T m: six to M.
template <int M, typename T>
inline void transformOutput(const T* m, T* y, int stride, int outStride) {
  const T even = m[stride] + m[2 * stride], odd = m[stride] - m[2 * stride];
  const T farEven = m[3 * stride] + m[4 * stride], farOdd = m[3 * stride] - m[4 * stride];
  y[0] = m[0] + even + farEven;
  y[outStride] = odd + 2.f * farOdd;
  if (M == 4) {
    y[2 * outStride] = even + 4.f * farEven;
    y[3 * outStride] = odd + 8.f * farOdd;
  }
  y[(M - 1) * outStride] += m[5 * stride];
}

// A dy, the transform above transposed: M to six.
template <int M, typename T>
inline void transformOutputGradient(const T* y, T* m, int stride, int outStride) {
  T even = y[0], odd = y[stride], farEven = y[0], farOdd = 2.f * y[stride];
  if (M == 4) {
    even += y[2 * stride];
    odd += y[3 * stride];
    farEven += 4.f * y[2 * stride];
    farOdd += 8.f * y[3 * stride];
  }
  m[0] = y[0];
  m[outStride] = even + odd;
  m[2 * outStride] = even - odd;
  m[3 * outStride] = farEven + farOdd;
  m[4 * outStride] = farEven - farOdd;
  m[5 * outStride] = y[(M - 1) * stride];
}

// G: what a filter's numbers along an axis count at each point.
struct FilterMatrix {
  float at[SIDE][LARGEST_KERNEL];

  explicit FilterMatrix(int64_t kernel) {
    const float points[SIDE - 1] = {0, 1, -1, 2, -2}, factors[SIDE - 1] = {1 / 4.f, -1 / 6.f, -1 / 6.f, 1 / 24.f, 1 / 24.f};
    for (int i = 0; i < SIDE - 1; i++) {
      float power = factors[i];
      for (int64_t j = 0; j < kernel; j++, power *= points[i]) at[i][j] = power;
    }
    for (int64_t j = 0; j < kernel; j++) at[SIDE - 1][j] = j == kernel - 1;
  }
};

struct Tile {
  int64_t image, y, x;
};

inline Tile tileAt(const Convolution& of, int64_t number) {
  const int64_t across = of.tilesAcross(), down = of.tilesDown();
  return {number / (across * down), number / across % down * of.step(), number % across * of.step()};
}

// Calls `body` on LANES channels at a time, then on single ones.
template <typename Wide, typename Single>
inline void overChannels(int64_t channels, const Wide& wide, const Single& single) {
  int64_t c = 0;
  for (; c + LANES <= channels; c += LANES) wide(c);
  for (; c < channels; c++) single(c);
}
inline void put(float* at, float x) { *at = x; }
inline void put(float* at, Vector v) { store(at, v); }
template <typename T>
inline T get(const float* at);
template <>
inline float get<float>(const float* at) {
  return *at;
}
template <>
inline Vector get<Vector>(const float* at) {
  return load(at);
}

// One tile of x, transformed: point p of channel c goes to v[p * plane + c].
void inputTile(const Convolution& of, const float* x, Tile tile, float* v, int64_t plane, const float* zeros) {
  const float* from[POINTS];
  for (int i = 0; i < SIDE; i++)
    for (int j = 0; j < SIDE; j++) {
      const int64_t row = tile.y - of.top + i, column = tile.x - of.left + j;
      const bool inside = row >= 0 && row < of.height && column >= 0 && column < of.width;
      from[i * SIDE + j] = inside ? x + ((tile.image * of.height + row) * of.width + column) * of.channels : zeros;
    }
  const auto transform = [&](auto zero, int64_t c) {
    typedef decltype(zero) T;
    T d[POINTS], t[POINTS];
    for (int p = 0; p < POINTS; p++) d[p] = get<T>(from[p] + c);
    for (int j = 0; j < SIDE; j++) transformInput(d + j, t + j, SIDE);
    for (int i = 0; i < SIDE; i++) transformInput(t + i * SIDE, d + i * SIDE, 1);
    for (int p = 0; p < POINTS; p++) put(v + p * plane + c, d[p]);
  };
  overChannels(of.channels, [&](int64_t c) { transform(Vector{}, c); }, [&](int64_t c) { transform(0.f, c); });
}

// One tile of y, from m[p * plane + k].
template <int M>
void outputTile(const Convolution& of, const float* m, int64_t plane, Tile tile, float* y) {
  const int64_t rows = least(M, of.outHeight - tile.y), columns = least(M, of.outWidth - tile.x);
  float* to = y + ((tile.image * of.outHeight + tile.y) * of.outWidth + tile.x) * of.filters;
  const auto transform = [&](auto zero, int64_t k) {
    typedef decltype(zero) T;
    T d[POINTS], t[POINTS];
    for (int p = 0; p < POINTS; p++) d[p] = get<T>(m + p * plane + k);
    for (int j = 0; j < SIDE; j++) transformOutput<M>(d + j, t + j, SIDE, SIDE);
    for (int i = 0; i < M; i++) transformOutput<M>(t + i * SIDE, d + i * M, 1, 1);
    for (int64_t i = 0; i < rows; i++)
      for (int64_t j = 0; j < columns; j++) put(to + (i * of.outWidth + j) * of.filters + k, d[i * M + j]);
  };
  overChannels(of.filters, [&](int64_t k) { transform(Vector{}, k); }, [&](int64_t k) { transform(0.f, k); });
}

// One tile of dy, transformed, to m[p * plane + k].
template <int M>
void outputGradientTile(const Convolution& of, const float* dy, Tile tile, float* m, int64_t plane, const float* zeros) {
  const float* from[M * M];
  for (int i = 0; i < M; i++)
    for (int j = 0; j < M; j++) {
      const int64_t row = tile.y + i, column = tile.x + j;
      const bool inside = row < of.outHeight && column < of.outWidth;
      from[i * M + j] = inside ? dy + ((tile.image * of.outHeight + row) * of.outWidth + column) * of.filters : zeros;
    }
  const auto transform = [&](auto zero, int64_t k) {
    typedef decltype(zero) T;
    T d[POINTS], t[POINTS];
    for (int p = 0; p < M * M; p++) d[p] = get<T>(from[p] + k);
    for (int j = 0; j < M; j++) transformOutputGradient<M>(d + j, t + j, M, M);
    for (int i = 0; i < SIDE; i++) transformOutputGradient<M>(t + i * M, d + i * SIDE, 1, 1);
    for (int p = 0; p < POINTS; p++) put(m + p * plane + k, d[p]);
  };
  overChannels(of.filters, [&](int64_t k) { transform(Vector{}, k); }, [&](int64_t k) { transform(0.f, k); });
}

template <int M>
void convolveTiles(const Convolution& of, const float* x, const float* u, float* y, float* scratch, Share share) {
  const int64_t channels = of.channels, filters = of.padded(), blocks = (of.tiles() + TILES - 1) / TILES;
  float *v = scratch, *m = v + POINTS * TILES * channels, *zeros = m + POINTS * TILES * filters;
  clear(zeros, channels);
  for (int64_t block = blocks * share.part / share.parts; block < blocks * (share.part + 1) / share.parts; block++) {
    const int64_t first = block * TILES, count = least(TILES, of.tiles() - first);
    for (int64_t t = 0; t < count; t++) inputTile(of, x, tileAt(of, first + t), v + t * channels, TILES * channels, zeros);
    for (int p = 0; p < POINTS; p++)
      multiply({v + p * TILES * channels, channels, 1}, {u + p * channels * filters, channels * COLUMNS, COLUMNS}, m + p * TILES * filters,
               count, filters, channels, false);
    for (int64_t t = 0; t < count; t++) outputTile<M>(of, m + t * filters, TILES * filters, tileAt(of, first + t), y);
  }
}

template <int M>
void filterGradientTiles(const Convolution& of, const float* x, const float* dy, float* sums, float* scratch, Share share) {
  const int64_t channels = of.channels, filters = of.padded(), blocks = (of.tiles() + GRADIENT_TILES - 1) / GRADIENT_TILES;
  float *v = scratch, *m = v + POINTS * GRADIENT_TILES * channels, *zeros = m + POINTS * GRADIENT_TILES * filters;
  clear(zeros, channels > filters ? channels : filters);
  clear(m, POINTS * GRADIENT_TILES * filters);  // what fills up the last panel stays 0
  clear(sums, of.transformedSize());
  for (int64_t block = blocks * share.part / share.parts; block < blocks * (share.part + 1) / share.parts; block++) {
    const int64_t first = block * GRADIENT_TILES, count = least(GRADIENT_TILES, of.tiles() - first);
    for (int64_t t = 0; t < count; t++) {
      const Tile tile = tileAt(of, first + t);
      inputTile(of, x, tile, v + t * channels, GRADIENT_TILES * channels, zeros);
      outputGradientTile<M>(of, dy, tile, m + t * filters, GRADIENT_TILES * filters, zeros);
    }
    for (int p = 0; p < POINTS; p++)
      multiply({v + p * GRADIENT_TILES * channels, 1, channels}, {m + p * GRADIENT_TILES * filters, COLUMNS, filters},
               sums + p * channels * filters, channels, filters, count, true);
  }
}

}  // namespace

int64_t convolveScratch(const Convolution& of) { return POINTS * TILES * (of.channels + of.padded()) + of.channels; }
int64_t filterGradientScratch(const Convolution& of) {
  return POINTS * GRADIENT_TILES * (of.channels + of.padded()) + of.channels + of.padded();
}

void transformFilters(const Convolution& of, const float* given, bool flipped, float* transformed, Share share) {
  const FilterMatrix g(of.kernel);
  const int64_t channels = of.channels, filters = of.filters, size = of.kernel, last = size - 1, panels = of.padded() / COLUMNS;
  for (int64_t c = channels * share.part / share.parts; c < channels * (share.part + 1) / share.parts; c++)
    for (int64_t k = 0; k < panels * COLUMNS; k++) {
      float rows[SIDE][LARGEST_KERNEL] = {};
      float* to = transformed + (k / COLUMNS * channels + c) * COLUMNS + k % COLUMNS;
      for (int64_t y = 0; k < filters && y < size; y++)
        for (int64_t x = 0; x < size; x++) {
          const float number =
              flipped ? given[(((last - y) * size + last - x) * filters + k) * channels + c] : given[((y * size + x) * channels + c) * filters + k];
          for (int i = 0; i < SIDE; i++) rows[i][x] += g.at[i][y] * number;
        }
      for (int i = 0; i < SIDE; i++)
        for (int j = 0; j < SIDE; j++) {
          float sum = 0;
          for (int64_t x = 0; x < size; x++) sum += rows[i][x] * g.at[j][x];
          to[(i * SIDE + j) * channels * panels * COLUMNS] = sum;
        }
    }
}

void convolve(const Convolution& of, const float* x, const float* transformed, float* y, float* scratch, Share share) {
  (of.kernel == 3 ? convolveTiles<4> : convolveTiles<2>)(of, x, transformed, y, scratch, share);
}

void filterGradient(const Convolution& of, const float* x, const float* dy, float* sums, float* scratch, Share share) {
  (of.kernel == 3 ? filterGradientTiles<4> : filterGradientTiles<2>)(of, x, dy, sums, scratch, share);
}

void finishFilterGradient(const Convolution& of, const float* sums, int64_t sumsOf, float* gradient, Share share) {
  const FilterMatrix g(of.kernel);
  const int64_t channels = of.channels, filters = of.filters, size = of.kernel, plane = channels * of.padded();
  for (int64_t c = channels * share.part / share.parts; c < channels * (share.part + 1) / share.parts; c++)
    for (int64_t k = 0; k < filters; k++) {
      float rows[LARGEST_KERNEL][SIDE] = {};
      for (int p = 0; p < POINTS; p++) {
        float total = 0;
        for (int64_t part = 0; part < sumsOf; part++) total += sums[part * of.transformedSize() + p * plane + c * of.padded() + k];
        for (int64_t y = 0; y < size; y++) rows[y][p % SIDE] += g.at[p / SIDE][y] * total;
      }
      for (int64_t y = 0; y < size; y++)
        for (int64_t x = 0; x < size; x++) {
          float sum = 0;
          for (int j = 0; j < SIDE; j++) sum += rows[y][j] * g.at[j][x];
          gradient[((y * size + x) * channels + c) * filters + k] = sum;
        }
    }
}

}  // namespace handpick
