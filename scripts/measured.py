"""A line of a benchmark's table: what was wanted, what was measured, and how good that is."""


def head() -> None:
    """Print what stands in the columns."""
    print(f"{'':<66} {'wanted':>9} {'measured':>9} {'':<3} {'as good':>7}")


def line(what: str, wanted: float, measured: float, unit: str = "", *, at_least: bool = False) -> None:
    """Print what was wanted and measured; "as good" is 1 or more where it is at least as good as wanted."""
    good = measured / wanted if at_least else wanted / measured
    missed = "" if good >= 1 else "  MISSED"
    print(f"{what:<66} {wanted:>9,.2f} {measured:>9,.2f} {unit:<3} {good:>7.2f}{missed}", flush=True)
