import Audit
import Diagnostics
import Inventory
import Standard
import Synchronization
import YAMLTree

/// Audits files side by side and hands their results on in input order.
struct AuditRun: Sendable {
  let auditor: Auditor
  let files: PathList
  let jobs: Int
  let keepsLines: Bool
  /// What is to be kept of the bytes of each file; nil: nothing.
  var digest: (@Sendable ([UInt8]) -> String)?
  /// The number of files that one task takes at a time.
  private static let chunk = 32

  /// Workers that are free, so that their arenas are used again, and what turns their results into products.
  private final class Pool<Product: Sendable>: Sendable {
    private let state: Mutex<(free: [Box], made: Int)> = Mutex(([], 0))

    /// A worker is used by one task at a time: the pool hands it to one and takes it back.
    final class Box: @unchecked Sendable {
      let worker: InventoryWorker
      let transform: Transform<Product>
      init(_ worker: InventoryWorker, _ transform: @escaping Transform<Product>) {
        self.worker = worker
        self.transform = transform
      }
    }

    /// - Parameter make: makes a worker, told whether it is the first one.
    func take(_ make: (_ isFirst: Bool) -> Box) -> Box {
      let (box, isFirst) = state.withLock { state in
        let box = state.free.popLast()
        if box == nil { state.made += 1 }
        return (box, state.made == 1)
      }
      return box ?? make(isFirst)
    }

    func give(_ box: Box) { state.withLock { $0.free.append(box) } }
  }

  /// Turns what one file gave into what the caller needs.
  typealias Transform<Product> = (InventoryWorker.FileResult) -> Product

  /// What one file gave, turned into what the caller needs, on the task that read it.
  ///
  /// - Parameters:
  ///   - transform: makes what runs in parallel, once for each worker and with its settings, so that workers share as
  ///     little as they can.
  ///   - body: runs one file after another, in input order.
  func run<Product: Sendable>(
    _ transform: @escaping @Sendable (AuditSettings) -> Transform<Product>, _ body: (Product) throws -> Void
  ) async throws {
    let pool = Pool<Product>()
    let chunks = (files.count + Self.chunk - 1) / Self.chunk
    @Sendable func products(_ index: Int) -> [Product] {
      let box = pool.take { isFirst in
        let auditor = isFirst ? auditor : auditor.separate()
        return Pool.Box(
          InventoryWorker(auditor, keepsLines: keepsLines, digest: digest), transform(auditor.settings))
      }
      defer { pool.give(box) }
      let range = index * Self.chunk..<min(files.count, (index + 1) * Self.chunk)
      return range.map { index in
        var result = box.worker.audit(files[index])
        result.file = index
        return box.transform(result)
      }
    }
    if jobs == 1 {
      for index in 0..<chunks {
        for product in products(index) { try body(product) }
      }
      return
    }
    try await withThrowingTaskGroup(of: (Int, [Product]).self) { group in
      var next = 0
      var emitted = 0
      var waiting: [Int: [Product]] = [:]
      // A window bounds what waits for a slow chunk.
      func fill() {
        while next < chunks, next < emitted + jobs * 4 {
          let index = next
          group.addTask { (index, products(index)) }
          next += 1
        }
      }
      fill()
      while let (index, result) = try await group.next() {
        waiting[index] = result
        while let ready = waiting.removeValue(forKey: emitted) {
          for product in ready { try body(product) }
          emitted += 1
        }
        fill()
      }
    }
  }
}
