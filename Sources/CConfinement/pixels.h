#include <stddef.h>
#include <stdint.h>

// Pixels are red, green, blue, a byte each, row after row without gaps.

// Turns an image as EXIF says it was held (1 to 8; TIFF 6.0, Orientation). The result has width and height swapped from 5 on.
static inline void pixels_turn(const uint8_t *from, uint8_t *to, size_t width, size_t height, int orientation) {
  size_t wide = orientation >= 5 ? height : width;
  for (size_t y = 0; y < height; y++) {
    for (size_t x = 0; x < width; x++) {
      size_t left = width - 1 - x, above = height - 1 - y, column = x, row = y;
      switch (orientation) {
        case 2: column = left; break;
        case 3: column = left; row = above; break;
        case 4: row = above; break;
        case 5: column = y; row = x; break;
        case 6: column = above; row = x; break;
        case 7: column = above; row = left; break;
        case 8: column = y; row = left; break;
        default: break;
      }
      const uint8_t *pixel = from + 3 * (y * width + x);
      uint8_t *place = to + 3 * (row * wide + column);
      place[0] = pixel[0];
      place[1] = pixel[1];
      place[2] = pixel[2];
    }
  }
}

// Makes an image smaller: each pixel is the mean of those it stands for. The new sides are at least 1 and no longer.
static inline void pixels_shrink(
  const uint8_t *from, size_t width, size_t height, uint8_t *to, size_t narrow, size_t low) {
  for (size_t row = 0; row < low; row++) {
    size_t top = row * height / low, bottom = (row + 1) * height / low;
    for (size_t column = 0; column < narrow; column++) {
      size_t left = column * width / narrow, right = (column + 1) * width / narrow;
      uint64_t sum[3] = {0, 0, 0};
      for (size_t y = top; y < bottom; y++) {
        const uint8_t *pixel = from + 3 * (y * width + left);
        for (size_t x = left; x < right; x++, pixel += 3) {
          sum[0] += pixel[0];
          sum[1] += pixel[1];
          sum[2] += pixel[2];
        }
      }
      uint64_t count = (uint64_t)(bottom - top) * (right - left);
      uint8_t *place = to + 3 * (row * narrow + column);
      for (int part = 0; part < 3; part++) place[part] = (uint8_t)((sum[part] + count / 2) / count);
    }
  }
}
