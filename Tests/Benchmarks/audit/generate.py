#!/usr/bin/env python3
"""Writes made-up inventories to measure on.

    generate.py COUNT DIR [SEED]

COUNT inventories of about 30 signs (5 to 7 KB) in the manner of
Samples/inventories/jiangpan/liuyin.yaml, 100 per subfolder, a subfolder being a street.
Every third has 2 to 6 failures. The same SEED writes the same bytes, and a smaller COUNT
writes the first files of a larger one. All names are made up.
"""
import os
import random
import sys

PER_STREET = 100
DISTRICT = "临江区"
# Names are two of these.
FIRST = "柳槐桐榆枫桂梅兰竹松柏荷菱荻芦苇杏桃梨枣云霞晴岚溪泉湖湾洲渚"
SECOND = "荫浦汀亭桥渡塘堤岸坡岭屏庭苑圃园坪畈墩埠滩涧峰崖台榭轩廊井巷"
# Further streets have one of these before.
SIDES = "东西南北上下前后"
FUNCTIONS = ["便民服务站", "退役军人服务站", "社区综治工作站", "居民议事厅", "新时代文明实践站",
             "综合文化服务中心", "妇女和儿童之家"]
PARTY = {"committee": "委员会", "general-branch": "总支部委员会", "branch": "支部委员会"}
SYSTEMS = ["首问负责和一次性告知制度", "居民公约", "居民议事协商流程", "高频事项办事须知", "便民服务事项目录",
           "居民代表会议制度", "志愿服务积分办法"]
PLATES = [("award-plaque", "二〇二五年度先进基层组织"), ("pennant", "情系居民 热心服务"),
          ("designation-plaque", "书香社区"), ("award-plaque", "年度邻里互助先进集体"), ("pennant", "为民解忧 排难及时")]
OUTSIDE_SCOPE = [("notice-board", "居务公开栏", "hall-wall", "mounted"), ("public-guide", "请在此取号", "counter", "standing"),
                 ("safety-sign", "安全出口", "corridor-wall", "mounted"), ("safety-sign", "小心台阶", "stairwell", "pasted"),
                 ("public-guide", "饮水处", "hall", "pasted"), ("safety-sign", "消火栓", "corridor-wall", "pasted")]


def quoted(text):
    return f'"{text}"'


class Inventory:
    """One community, compliant until `fail` is called."""

    def __init__(self, rng, street, name, code):
        self.rng, self.street, self.name, self.code = rng, street, name, code
        self.party = rng.choice(sorted(PARTY))
        # The first floor and the second: number, functions. Two functions share a room, and one has two rooms.
        functions = FUNCTIONS[:]
        rng.shuffle(functions)
        self.rooms = [("101", functions[0:2]), ("102", functions[2:3]), ("201", functions[3:4]), ("202", functions[4:6]),
                      ("203", functions[5:6])]
        if rng.random() < 0.6:
            self.rooms.insert(2, ("103", []))
        if rng.random() < 0.5:
            self.rooms.append(("204", functions[6:7]))
        self.exterior, self.interior = [], []
        self.build_exterior()
        self.build_interior()

    def sign(self, group, kind, text, place, mounting, **more):
        sign = {"kind": kind, "text": text, "place": place, "mounting": mounting}
        sign.update(more)
        group.append(sign)
        return sign

    def build_exterior(self):
        full = DISTRICT + self.street + self.name
        out, rng = self.exterior, self.rng
        self.w1 = self.sign(out, "service-center", self.name + "党员群众服务中心", "above-entrance", "mounted",
                            orientation="horizontal", background="white", lettering="red", prominent="true",
                            demanded_by="none")
        if rng.random() < 0.5:
            self.w1["size_mm"] = "{width: %d, height: %d}" % (rng.randrange(3600, 6000, 100), rng.randrange(500, 900, 50))
            self.w1["material"] = "不锈钢烤漆字"
        self.w2 = self.sign(out, "party-organization", "中国共产党" + full + PARTY[self.party], "entrance-left", "hung",
                            orientation="vertical", background="white", lettering="red", order="1", demanded_by="none")
        self.w3 = self.sign(out, "residents-committee", full + "居民委员会", "entrance-right", "hung",
                            orientation="vertical", background="white", lettering="black", order="1", demanded_by="none")
        self.w4 = self.sign(out, "supervision-committee", full + "居务监督委员会", "entrance-right", "hung",
                            orientation="vertical", background="white", lettering="black", order="2", demanded_by="none")
        self.w5 = self.sign(out, "civilization-station", "新时代文明实践站", "facade", "mounted", prominent="true",
                            demanded_by="none")
        self.sign(out, "address-plate", f"{self.street[:2]}路{rng.randrange(1, 300)}号", "exterior-other", "mounted")
        self.sign(out, "notice-board", "党务居务财务公开栏", "side-wall", "mounted")

    def build_interior(self):
        inn, rng = self.interior, self.rng
        entries = [f"{{function: {f}, room: {quoted(n)}}}" for n, fs in self.rooms for f in fs]
        if rng.random() < 0.3:
            entries.append("{function: 邻里书画社, area: 二楼东侧, special: true, approval: {document: 临办〔2026〕%d号, "
                           "authority: 区委、区政府, level: 区级, date: 2026-03-01}}" % rng.randrange(1, 90))
        self.index = self.sign(inn, "index-board", "服务功能索引", "hall", "standing", prominent="true", floor=quoted("1"),
                               demanded_by="none", entries=entries)
        self.maps = []
        for floor, place in (("1", "hall"), ("2", "floor-entrance")):
            entries = []
            for number, functions in self.rooms:
                if number[0] == floor:
                    entries += [f"{{function: {f}, room: {quoted(number)}}}" for f in functions] or [
                        f"{{room: {quoted(number)}, area: 库房}}"]
            self.maps.append(self.sign(inn, "floor-map", "一二"[int(floor) - 1] + "楼功能室分布图", place, "hung",
                                       floor=quoted(floor), demanded_by="none", entries=entries))
        self.doors = [self.sign(inn, "room-number", quoted(n), "room-door", "mounted", room=quoted(n),
                                floor=quoted(n[0]), demanded_by="none") for n, _ in self.rooms]
        self.systems = []
        for text in rng.sample(SYSTEMS, rng.randrange(3, 6)):
            place, mounting = rng.choice([("handbook", "standing"), ("screen", "electronic"), ("kiosk", "electronic")])
            self.systems.append(self.sign(inn, "institution-board", text, place, mounting, floor=quoted("1"),
                                          demanded_by="none"))
        self.screen = self.sign(inn, "electronic-sign", self.name + "服务事项查询", "screen", "electronic",
                                floor=quoted("1"), demanded_by="none")
        self.plates = [self.sign(inn, kind, text, "display-case", "standing", floor=quoted("2"), room=quoted("202"),
                                 demanded_by="none") for kind, text in rng.sample(PLATES, 3)]
        self.sign(inn, "function-sign", "老年人优先窗口", "counter", "standing", floor=quoted("1"), room=quoted("101"),
                  demanded_by="none")
        self.panel = self.sign(inn, "display-panel", "居民书画作品展", "room-wall", "hung", floor=quoted("2"),
                               room=quoted("203"), demanded_by="none")
        for kind, text, place, mounting in rng.sample(OUTSIDE_SCOPE, rng.randrange(2, 5)):
            self.sign(inn, kind, text, place, mounting, floor=quoted("1"))

    # Each makes one failure; any of them may stand together.

    def wrong_center(self):
        self.w1["text"] = self.name + "党群服务中心"

    def wrong_center_colour(self):
        self.w1["lettering"] = self.rng.choice(["blue", "black"])

    def wrong_party(self):
        self.w2["text"] = self.w2["text"].replace("中国共产党", "中共")

    def wrong_residents(self):
        self.w3["text"] = self.w3["text"].replace("居民委员会", "居委会")

    def wrong_supervision(self):
        self.w4["text"] = DISTRICT + self.name + "居务监督委员会"

    def wrong_party_colour(self):
        self.w2["lettering"] = "black"

    def no_residents_colour(self):
        del self.w3["lettering"]

    def no_supervision_colour(self):
        del self.w4["background"], self.w4["lettering"]

    def surplus(self):
        self.sign(self.exterior, "other", self.rng.choice(["社区工作者之家", "劳动保障工作站", "科普活动基地"]),
                  self.rng.choice(["facade", "side-wall"]), "mounted", demanded_by="none")

    def demanded_panel(self):
        text, by = self.rng.choice([("消防安全宣传展板", "区消防救援大队"), ("普法宣传展板", "区司法局"), ("健康教育宣传栏", "区卫生健康局")])
        self.sign(self.interior, "display-panel", text, "hall-wall", "hung", floor=quoted("1"),
                  demanded_by=f"[{by}]")

    def name_on_door(self):
        self.sign(self.interior, "function-sign", self.rooms[1][1][0], "room-door", "hung", floor=quoted("1"),
                  room=quoted("102"), demanded_by="none")

    def system_on_wall(self):
        self.systems[0].update(place="room-wall", mounting="hung", room=quoted("101"))

    def plate_on_wall(self):
        self.plates[0].update(place="room-wall", mounting="hung")

    def no_room_number(self):
        self.interior.remove(self.doors[0])

    def index_lacks_entry(self):
        del self.index["entries"][0]

    def failures(self):
        kinds = [Inventory.wrong_center, Inventory.wrong_center_colour, Inventory.wrong_party, Inventory.wrong_residents,
                 Inventory.wrong_supervision, Inventory.wrong_party_colour, Inventory.no_residents_colour,
                 Inventory.no_supervision_colour, Inventory.surplus, Inventory.demanded_panel, Inventory.name_on_door,
                 Inventory.system_on_wall, Inventory.plate_on_wall, Inventory.no_room_number, Inventory.index_lacks_entry]
        for fail in self.rng.sample(kinds, self.rng.randrange(2, 7)):
            fail(self)

    def yaml(self):
        lines = [f"# {self.name}：基准测试用的虚构台账。", "inventory: 1", "community:", f"  district: {DISTRICT}",
                 f"  street: {self.street}", f"  name: {self.name}", f"  code: {quoted(self.code)}", "  type: community",
                 f"  party_organization: {self.party}", "survey:", f"  date: 2026-05-{self.rng.randrange(1, 29):02}",
                 "  by: 街道党建办", "  viewpoint: facing-entrance", "  covers: [exterior, interior]", "facility:",
                 '  floors: ["1", "2"]', "  rooms:"]
        for number, functions in self.rooms:
            lines.append(f"    - {{number: {quoted(number)}, floor: {quoted(number[0])}, functions: [{', '.join(functions)}]}}")
        lines.append("signs:")
        for title, letter, group in (("外部标识牌 exterior", "W", self.exterior), ("内部标识牌 interior", "N", self.interior)):
            lines.append(f"  # {title}")
            for number, sign in enumerate(group, 1):
                lines.append(f"  - id: {letter}{number}")
                for key, value in sign.items():
                    if isinstance(value, list):
                        lines.append(f"    {key}:")
                        lines += [f"      - {entry}" for entry in value]
                    else:
                        lines.append(f"    {key}: {value}")
        return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    count, folder = int(sys.argv[1]), sys.argv[2]
    seed = sys.argv[3] if len(sys.argv) == 4 else "signaudit"
    names = [a + b for a in FIRST for b in SECOND]
    streets = names[:]
    random.Random(f"{seed}:streets").shuffle(streets)
    further = [side + name for side in SIDES for name in names]
    random.Random(f"{seed}:further streets").shuffle(further)
    streets += further
    if count > PER_STREET * len(streets):
        sys.exit(f"at most {PER_STREET * len(streets)} inventories: there are no more street names")
    for street in range((count + PER_STREET - 1) // PER_STREET):
        here = os.path.join(folder, f"street{street + 1:04}")
        os.makedirs(here, exist_ok=True)
        communities = random.Random(f"{seed}:{street}").sample(names, PER_STREET)
        for number in range(min(PER_STREET, count - street * PER_STREET)):
            index = street * PER_STREET + number
            inventory = Inventory(random.Random(f"{seed}:{street}:{number}"), streets[street] + "街道",
                                  communities[number] + "社区", f"99{street + 1:07}{number + 1:03}")
            if index % 3 == 2:
                inventory.failures()
            with open(os.path.join(here, f"community{number + 1:03}.yaml"), "w", encoding="utf-8", newline="\n") as file:
                file.write(inventory.yaml())


main()
