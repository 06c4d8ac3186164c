"""A command that is killed leaves nothing of what it did; the next one finds the register sound."""

from pathlib import Path

from scripts.bench_concurrency import environment

from tests.register.killing import go


def test_killed_merge_and_load_leave_nothing(tmp_path: Path) -> None:
    for number, city in enumerate(("釜山廣域市", "熊本市", "布爾諾市"), 1):
        text = f"國際交流年報\n\n民國{70 + number}年5月3日高雄市與{city}締結為姊妹市。\n"
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    load = ("load", "--home", "高雄市", "--admit", "all")
    first, second = (*load, str(tmp_path / "1.txt"), str(tmp_path / "2.txt")), (*load, str(tmp_path / "3.txt"))
    merge = ("merge", "party-2", "party-3", "--reason", "one city")
    env = environment(tmp_path / "data")

    moments = [
        ("0", first),
        ("30", merge),
        ("copying", second),
        ("45", second),
        ("0", second),
        ("0", ("list", "facts")),
    ]
    held, statements = zip(*(go(env, moment, *command) for moment, command in moments), strict=True)

    assert [count is None for count in statements] == [False, True, True, True, False, False]
    assert held[1] == held[2] == held[3] == held[4]
    assert [one["rows"]["Fact"] for one in held] == [0, 2, 2, 2, 2, 3]
    assert [one["problems"] for one in held] == [[]] * 6
    assert sorted(file.suffix for file in (tmp_path / "data" / "documents").iterdir()) == ["", "", ""]
