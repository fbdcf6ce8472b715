#include <string.h>
#include <png.h>

// The simplified interface of libpng: it has no jumps over the frames of its caller.
// Sets up an image for reading from memory; 0 when it is none.
static inline int png_open(png_image *image, const void *bytes, size_t count) {
  memset(image, 0, sizeof *image);
  image->version = PNG_IMAGE_VERSION;
  return png_image_begin_read_from_memory(image, bytes, count);
}

// Reads it as red, green, blue, a byte each, over white, and frees what reading took; 0 when it cannot be read.
static inline int png_read(png_image *image, void *pixels) {
  png_color white = {255, 255, 255};
  image->format = PNG_FORMAT_RGB;
  return png_image_finish_read(image, &white, pixels, 0, NULL);
}
