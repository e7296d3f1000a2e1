import Diagnostics
import YAMLTree

/// Reading the list of signs.
extension Inventory {
  mutating func readSigns(_ node: NodeIndex, _ words: InventoryWords, _ problems: inout Problems) {
    let list = tree.nodes[Int(node)]
    guard list.kind == .sequence else {
      problems.error(
        tree, node, zh: "“标识牌”应是列表（每项以“- ”开头）",
        en: "`signs` must be a list (each item begins with `- `)",
        help: BilingualText(zh: "一块标识牌也没有时写“标识牌: []”", en: "where there is no sign at all write `signs: []`"))
      return
    }
    var ids = FirstSeen()
    var child = node + 1
    while child < list.next {
      let sign = readSign(child, words, &problems)
      if !sign.id.isRecorded {
        problems.missingKey(tree, child, in: KeySet.sign.what, key: .id)
      } else if let first = ids.insert(sign.id) {
        reportRepeated(sign.id, first: first, .id, &problems)
      }
      signs.append(sign)
      child = tree.nodes[Int(child)].next
    }
  }

  private mutating func readSign(_ node: NodeIndex, _ words: InventoryWords, _ problems: inout Problems) -> Sign {
    var sign = Sign()
    sign.node = node
    eachPair(node, .sign, &problems) { inventory, key, _, value, problems in
      switch key {
      case .id: sign.id = inventory.name(value, key, &problems)
      case .kind: sign.kind = inventory.word(value, key, words.kinds, &problems)
      case .text: sign.text = inventory.text(value, key, keepsEmpty: true, compared: true, &problems)
      case .place: sign.place = inventory.word(value, key, words.places, &problems)
      case .orientation: sign.orientation = inventory.word(value, key, FixedWords.orientation, &problems)
      case .mounting: sign.mounting = inventory.word(value, key, FixedWords.mounting, &problems)
      case .background: sign.background = inventory.word(value, key, words.colours, &problems)
      case .lettering: sign.lettering = inventory.word(value, key, words.colours, &problems)
      case .prominent: sign.prominent = inventory.flag(value, key, &problems)
      case .state: sign.isRemoved = inventory.word(value, key, FixedWords.state, &problems).word == 1
      case .since: sign.since = inventory.date(value, key, &problems)
      case .order: sign.order = inventory.number(value, key, whole: true, &problems)
      case .floor: sign.floor = inventory.name(value, key, &problems)
      case .room: sign.room = inventory.name(value, key, &problems)
      case .sizeMillimetres: inventory.readSize(value, &sign, &problems)
      case .material: sign.material = inventory.text(value, key, compared: true, &problems)
      case .entries: sign.entries = inventory.readEntries(value, &problems)
      case .demandedBy: sign.demandedBy = inventory.demand(value, &problems)
      case .basis: sign.basis = inventory.text(value, key, compared: true, &problems)
      case .approval: sign.approval = inventory.readApproval(value, &problems)
      case .photo: inventory.checkPhotos(value, &problems)
      case .note: sign.note = inventory.text(value, key, &problems)
      default: break
      }
    }
    return sign
  }

  private mutating func readSize(_ node: NodeIndex, _ sign: inout Sign, _ problems: inout Problems) {
    eachPair(node, .size, &problems) { inventory, key, _, value, problems in
      switch key {
      case .width: sign.width = inventory.number(value, key, whole: false, &problems)
      case .height: sign.height = inventory.number(value, key, whole: false, &problems)
      default: break
      }
    }
  }

  private mutating func readEntries(_ node: NodeIndex, _ problems: inout Problems) -> ListSlice {
    var slice = ListSlice()
    if tree.isAbsent(node) { return slice }
    let list = tree.nodes[Int(node)]
    guard list.kind == .sequence else {
      problems.wrongShape(tree, node, InventoryKey.entries.quoted, wanted: .list)
      return slice
    }
    slice.node = node
    let start = entries.count
    var child = node + 1
    while child < list.next {
      var entry = Entry()
      entry.node = child
      eachPair(child, .entry, &problems) { inventory, key, _, value, problems in
        switch key {
        case .function: entry.function = inventory.name(value, key, &problems)
        case .room: entry.room = inventory.name(value, key, &problems)
        case .area: entry.area = inventory.text(value, key, &problems)
        case .special: entry.special = inventory.flag(value, key, &problems)
        case .approval: entry.approval = inventory.readApproval(value, &problems)
        default: break
        }
      }
      entries.append(entry)
      child = tree.nodes[Int(child)].next
    }
    slice.range = start..<entries.count
    return slice
  }

  private mutating func readApproval(_ node: NodeIndex, _ problems: inout Problems) -> Approval {
    var approval = Approval()
    if tree.isAbsent(node) { return approval }
    approval.node = node
    eachPair(node, .approval, &problems) { inventory, key, _, value, problems in
      switch key {
      case .document: approval.document = inventory.text(value, key, &problems)
      case .authority: approval.authority = inventory.text(value, key, compared: true, &problems)
      case .level: approval.level = inventory.text(value, key, compared: true, &problems)
      case .date: approval.date = inventory.date(value, key, &problems)
      default: break
      }
    }
    return approval
  }

  /// Photographs are referred to, never read: only their shape is checked, a text or a list of texts.
  private mutating func checkPhotos(_ node: NodeIndex, _ problems: inout Problems) {
    let value = tree.nodes[Int(node)]
    switch value.kind {
    case .scalar: break
    case .mapping: problems.wrongShape(tree, node, InventoryKey.photo.quoted, wanted: .list)
    case .sequence:
      var child = node + 1
      while child < value.next {
        _ = slice(child, .photo, &problems)
        child = tree.nodes[Int(child)].next
      }
    }
  }
}
