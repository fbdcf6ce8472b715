#include <zlib.h>

// deflateInit2 is a macro, which Swift does not see. 15 bits of window, and 16 for the head and foot of a gzip file.
static inline int gzip_start(z_streamp stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}
