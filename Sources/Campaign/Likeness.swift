package import Diagnostics
internal import Foundation
internal import Inventory

/// How much a sign that went up is like one that came down, and why one would think so.
package struct Likeness: Sendable, Hashable {
  /// From 0 to 1: seven tenths for the words, three twentieths each for kind and place.
  package var score: Double
  /// The likeness of the words alone, from 0 to 1.
  package var words: Double
  /// Why, in order of weight.
  package var reasons: [BilingualText]

  /// From which likeness on two signs are pointed out, of the whole and of the words alone.
  package static let threshold = (score: 0.6, words: 0.5)

  /// Whether the two are alike enough to be pointed out.
  package var isNotable: Bool { score >= Self.threshold.score && words >= Self.threshold.words }
}

/// Compares wordings of signs.
///
/// Words that many signs share, such as 工作站 and 服务中心, say little: each character counts by how rare it is among
/// all wordings of the campaign, ln(1 + wordings / wordings with it). The names of district, street and community are
/// left out. The likeness of two wordings is twice the weight of their longest common subsequence over the weight of both.
struct WordingComparer: Sendable {
  private let weights: [Unicode.Scalar: Double]
  private let rarest: Double
  /// Of longer texts only the beginning is compared: the table grows with the product of the lengths.
  private static let limit = 200

  /// Learns how rare each character is. The same wordings in any order give the same weights.
  init(_ wordings: [String]) {
    let distinct = Set(wordings.map(ComparedText.of))
    var counts: [Unicode.Scalar: Int] = [:]
    for wording in distinct {
      for scalar in Set(wording.unicodeScalars) { counts[scalar, default: 0] += 1 }
    }
    let total = Double(max(1, distinct.count))
    weights = counts.mapValues { log(1 + total / Double($0)) }
    rarest = log(1 + total)
  }

  /// Compares a sign that came down with one that went up, in one community.
  ///
  /// - Parameter names: the names of district, street and community.
  func likeness(_ old: RoundSign, _ new: RoundSign, without names: [String]) -> Likeness {
    let (oldText, newText) = (wording(old, without: names), wording(new, without: names))
    let common = Self.common(oldText, newText)
    let weight = weight(oldText) + weight(newText)
    let isSame = oldText == newText
    // Two marks without words are alike in nothing but kind and place.
    let words = isSame && !oldText.isEmpty ? 1 : weight > 0 ? 2 * self.weight(common) / weight : 0
    var reasons: [BilingualText] = []
    let shared = String(String.UnicodeScalarView(common))
    if isSame, !oldText.isEmpty {
      reasons.append(BilingualText(zh: "文字相同", en: "the same words"))
    } else if !common.isEmpty {
      reasons.append(BilingualText(zh: "文字相近（相同：“\(shared)”）", en: "alike in words (both: \(shared))"))
    }
    var score = 0.7 * words
    if let kind = old.kind, kind.id == new.kind?.id {
      score += 0.15
      reasons.append(
        BilingualText(zh: "类别相同（\(kind.label.zh)）", en: "the same kind (\(kind.label.en))"))
    }
    if let place = old.place, place.id == new.place?.id {
      score += 0.15
      reasons.append(BilingualText(zh: "位置相同（\(place.label.zh)）", en: "the same place (\(place.label.en))"))
    } else if let zone = old.zone, zone == new.zone {
      score += 0.075
      reasons.append(
        zone == .exterior ? BilingualText(zh: "同在室外", en: "both outside") : BilingualText(zh: "同在室内", en: "both inside")
      )
    }
    let departments = old.demandedBy.filter { Set(new.demandedBy.map(ComparedText.of)).contains(ComparedText.of($0)) }
    if !departments.isEmpty {
      reasons.append(
        BilingualText(
          zh: "同一部门要求（\(departments.joined(separator: "、"))）",
          en: "required by the same department (\(departments.joined(separator: ", ")))"))
    }
    return Likeness(score: score, words: words, reasons: reasons)
  }

  private func wording(_ sign: RoundSign, without names: [String]) -> [Unicode.Scalar] {
    var scalars = Array(ComparedText.of(sign.text ?? "").unicodeScalars)
    for name in names where !name.isEmpty {
      let part = Array(ComparedText.of(name).unicodeScalars)
      while let at = CommonSubsequence.index(of: part, in: scalars), scalars.count > part.count {
        scalars.removeSubrange(at..<at + part.count)
      }
    }
    return Array(scalars.prefix(Self.limit))
  }

  private func weight(_ scalars: [Unicode.Scalar]) -> Double {
    scalars.reduce(0) { $0 + (weights[$1] ?? rarest) }
  }

  /// A longest common subsequence.
  private static func common(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let table = CommonSubsequence(left, right)
    var common: [Unicode.Scalar] = []
    var (row, column) = (0, 0)
    while row < left.count, column < right.count {
      if left[row] == right[column] {
        common.append(left[row])
        (row, column) = (row + 1, column + 1)
      } else if table[row + 1, column] >= table[row, column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    return common
  }
}
