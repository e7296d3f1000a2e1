/// Digests as people write them.
package enum Hexadecimal {
  /// Bytes in lower-case hexadecimal digits.
  package static func text(_ bytes: some Sequence<UInt8>) -> String {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value }
    // Each finding has a digest: the bytes are taken out of a digest's iterator, which is slow, at once.
    let bytes = Array(bytes)
    return unsafe String(unsafeUninitializedCapacity: bytes.count * 2) { text in
      for (index, byte) in bytes.enumerated() {
        unsafe text[index * 2] = digit(byte >> 4)
        unsafe text[index * 2 + 1] = digit(byte & 15)
      }
      return bytes.count * 2
    }
  }
}
