"""Which measure words count the same sort of thing."""

_MONEY = frozenset(("元", "圓", "NT$", "TWD", "NTD"))
# Offices count a visit as 案, 場 or 團, and a person as 人, 名 or 位, as their form has it.
_ALIKE = (
    frozenset(
        ("場次", "場", "案", "案次", "次", "團", "團次", "批", "批次", "件", "梯次", "趟", "趟次", "回", "件次", "場家")
    ),
    frozenset(("人次", "人", "名", "位")),
    frozenset(("國", "か国", "カ国", "ヶ国", "ヵ国", "國家")),
    frozenset(
        ("個", "座", "城市", "市", "單位", "所", "家", "縣市", "機關", "校", "處", "團体", "団体", "門", "項", "席")
    ),
    _MONEY,
    frozenset(("份", "張", "片", "本", "冊", "套", "枚", "箱", "盒", "劑", "件", "支", "頂", "包")),
    frozenset(("台", "臺", "部", "輛")),
    frozenset(("期", "則", "篇", "項")),
    frozenset(("間", "戶", "棟", "所")),
)


def compatible(one: str, other: str) -> bool:
    """Whether two measure words may count the same things."""
    return one == other or any(one in alike and other in alike for alike in _ALIKE)


def is_bare(unit: str) -> bool:
    """Whether what is counted in this unit may be told by a number and a noun alone: no money, no share."""
    return unit != "%" and unit not in _MONEY and not unit.endswith(("元", "$"))
