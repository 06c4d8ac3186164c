from hansa.atlas import han


def test_table_is_what_opencc_derives() -> None:
    lines = han.TABLE.read_text(encoding="utf-8").splitlines()
    kept = {line[0]: line[2] for line in lines if not line.startswith("#")}
    assert kept == han.derive()
