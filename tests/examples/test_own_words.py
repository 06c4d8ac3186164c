"""The examples carry facts over from published reports, never their sentences: compared where those reports lie."""

import re
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from lxml import etree
from scripts.make_examples import EXAMPLES, TARGETS, parts
from selectolax.lexbor import LexborHTMLParser

FILES = sorted(file for file in (EXAMPLES / "kaohsiung").iterdir() if file.is_file())
SEEDS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))
HAN_RUN = 16
WORD_RUN = 8

# Names of places and bodies, official titles and terms: they have no other words.
PLACES = (
    *(
        "韓國",
        "日本",
        "美國",
        "澳洲",
        "德國",
        "波蘭",
        "立陶宛",
        "斯洛伐克",
        "聖文森及格瑞那丁",
        "聖克里斯多福及尼維斯",
        "巴布亞紐幾內亞",
    ),
    *(
        "高雄市",
        "釜山市",
        "大邱市",
        "大田市",
        "水原市",
        "高陽市",
        "熊本縣",
        "熊本市",
        "八王子市",
        "北九州市",
        "陸奧市",
        "波特蘭市",
    ),
    *(
        "檀香山市",
        "聖安東尼市",
        "陶沙市",
        "布里斯本市",
        "礦山縣",
        "皮馬郡",
        "土桑市",
        "布拉提斯拉瓦省",
        "格丁尼亞",
        "卡托維茲",
        "波茲南市",
    ),
)
BODIES = (
    *(
        "林園高中",
        "前鎮高中",
        "瑞祥高中",
        "高雄高工",
        "中正高工",
        "仁武高中",
        "新興高中",
        "高雄市立空中大學",
        "國立中山大學",
    ),
    *(
        "高雄市政府行政暨國際處",
        "四維行政中心",
        "鳳山行政中心",
        "高雄市立圖書館",
        "高雄流行音樂中心",
        "陸奧市教育委員會教育長",
    ),
    *(
        "日本搜救犬訓練士協會",
        "國際搜救犬組織",
        "美國在台協會高雄分處",
        "日本台灣交流協會高雄事務所",
        "大陸委員會",
        "台灣民間支援香港協會",
    ),
    *("亞利桑那州商務廳", "亞利桑那大學", "立陶宛交通及通訊部", "原日本海軍鳳山無線電信所"),
    *(
        "加拿大駐台北貿易辦事處",
        "田名部中學",
        "陸奧中學",
        "關根中學",
        "近川中學",
        "大湊中學",
        "大平中學",
        "大畑中學",
        "脇野澤中學",
    ),
    "International Federation of Library Associations and Institutions",
)
TERMS = (
    *(
        "高雄市及布拉提斯拉瓦省夥伴協定",
        "搜救犬馴養技術交流互助協定",
        "新創事業交流合作備忘錄",
        "六方半導體生態系與全球人才夥伴合作備忘錄",
        "姊妹市及友好夥伴城市",
    ),
    *("消費爭議第一次申訴", "第二次申訴", "首長職務宿舍", "多房間職務宿舍", "單房間職務宿舍"),
)
# The order of the department's report is fixed.
HEADINGS = ("壹、一般行政", "貳、文書業務", "參、機要業務", "肆、國際事務")


def text_of(file: Path) -> str:
    """The words of a file, whatever its format."""
    if file.suffix == ".pdf":
        with pypdfium2.PdfDocument(file) as pdf:
            return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    if file.suffix in (".odt", ".docx"):
        with zipfile.ZipFile(file) as package:
            part = "content.xml" if file.suffix == ".odt" else "word/document.xml"
            return " ".join(map(str, etree.fromstring(package.read(part)).itertext()))
    if file.suffix == ".html":
        return LexborHTMLParser(file.read_text(encoding="utf-8")).text(separator=" ")
    return file.read_text(encoding="utf-8")


def without_names(text: str) -> str:
    """The text with a bar in the place of every official name and fixed heading, longest first."""
    folded = re.sub(r"(?<=[⺀-鿿])\s+(?=[⺀-鿿])", "", text)
    names = sorted((*PLACES, *BODIES, *TERMS, *HEADINGS), key=len, reverse=True)
    return re.sub("|".join(map(re.escape, names)), "|", folded)


def han_runs(text: str) -> Iterator[str]:
    """Every run of Han characters of the length compared; signs, numbers and Latin words between them are skipped."""
    for stretch in re.sub(r"[^一-鿿|]", "", without_names(text)).split("|"):
        yield from (stretch[at : at + HAN_RUN] for at in range(len(stretch) - HAN_RUN + 1))


def word_runs(text: str) -> Iterator[str]:
    """Every run of Latin words of the length compared, in small letters; Han text and names part them."""
    for stretch in re.split(r"[|一-鿿]", without_names(text)):
        words = re.findall(r"[a-z]+", stretch.lower())
        yield from (" ".join(words[at : at + WORD_RUN]) for at in range(len(words) - WORD_RUN + 1))


def test_han_runs_skip_signs_numbers_and_names() -> None:
    assert list(han_runs("甲乙丙丁，戊己庚辛 3 壬癸子丑寅卯辰巳")) == ["甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"]
    assert not list(han_runs("甲乙丙丁戊己庚辛高雄市立圖書館壬癸子丑寅卯辰巳"))


def test_word_runs_are_of_eight_words() -> None:
    assert list(word_runs("One two, three four five six seven EIGHT.")) == ["one two three four five six seven eight"]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_examples_share_no_sentence_with_published_reports(file: Path) -> None:
    text = text_of(file)
    for seed in SEEDS:
        published = seed.read_text(encoding="utf-8")
        shared = {*han_runs(text), *word_runs(text)} & {*han_runs(published), *word_runs(published)}
        assert sorted(shared) == []


@pytest.mark.parametrize("target", TARGETS)
def test_built_file_holds_the_words_of_its_source_in_order(target: str) -> None:
    source = (EXAMPLES / "sources" / TARGETS[target][0]).read_text(encoding="utf-8")
    words = ["".join(words.split()) for part in parts(source) for words in (part.text, *part.cells)]
    built = "".join(text_of(EXAMPLES / "kaohsiung" / target).split())
    places = [0]
    for word in words:
        places.append(built.find(word, places[-1]))
    assert all(before <= after for before, after in pairwise(places))


@pytest.mark.parametrize("target", TARGETS)
def test_same_source_gives_the_same_bytes(target: str) -> None:
    source, make = TARGETS[target]
    text = (EXAMPLES / "sources" / source).read_text(encoding="utf-8")
    assert make(text) == make(text)
