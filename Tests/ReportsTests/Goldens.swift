import Foundation
import Testing

/// Compares what was rendered with the file recorded for it.
///
/// With `SIGNAUDIT_RECORD=1` the file is written instead, and the test fails: a recording is to be read, not trusted.
func expectGolden(_ bytes: [UInt8], _ name: String, sourceLocation: Testing.SourceLocation = #_sourceLocation) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Goldens/\(name)")
  if ProcessInfo.processInfo.environment["SIGNAUDIT_RECORD"] == "1" {
    try Data(bytes).write(to: file)
    Issue.record("Recorded \(name); read it, and run again without SIGNAUDIT_RECORD.", sourceLocation: sourceLocation)
    return
  }
  let golden = try Data(contentsOf: file)
  #expect(
    String(decoding: golden, as: UTF8.self) == String(decoding: bytes, as: UTF8.self), sourceLocation: sourceLocation)
  #expect(Array(golden) == bytes, sourceLocation: sourceLocation)
}
