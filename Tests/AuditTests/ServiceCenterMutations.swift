extension Mutation {
  /// A second service center sign with nothing wrong about it.
  static let secondCenter =
    "id: X1, kind: service-center, text: 柳荫社区党员群众服务中心, place: facade, orientation: horizontal, lettering: red"

  /// `service-center.*`
  static let serviceCenter: [Mutation] = [
    .breaks("no service center sign", .drop("W1"), finds: "service-center.count fail"),
    .breaks("a second service center sign", .add(secondCenter), finds: "service-center.count fail"),
    .breaks(
      "a second service center sign with a wrong name",
      .add(secondCenter.replacing("党员群众", with: "便民")), finds: "service-center.count fail",
      "service-center.name fail X1"),
    .keeps("a second service center sign inside", .add(secondCenter.replacing("facade", with: "hall"))),
    .keeps("a second service center sign, removed", .add(secondCenter + ", state: removed")),
    .breaks(
      "the service center sign removed", .sign("W1", "prominent: true", "prominent: true, state: removed"),
      finds: "service-center.count fail"),
    .keeps("in place said aloud", .sign("W1", "prominent: true", "prominent: true, state: in-place")),
    .breaks(
      "the service center sign inside", .sign("W1", "above-entrance", "hall-wall"), finds: "service-center.count fail"),
    .breaks(
      "the service center sign somewhere", .sign("W1", "place: above-entrance, ", ""),
      finds: "service-center.count undetermined", "service-center.place undetermined W1"),
    .breaks(
      "both service center signs somewhere", .sign("W1", "place: above-entrance, ", ""),
      .add(secondCenter.replacing("place: facade, ", with: "")),
      finds: "service-center.count undetermined", "service-center.place undetermined W1",
      "service-center.place undetermined X1"),
    .breaks(
      "a further service center sign somewhere", .add(secondCenter.replacing("place: facade, ", with: "")),
      finds: "service-center.count undetermined", "service-center.place undetermined X1"),
    .breaks(
      "two service center signs and a further one somewhere", .add(secondCenter),
      .add(secondCenter.replacing("place: facade, ", with: "").replacing("X1", with: "X2")),
      finds: "service-center.count fail", "service-center.place undetermined X2"),

    .breaks(
      "党群 for 党员群众", .sign("W1", "党员群众", "党群"), finds: "service-center.name fail W1"),
    .breaks(
      "the district and street before the name", .sign("W1", "柳荫社区", "临江区江畔街道柳荫社区"),
      finds: "service-center.name fail W1"),
    .breaks(
      "traditional characters", .sign("W1", "党员群众服务中心", "黨員群衆服務中心"), finds: "service-center.name fail W1"),
    .breaks("two characters transposed", .sign("W1", "服务", "务服"), finds: "service-center.name fail W1"),
    .breaks("the name of another community", .sign("W1", "柳荫", "柳阴"), finds: "service-center.name fail W1"),
    .breaks("something behind the name", .sign("W1", "中心", "中心站"), finds: "service-center.name fail W1"),
    .breaks(
      "the service center sign's words unrecorded", .sign("W1", "text: 柳荫社区党员群众服务中心, ", ""),
      finds: "service-center.name undetermined W1"),
    .breaks(
      "the service center sign's words plain null", .sign("W1", "text: 柳荫社区党员群众服务中心", "text: null"),
      finds: "service-center.name undetermined W1"),
    .breaks(
      "the service center sign's words quoted null", .sign("W1", "text: 柳荫社区党员群众服务中心", "text: \"null\""),
      finds: "service-center.name fail W1"),
    .keeps("a service center sign without words", .sign("W1", "text: 柳荫社区党员群众服务中心", "text: \"\"")),
    .keeps("an ordinary space in the name", .sign("W1", "社区党员", "社区 党员")),
    .keeps("ideographic and no-break spaces in the name", .sign("W1", "社区党员", "社区\u{3000}党员\u{A0}")),
    .keeps("a line break in the name", .sign("W1", "柳荫社区党员群众服务中心", #""柳荫社区\n党员群众服务中心""#)),
    .keeps("a radical that looks like a character (NFKC)", .sign("W1", "中心", "中\u{2F3C}")),

    .breaks(
      "blue lettering", .sign("W1", "lettering: red", "lettering: blue"), finds: "service-center.lettering fail W1"),
    .breaks(
      "the lettering unrecorded", .sign("W1", "lettering: red, ", ""), finds: "service-center.lettering undetermined W1"
    ),
    .breaks(
      "an inconspicuous sign", .sign("W1", "prominent: true", "prominent: false"),
      finds: "service-center.lettering fail W1"),
    .breaks(
      "an inconspicuous sign, the lettering unrecorded",
      .sign("W1", "lettering: red, prominent: true", "prominent: no"),
      finds: "service-center.lettering fail W1"),
    .breaks(
      "an inconspicuous sign in gold: one finding",
      .sign("W1", "lettering: red, prominent: true", "lettering: gold, prominent: false"),
      finds: "service-center.lettering fail W1"),
    .keeps("whether it is prominent unrecorded", .sign("W1", ", prominent: true", "")),
    .keeps("a red ground: it is not prescribed", .sign("W1", "background: white", "background: red")),
    .keeps("the ground unrecorded: it is not prescribed", .sign("W1", "background: white, ", "")),

    .keeps("the service center sign on the front", .sign("W1", "above-entrance", "facade")),
    .breaks(
      "the service center sign on a side wall", .sign("W1", "above-entrance", "side-wall"),
      finds: "service-center.place fail W1"),
    .breaks(
      "the service center sign on the yard wall", .sign("W1", "above-entrance", "gate"),
      finds: "service-center.place fail W1"),
    .breaks(
      "the service center sign beside the entrance", .sign("W1", "above-entrance", "entrance-left"),
      finds: "service-center.place fail W1"),
    .breaks(
      "the service center sign in a window", .sign("W1", "above-entrance", "window"),
      finds: "service-center.place fail W1"),
    .breaks(
      "the service center sign upright", .sign("W1", "horizontal", "vertical"),
      finds: "service-center.orientation fail W1"),
    .breaks(
      "the service center sign's orientation unrecorded", .sign("W1", "orientation: horizontal, ", ""),
      finds: "service-center.orientation undetermined W1"),
    .breaks(
      "everything wrong about the service center sign",
      .sign("W1", "党员群众", "党群"),
      .sign(
        "W1", "above-entrance, orientation: horizontal, mounting: hung",
        "window, orientation: vertical, mounting: electronic"), .sign("W1", "lettering: red", "lettering: yellow"),
      finds: "service-center.name fail W1", "service-center.lettering fail W1", "service-center.place fail W1",
      "service-center.orientation fail W1", "exterior.mounting fail W1"),
    .keeps("the community by the name of its committee", .text("name: 柳荫社区", "name: 柳荫居委会")),
    .keeps("the community by its full official name", .text("name: 柳荫社区", "name: 柳荫社区居民委员会")),
    .keeps("the street by its office", .text("street: 江畔街道", "street: 江畔街道办事处")),
    .keeps("a community that is no 社区 keeps its name", .everywhere("柳荫社区", "柳荫管理区")),
    .breaks(
      "the short name is compared, not the written one",
      .text("name: 柳荫社区", "name: 柳荫居委会"), .sign("W1", "柳荫社区", "柳荫居委会"), finds: "service-center.name fail W1"),
  ]
}
