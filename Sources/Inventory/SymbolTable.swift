/// A name of one document as a small integer: two names are the same if their symbols are. Symbols count from 1 in
/// order of appearance; 0 is no name.
package typealias Symbol = UInt32

/// The names of one document, each once.
///
/// A collision of hashes costs a comparison more; the table doubles before it is half full.
package struct SymbolTable: Sendable {
  private var slots: ContiguousArray<Symbol>
  private var names: ContiguousArray<TextSlice> = []

  /// Makes an empty table.
  package init() {
    slots = ContiguousArray(repeating: 0, count: 256)
  }

  /// How many names there are: symbols are 1 to this.
  package var count: Int { names.count }

  /// The stretch of text behind a symbol.
  package subscript(symbol: Symbol) -> TextSlice { names[Int(symbol) - 1] }

  /// Forgets all names and keeps the memory.
  package mutating func removeAll() {
    guard !names.isEmpty else { return }
    for index in slots.indices { slots[index] = 0 }
    names.removeAll(keepingCapacity: true)
  }

  /// The symbol of a name, a new one if the name is new.
  package mutating func intern(_ name: TextSlice, in text: ContiguousArray<UInt8>) -> Symbol {
    var slot = Int(truncatingIfNeeded: ArenaText.hash(text, name)) & (slots.count - 1)
    while slots[slot] != 0 {
      if ArenaText.same(text, names[Int(slots[slot]) - 1], name) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    names.append(name)
    slots[slot] = Symbol(names.count)
    if names.count * 2 > slots.count { grow(text) }
    return Symbol(names.count)
  }

  /// The symbol of a name that may not occur: 0 if it does not.
  package func find(_ name: [UInt8], in text: ContiguousArray<UInt8>) -> Symbol {
    var slot = Int(truncatingIfNeeded: ArenaText.hash(name)) & (slots.count - 1)
    while slots[slot] != 0 {
      if ArenaText.equals(text, names[Int(slots[slot]) - 1], name) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return 0
  }

  private mutating func grow(_ text: ContiguousArray<UInt8>) {
    slots = ContiguousArray(repeating: 0, count: slots.count * 2)
    for (index, name) in names.enumerated() {
      var slot = Int(truncatingIfNeeded: ArenaText.hash(text, name)) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Symbol(index + 1)
    }
  }
}
