import CQPDF
import Services

/// Looks through PDFs, and writes them anew: what no page needs stays behind, and so does what stood before or after.
struct PDFReader {
  /// More objects than a document of `PaperSizes.mostPages` pages has.
  private static let mostObjects = 200_000

  private let pdf: qpdf_data

  /// - Returns: the pages, and the PDF as it is kept.
  static func read(_ file: [UInt8]) throws(PaperRefusal) -> (pages: Int, content: [UInt8]) {
    guard !SecondType.isIn(file) else { throw .twoTypes }
    var pdf = qpdf_init()
    defer { qpdf_cleanup(&pdf) }
    guard let pdf else { throw .unreadable }
    return try PDFReader(pdf: pdf).read(file)
  }

  private func read(_ file: [UInt8]) throws(PaperRefusal) -> (pages: Int, content: [UInt8]) {
    qpdf_set_suppress_warnings(pdf, 1)
    qpdf_silence_errors(pdf)
    // The library reads from where the file lies until it is done: all of that is within this one call.
    var result = Result<(pages: Int, content: [UInt8]), PaperRefusal>.failure(.damaged)
    file.withUnsafeBytes { bytes in
      let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
      let code = qpdf_read_memory(pdf, "paper", start, UInt64(bytes.count), nil)
      do throws(PaperRefusal) { result = .success(try checked(code)) } catch { result = .failure(error) }
    }
    return try result.get()
  }

  private func checked(_ code: Int32) throws(PaperRefusal) -> (pages: Int, content: [UInt8]) {
    guard code & QPDFError.errors == 0 else {
      let isLocked = qpdf_has_error(pdf) != 0 && qpdf_get_error_code(pdf, qpdf_get_error(pdf)) == qpdf_e_password
      throw isLocked ? .encrypted : .damaged
    }
    guard qpdf_is_encrypted(pdf) == 0 else { throw .encrypted }
    let pages = Int(qpdf_get_num_pages(pdf))
    guard pages > 0 else { throw .damaged }
    guard pages <= PaperSizes.mostPages else { throw .tooManyPages }
    try lookThrough()
    return (pages, try writtenAnew())
  }

  // MARK: - What it holds

  /// Goes from the trailer to all that it leads to.
  private func lookThrough() throws(PaperRefusal) {
    var waiting = [qpdf_get_trailer(pdf)]
    var seen: Set<Int64> = []
    var count = 0
    while let object = waiting.popLast() {
      count += 1
      guard count <= Self.mostObjects else { throw .tooManyPages }
      defer { qpdf_oh_release(pdf, object) }
      if qpdf_oh_is_indirect(pdf, object) != 0 {
        let name = Int64(qpdf_oh_get_object_id(pdf, object)) << 20 | Int64(qpdf_oh_get_generation(pdf, object))
        guard seen.insert(name).inserted else { continue }
      }
      switch qpdf_oh_get_type_code(pdf, object) {
      case ot_dictionary: waiting += try parts(of: object)
      case ot_stream:
        let dictionary = qpdf_oh_get_dict(pdf, object)
        defer { qpdf_oh_release(pdf, dictionary) }
        waiting += try parts(of: dictionary)
      case ot_array:
        let items = qpdf_oh_get_array_n_items(pdf, object)
        guard count + waiting.count + Int(items) <= Self.mostObjects else { throw .tooManyPages }
        for item in 0..<max(0, items) { waiting.append(qpdf_oh_get_array_item(pdf, object, item)) }
      default: break
      }
    }
  }

  private func parts(of dictionary: qpdf_oh) throws(PaperRefusal) -> [qpdf_oh] {
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(pdf, dictionary)
    while qpdf_oh_dict_more_keys(pdf) != 0 {
      if let key = qpdf_oh_dict_next_key(pdf) { keys.append(String(cString: key)) }
    }
    var values: [qpdf_oh] = []
    for key in keys {
      if let refusal = PDFWords.keys[key] { throw refusal }
      let value = qpdf_oh_get_key(pdf, dictionary, key)
      values.append(value)
      guard PDFWords.naming.contains(key), qpdf_oh_is_name(pdf, value) != 0, let name = qpdf_oh_get_name(pdf, value)
      else { continue }
      if let refusal = PDFWords.names[String(cString: name)] { throw refusal }
    }
    return values
  }

  // MARK: - What is kept

  private func writtenAnew() throws(PaperRefusal) -> [UInt8] {
    guard qpdf_init_write_memory(pdf) & QPDFError.errors == 0 else { throw .damaged }
    // Nothing is unpacked, so nothing can unpack too far; and nothing depends on the time.
    qpdf_set_stream_data_mode(pdf, qpdf_s_preserve)
    qpdf_set_decode_level(pdf, qpdf_dl_none)
    qpdf_set_object_stream_mode(pdf, qpdf_o_preserve)
    qpdf_set_deterministic_ID(pdf, 1)
    guard qpdf_write(pdf) & QPDFError.errors == 0, let bytes = qpdf_get_buffer(pdf) else { throw .damaged }
    return Array(UnsafeBufferPointer(start: bytes, count: qpdf_get_buffer_length(pdf)))
  }
}

/// What the library answers: bits.
private enum QPDFError {
  static let errors: Int32 = 1 << 1
}

/// The words of PDF (ISO 32000-2) that stand for more than pages to look at.
enum PDFWords {
  static let keys: [String: PaperRefusal] = [
    "/JS": .script, "/JavaScript": .script, "/XFA": .script, "/AA": .script, "/EmbeddedFiles": .attachment,
    "/EF": .attachment, "/Collection": .attachment, "/RichMediaContent": .attachment,
  ]
  /// Keys whose values are names that say what something is.
  static let naming: Set<String> = ["/S", "/Subtype", "/Type"]
  static let names: [String: PaperRefusal] = [
    "/JavaScript": .script, "/Rendition": .attachment, "/Launch": .launch, "/SubmitForm": .launch,
    "/ImportData": .launch, "/GoToE": .launch, "/GoToR": .launch, "/EmbeddedFile": .attachment,
    "/FileAttachment": .attachment, "/RichMedia": .attachment, "/Movie": .attachment, "/Sound": .attachment,
    "/Screen": .attachment, "/3D": .attachment, "/Filespec": .attachment,
  ]
}
