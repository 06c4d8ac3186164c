"""A good file of each format, small, with prose, a list and a table: what the mutations start from."""

import tempfile
from pathlib import Path

from tests.reading.formats.making import MAKERS, OTHERS, Part

_TABLE = (
    ("國別", "城市", "關係", "締結日期"),
    ("美國", "西雅圖", "姊妹市", "1991/8/2"),
    ("韓國", "釜山", "姊妹市", "1966/6/30"),
)
_PARTS = [
    Part("高雄市國際事務報告（111年度）", level=1),
    Part("一、締盟", level=2),
    Part("本市與日本熊本市於民國106年1月11日締結友好交流協定，由陳菊市長與大西一史市長簽署。"),
    Part("二、姊妹市", level=2),
    Part(rows=_TABLE),
    Part("三、來訪", level=2),
    Part("111年6月9日波蘭格丁尼亞市副市長率團一行5人來訪，111年國際訪賓計1,240人次。"),
    Part("Kaohsiung joined ICLEI in 2006 and hosted a delegation of 12 from Fresno on 3 May 2022."),
]


def samples() -> dict[str, bytes]:
    """The good files by suffix."""
    found: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory() as folder:
        for suffix, make in (MAKERS | OTHERS).items():
            path = Path(folder) / f"sample{suffix}"
            make(_PARTS, path)
            found[suffix] = path.read_bytes()
    return found
