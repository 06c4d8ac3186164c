"""Han characters that write the same word: Traditional, Simplified, Japanese and variant forms made one, for keys."""

from pathlib import Path

import opencc

TABLE = Path(__file__).parent / "data" / "han.tsv"
_RANGES = ((0x3400, 0x4DC0), (0x4E00, 0xA000))
# Variants that no converter joins, because each is right somewhere: 臺南 and 台南, 峯 and 峰.
_VARIANTS = str.maketrans("峯羣裡竈鷄巿呉", "峰群里灶鸡市吴")
_HEAD = """\
# Characters and the form that keys use; keys are never displayed.
# Source: OpenCC's jp2t and t2s character tables (Apache-2.0), 2026-11-21. Made by `python -m hansa.atlas.han`.
"""


def derive() -> dict[str, str]:
    """Each character whose key form is another one, as OpenCC's Japanese and Simplified tables give it."""
    chars = [chr(code) for first, end in _RANGES for code in range(first, end)]
    traditional = opencc.OpenCC("jp2t").convert("\n".join(chars))
    keys = opencc.OpenCC("t2s").convert(traditional).translate(_VARIANTS).split("\n")
    table = {char: key for char, key in zip(chars, keys, strict=True) if char != key}
    # A key must be its own key, or folding twice would give something else.
    return {char: table.get(key, key) for char, key in table.items() if char != table.get(key, key)}


def main() -> None:
    """Write the table anew."""
    pairs = "".join(f"{char}\t{key}\n" for char, key in sorted(derive().items()))
    TABLE.write_text(_HEAD + pairs, encoding="utf-8")


if __name__ == "__main__":
    main()
