"""`hansa serve`: what it says where it cannot serve, and that it serves."""

import os
import re
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

import pytest
from click.testing import CliRunner

from hansa.cli.main import hansa

HANSA = Path(sys.executable).with_name("hansa")


@pytest.mark.parametrize("port", ["abc", "0", "65536", "-1", "８０８０"])
def test_port_that_is_none_is_one_line(port: str) -> None:
    result = CliRunner().invoke(hansa, ["serve", f"--port={port}"])

    line = f"hansa: --port {port}: not a port; write a number from 1 to 65535, such as 8000\n"
    assert (result.exit_code, result.stderr) == (1, line)


def test_port_in_use_is_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(hansa, ["serve", "--port", port])

    assert result.exit_code == 1
    assert (
        result.stderr == f"hansa: 127.0.0.1:{port} cannot be used (Address already in use); try another with --port\n"
    )


def test_host_of_another_machine_is_one_line() -> None:
    result = CliRunner().invoke(hansa, ["serve", "--host", "192.0.2.1"])

    assert result.exit_code == 1
    assert result.stderr.startswith("hansa: 192.0.2.1:8000 cannot be used") and result.stderr.count("\n") == 1


def test_site_is_served_with_its_address_on_the_screen(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {"HANSA_DATA": str(tmp_path), "DJANGO_SETTINGS_MODULE": "hansa.settings"}
    with subprocess.Popen(
        [HANSA, "serve", "--port", str(port)], env=environment, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stderr
        try:
            said = next(line for line in server.stderr if "http" in line)
            address = re.findall(r"http://\S+", said)[0]
            with urllib.request.urlopen(f"{address}health", timeout=20) as answer:  # noqa: S310 - our own
                assert (address, answer.status) == (f"http://127.0.0.1:{port}/", 200)
        finally:
            server.terminate()
