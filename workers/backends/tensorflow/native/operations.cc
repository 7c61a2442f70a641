// Operations of TensorFlow made of winograd.h and spread.h, for processors: HandpickConvolution, HandpickFilterGradient and HandpickSpread.
// faster.ts writes them into graphs in the place of Conv2D and its gradients, and only where the processor has what they are compiled for.
#include <algorithm>
#include <cstdlib>
#include <thread>
#include <vector>

#include "spread.h"
#include "tensorflow/c/kernels.h"
#include "tensorflow/c/ops.h"
#include "winograd.h"

namespace {

using handpick::Convolution;
using handpick::Share;
using handpick::Spread;

struct Attributes {
  int64_t kernel, top, left, height, width, stride;
  bool flipped;
};

struct Status {
  TF_Status* at = TF_NewStatus();
  ~Status() { TF_DeleteStatus(at); }
  bool ok() const { return TF_GetCode(at) == TF_OK; }
};

struct Input {
  TF_Tensor* tensor = nullptr;
  Input(TF_OpKernelContext* context, int index, TF_Status* status) { TF_GetInput(context, index, &tensor, status); }
  ~Input() { TF_DeleteTensor(tensor); }
  const float* numbers() const { return static_cast<const float*>(TF_TensorData(tensor)); }
  int64_t length(int axis) const { return TF_Dim(tensor, axis); }
  int rank() const { return TF_NumDims(tensor); }
};

// Null numbers where there is no memory left.
struct Buffer {
  float* numbers;
  explicit Buffer(int64_t count) : numbers(static_cast<float*>(std::aligned_alloc(64, (count * sizeof(float) + 63) / 64 * 64))) {}
  ~Buffer() { std::free(numbers); }
  Buffer(const Buffer&) = delete;
};

// As many as TensorFlow gives one of its own operations; tensorflow.ts sets it.
int64_t threadsOf() {
  const char* set = std::getenv("TF_NUM_INTRAOP_THREADS");
  const long long count = set == nullptr ? 0 : std::atoll(set);
  return count > 0 ? count : std::max(1u, std::thread::hardware_concurrency());
}

// Starting a thread takes some 20 microseconds; the convolutions that come here take milliseconds.
template <typename Body>
void inParallel(int64_t parts, const Body& body) {
  std::vector<std::thread> others;
  for (int64_t part = 1; part < parts; part++) others.emplace_back([&body, part, parts] { body(Share{part, parts}); });
  body(Share{0, parts});
  for (auto& other : others) other.join();
}

void fail(TF_OpKernelContext* context, Status& status, const char* message, TF_Code code = TF_INVALID_ARGUMENT) {
  TF_SetStatus(status.at, code, message);
  TF_OpKernelContext_Failure(context, status.at);
}

void* readAttributes(TF_OpKernelConstruction* construction) {
  auto* attributes = new Attributes{};
  Status status;
  const auto integer = [&](const char* name, int64_t* to) {
    if (status.ok()) TF_OpKernelConstruction_GetAttrInt64(construction, name, to, status.at);
  };
  integer("kernel", &attributes->kernel);
  integer("top", &attributes->top);
  integer("left", &attributes->left);
  integer("height", &attributes->height);
  integer("width", &attributes->width);
  integer("stride", &attributes->stride);
  unsigned char flipped = 0;
  if (status.ok()) TF_OpKernelConstruction_GetAttrBool(construction, "flipped", &flipped, status.at);
  attributes->flipped = flipped != 0;
  if (!status.ok()) TF_OpKernelConstruction_Failure(construction, status.at);
  return attributes;
}

void deleteAttributes(void* attributes) { delete static_cast<Attributes*>(attributes); }

TF_Tensor* output(TF_OpKernelContext* context, const std::vector<int64_t>& shape, Status& status) {
  int64_t count = 1;
  for (int64_t length : shape) count *= length;
  return TF_AllocateOutput(context, 0, TF_FLOAT, shape.data(), static_cast<int>(shape.size()), count * sizeof(float), status.at);
}

void computeConvolution(void* kernel, TF_OpKernelContext* context) {
  const auto& attributes = *static_cast<Attributes*>(kernel);
  Status status;
  const Input x(context, 0, status.at), filters(context, 1, status.at);
  if (x.rank() != 4 || filters.rank() != 4) return fail(context, status, "HandpickConvolution: images and filters must have four axes");
  const int from = attributes.flipped ? 3 : 2, to = 5 - from;
  const Convolution of{x.length(0),      x.length(1),        x.length(2),       x.length(3),    attributes.height,
                       attributes.width, filters.length(to), attributes.kernel, attributes.top, attributes.left};
  if (filters.length(0) != of.kernel || filters.length(1) != of.kernel || filters.length(from) != of.channels)
    return fail(context, status, "HandpickConvolution: these filters do not fit the images");
  TF_Tensor* y = output(context, {of.batch, of.outHeight, of.outWidth, of.filters}, status);
  if (!status.ok()) return TF_OpKernelContext_Failure(context, status.at);
  auto* numbers = static_cast<float*>(TF_TensorData(y));
  const int64_t threads = threadsOf();
  const Buffer transformed(of.transformedSize()), scratch(threads * convolveScratch(of));
  if (!transformed.numbers || !scratch.numbers) {
    TF_DeleteTensor(y);
    return fail(context, status, "HandpickConvolution: out of memory", TF_RESOURCE_EXHAUSTED);
  }
  inParallel(threads, [&](Share share) { transformFilters(of, filters.numbers(), attributes.flipped, transformed.numbers, share); });
  inParallel(threads, [&](Share share) {
    convolve(of, x.numbers(), transformed.numbers, numbers, scratch.numbers + share.part * convolveScratch(of), share);
  });
  TF_DeleteTensor(y);
}

void computeFilterGradient(void* kernel, TF_OpKernelContext* context) {
  const auto& attributes = *static_cast<Attributes*>(kernel);
  Status status;
  const Input x(context, 0, status.at), dy(context, 1, status.at);
  if (x.rank() != 4 || dy.rank() != 4 || x.length(0) != dy.length(0))
    return fail(context, status, "HandpickFilterGradient: images and gradients do not fit");
  const Convolution of{x.length(0),  x.length(1),  x.length(2),       x.length(3),    dy.length(1),
                       dy.length(2), dy.length(3), attributes.kernel, attributes.top, attributes.left};
  TF_Tensor* gradient = output(context, {of.kernel, of.kernel, of.channels, of.filters}, status);
  if (!status.ok()) return TF_OpKernelContext_Failure(context, status.at);
  auto* numbers = static_cast<float*>(TF_TensorData(gradient));
  const int64_t threads = threadsOf();
  const Buffer sums(threads * of.transformedSize()), scratch(threads * filterGradientScratch(of));
  if (!sums.numbers || !scratch.numbers) {
    TF_DeleteTensor(gradient);
    return fail(context, status, "HandpickFilterGradient: out of memory", TF_RESOURCE_EXHAUSTED);
  }
  inParallel(threads, [&](Share share) {
    float* own = scratch.numbers + share.part * filterGradientScratch(of);
    filterGradient(of, x.numbers(), dy.numbers(), sums.numbers + share.part * of.transformedSize(), own, share);
  });
  inParallel(threads, [&](Share share) { finishFilterGradient(of, sums.numbers, threads, numbers, share); });
  TF_DeleteTensor(gradient);
}

void computeSpread(void* kernel, TF_OpKernelContext* context) {
  const auto& attributes = *static_cast<Attributes*>(kernel);
  Status status;
  const Input x(context, 0, status.at), weights(context, 1, status.at);
  if (x.rank() != 4 || weights.rank() != 4) return fail(context, status, "HandpickSpread: images and weights must have four axes");
  const Spread of{x.length(0),       x.length(1),      x.length(2),       x.length(3),    attributes.height, attributes.width,
                  weights.length(2), attributes.kernel, attributes.stride, attributes.top, attributes.left};
  if (weights.length(0) != of.kernel || weights.length(1) != of.kernel || weights.length(3) != of.channels)
    return fail(context, status, "HandpickSpread: these weights do not fit the images");
  TF_Tensor* y = output(context, {of.batch, of.outHeight, of.outWidth, of.filters}, status);
  if (!status.ok()) return TF_OpKernelContext_Failure(context, status.at);
  auto* numbers = static_cast<float*>(TF_TensorData(y));
  const int64_t threads = threadsOf();
  const Buffer packed(of.packedSize()), scratch(threads * spreadScratch(of));
  if (!packed.numbers || !scratch.numbers) {
    TF_DeleteTensor(y);
    return fail(context, status, "HandpickSpread: out of memory", TF_RESOURCE_EXHAUSTED);
  }
  inParallel(threads, [&](Share share) { packWeights(of, weights.numbers(), packed.numbers, share); });
  inParallel(threads, [&](Share share) {
    spread(of, x.numbers(), packed.numbers, numbers, scratch.numbers + share.part * spreadScratch(of), share);
  });
  TF_DeleteTensor(y);
}

void shapeUnknown(TF_ShapeInferenceContext* context, TF_Status* status) { TF_ShapeInferenceContextSetUnknownShape(context, status); }

void define(const char* name, const char* first, const char* second, void (*compute)(void*, TF_OpKernelContext*)) {
  Status status;
  TF_OpDefinitionBuilder* definition = TF_NewOpDefinitionBuilder(name);
  TF_OpDefinitionBuilderAddInput(definition, first);
  TF_OpDefinitionBuilderAddInput(definition, second);
  TF_OpDefinitionBuilderAddOutput(definition, "output: float");
  for (const char* attribute : {"kernel: int", "top: int", "left: int", "height: int = 0", "width: int = 0", "stride: int = 1",
                                "flipped: bool = false"})
    TF_OpDefinitionBuilderAddAttr(definition, attribute);
  TF_OpDefinitionBuilderSetShapeInferenceFunction(definition, shapeUnknown);
  TF_RegisterOpDefinition(definition, status.at);
  TF_KernelBuilder* kernel = TF_NewKernelBuilder(name, "CPU", readAttributes, compute, deleteAttributes);
  TF_RegisterKernelBuilder(name, kernel, status.at);
}

const bool defined = [] {
  define("HandpickConvolution", "images: float", "filters: float", computeConvolution);
  define("HandpickFilterGradient", "images: float", "gradient: float", computeFilterGradient);
  define("HandpickSpread", "images: float", "weights: float", computeSpread);
  return true;
}();

}  // namespace
