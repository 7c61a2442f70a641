// Products of matrices for kernels of ours, compiled for AVX2 and FMA into each file that has this: nothing of it is another file's, nor of
// the standard library.
#pragma once
#include <cstdint>

namespace handpick {
namespace {

constexpr int LANES = 8;
constexpr int ROWS = 6, COLUMNS = 16;  // of a product that stays in registers

typedef float Vector __attribute__((vector_size(LANES * 4), aligned(4), may_alias));
inline Vector load(const float* at) { return *reinterpret_cast<const Vector*>(at); }
inline void store(float* at, Vector v) { *reinterpret_cast<Vector*>(at) = v; }
inline int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }
inline void clear(float* at, int64_t count) {
  for (int64_t i = 0; i < count; i++) at[i] = 0;
}

// Rows of `c` (+)= a b in registers, over one panel of b; a(i, k) is at a[i * aRow + k * aDepth].
template <int R>
inline void panelProduct(const float* a, int64_t aRow, int64_t aDepth, const float* b, int64_t bDepth, float* c, int64_t cRow, int64_t depth,
                         bool add) {
  Vector sums[R][2];
  for (int i = 0; i < R; i++)
    for (int j = 0; j < 2; j++) sums[i][j] = add ? load(c + i * cRow + j * LANES) : Vector{};
  for (int64_t k = 0; k < depth; k++, a += aDepth, b += bDepth) {
    const Vector left = load(b), right = load(b + LANES);
#pragma GCC unroll 6
    for (int i = 0; i < R; i++) {
      const float x = a[i * aRow];
      sums[i][0] += x * left;
      sums[i][1] += x * right;
    }
  }
  for (int i = 0; i < R; i++)
    for (int j = 0; j < 2; j++) store(c + i * cRow + j * LANES, sums[i][j]);
}

struct Left {
  const float* at;
  int64_t row, depth;
};
// Panels of COLUMNS columns, `panel` floats apart.
struct Right {
  const float* at;
  int64_t panel, depth;
};

// c [rows, columns] (+)= left right.
void multiply(Left a, Right b, float* c, int64_t rows, int64_t columns, int64_t depth, bool add) {
  for (int64_t n = 0; n < columns; n += COLUMNS, b.at += b.panel) {
    int64_t i = 0;
    for (; i + ROWS <= rows; i += ROWS)
      panelProduct<ROWS>(a.at + i * a.row, a.row, a.depth, b.at, b.depth, c + i * columns + n, columns, depth, add);
    for (; i + 2 <= rows; i += 2) panelProduct<2>(a.at + i * a.row, a.row, a.depth, b.at, b.depth, c + i * columns + n, columns, depth, add);
    for (; i < rows; i++) panelProduct<1>(a.at + i * a.row, a.row, a.depth, b.at, b.depth, c + i * columns + n, columns, depth, add);
  }
}

}  // namespace
}  // namespace handpick
