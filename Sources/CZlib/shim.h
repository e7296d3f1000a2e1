#include <zlib.h>

/// inflateInit2, which is a macro, for data without a zlib header.
static inline int signaudit_inflate_init(z_stream *stream) {
  return inflateInit2(stream, -MAX_WBITS);
}
