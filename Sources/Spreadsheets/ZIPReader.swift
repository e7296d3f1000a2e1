internal import CZip
internal import Diagnostics

/// Reads the members of an archive that lies in memory. What is read of it in all is limited, so that a small file
/// which unpacks to a large one is noticed in time.
final class ZIPReader {
  private let archive: OpaquePointer
  /// The archive's bytes, which libzip does not copy.
  private let bytes: UnsafeMutableRawBufferPointer
  private let limits: SpreadsheetLimits
  private var unpacked = 0

  /// Opens an archive.
  init(_ file: [UInt8], limits: SpreadsheetLimits) throws(SpreadsheetFailure) {
    self.limits = limits
    bytes = .allocate(byteCount: max(1, file.count), alignment: 1)
    bytes.copyBytes(from: file)
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(file.count), 0, &error) else {
      bytes.deallocate()
      throw ZIPReader.damaged
    }
    guard let archive = zip_open_from_source(source, ZIP_RDONLY, &error) else {
      zip_source_free(source)
      bytes.deallocate()
      throw ZIPReader.damaged
    }
    self.archive = archive
    let count = Int(zip_get_num_entries(archive, 0))
    guard count <= limits.members else {
      throw .limit(
        zh: "文件里有 \(count) 个部件，超过 \(limits.members) 个的上限",
        en: "the file has \(count) parts, more than the limit of \(limits.members)")
    }
  }

  deinit {
    zip_discard(archive)
    bytes.deallocate()
  }

  private static let damaged = SpreadsheetFailure(
    BilingualText(zh: "不是完整的 xlsx 文件", en: "this is no whole xlsx file"),
    help: BilingualText(
      zh: "用表格软件打开后另存为“Excel 工作簿（.xlsx）”；旧的 .xls 和加密的文件不能读取",
      en: "open it in an office program and save it as .xlsx; old .xls files and encrypted ones cannot be read"))

  /// Whether there is a member of this name.
  func has(_ name: String) -> Bool { zip_name_locate(archive, name, 0) >= 0 }

  /// Hands over what a member holds, piece by piece, until `body` returns false.
  func read(
    _ name: String, _ body: (UnsafeRawBufferPointer, _ isLast: Bool) -> Bool
  ) throws(SpreadsheetFailure) {
    guard let file = zip_fopen(archive, name, 0) else { throw ZIPReader.damaged }
    defer { zip_fclose(file) }
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { piece.deallocate() }
    while true {
      let count = Int(zip_fread(file, piece.baseAddress, zip_uint64_t(piece.count)))
      guard count >= 0 else { throw ZIPReader.damaged }
      unpacked += count
      guard unpacked <= limits.unpackedSize else {
        throw .limit(
          zh: "文件解压后超过 \(limits.unpackedSize) 字节的上限",
          en: "unpacked, the file has more than \(limits.unpackedSize) bytes")
      }
      if !body(UnsafeRawBufferPointer(rebasing: piece[..<count]), count == 0) || count == 0 { return }
    }
  }
}
