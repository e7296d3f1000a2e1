extension Array where Element: Hashable {
  /// The elements, each once, in order of appearance.
  @inlinable
  package func uniqued() -> [Element] {
    guard count > 1 else { return self }
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
