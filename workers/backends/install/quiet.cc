// Compiled into the addon beside the package's own sources. While it loads, TensorFlow logs two lines about oneDNN at Abseil's default
// level: nothing has set TF_CPP_MIN_LOG_LEVEL as Abseil's level yet. The addon stands before its libraries in the order in which symbols
// are looked up, so this definition of Abseil's question "which level?" is the one that they call.
#include <cstdlib>

namespace absl {
inline namespace lts_20250814 {
enum class LogSeverityAtLeast : int { kInfo = 0, kWarning = 1, kError = 2, kFatal = 3 };

__attribute__((visibility("default"))) LogSeverityAtLeast MinLogLevel() {
  const char* level = std::getenv("TF_CPP_MIN_LOG_LEVEL");
  return static_cast<LogSeverityAtLeast>(level == nullptr ? 0 : std::atoi(level));
}
}  // namespace lts_20250814
}  // namespace absl
