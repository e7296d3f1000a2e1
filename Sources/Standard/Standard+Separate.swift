extension Standard {
  /// The same standard with objects of its own, for a thread of its own.
  ///
  /// An audit asks its rules, words and texts hundreds of times an inventory, and each time counts a reference. Where
  /// threads share the objects, the counts go back and forth between the processors, which costs more than reading a
  /// standard once more.
  package func separate() -> Standard {
    guard let own = layers.last else { return self }
    var loader = StandardLoader(own.sources, directory: own.directory) { [layers] _, directory in
      // The files were read before: what lies on the disk may be another standard by now.
      let index = layers.firstIndex { $0.directory == directory } ?? 0
      return (index > 0 ? layers[index - 1] : nil, nil)
    }
    guard var copy = loader.load() else { return self }
    copy.switchedOff = switchedOff
    return copy
  }
}
