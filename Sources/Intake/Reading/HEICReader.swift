import CHEIF
import Services

/// Reads HEIC, as phones write photos.
enum HEICReader {
  /// Loads what the library loads, while files can be opened.
  static func prepare() { _ = heif_init(nil) }

  /// The main picture in a file, turned as the file says.
  static func picture(_ file: [UInt8]) throws(PaperRefusal) -> Picture {
    guard let context = heif_context_alloc() else { throw .unreadable }
    defer { heif_context_free(context) }
    heif_context_set_max_decoding_threads(context, 0)
    guard heif_context_read_from_memory(context, file, file.count, nil).code == heif_error_Ok else { throw .damaged }
    var handle: OpaquePointer?
    guard heif_context_get_primary_image_handle(context, &handle).code == heif_error_Ok, let handle else {
      throw .damaged
    }
    defer { heif_image_handle_release(handle) }
    try Picture.check(Int(heif_image_handle_get_width(handle)), Int(heif_image_handle_get_height(handle)))
    try Picture.check(Int(heif_image_handle_get_ispe_width(handle)), Int(heif_image_handle_get_ispe_height(handle)))
    var image: OpaquePointer?
    let error = heif_decode_image(handle, &image, heif_colorspace_RGB, heif_chroma_interleaved_RGB, nil)
    guard error.code == heif_error_Ok, let image else {
      throw error.code == heif_error_Memory_allocation_error ? .unreadable : .damaged
    }
    defer { heif_image_release(image) }
    let width = Int(heif_image_get_width(image, heif_channel_interleaved))
    let height = Int(heif_image_get_height(image, heif_channel_interleaved))
    try Picture.check(width, height)
    var stride: Int32 = 0
    guard let plane = heif_image_get_plane_readonly(image, heif_channel_interleaved, &stride),
      Int(stride) >= 3 * width
    else { throw .damaged }
    let pixels = [UInt8](unsafeUninitializedCapacity: 3 * width * height) { place, count in
      guard let start = place.baseAddress else { return }
      for row in 0..<height {
        (start + 3 * width * row).initialize(from: plane + Int(stride) * row, count: 3 * width)
      }
      count = 3 * width * height
    }
    return Picture(width: width, height: height, pixels: pixels)
  }
}
