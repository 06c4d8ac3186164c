"""Run a command with DATABASE_URL at a throw-away PostgreSQL cluster: scripts/with_postgresql.py COMMAND…

The cluster lives in a temporary folder, listens on a free port of 127.0.0.1, and is gone when the command ends.
Where PostgreSQL is not installed, it says that the command was not run, and how to install it; in CI that is an error.
"""

import os
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """The folder with initdb and pg_ctl of the newest PostgreSQL, None where there is none."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    if folders:
        return folders[-1]
    found = shutil.which("initdb")
    return Path(found).parent if found else None


def free_port() -> int:
    """A port on which nothing listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def cluster(binaries: Path) -> Iterator[str]:
    """A running cluster; gives the address of its database."""
    # PostgreSQL refuses to run as root, so the cluster belongs to the user `postgres` there.
    as_owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    folder = Path(tempfile.mkdtemp(prefix="hansa-postgresql-"))
    password, port = secrets.token_hex(16), free_port()
    secret = folder / "password"
    secret.write_text(password, encoding="ascii")
    if as_owner:
        shutil.chown(folder, "postgres")
        shutil.chown(secret, "postgres")
    data, log = folder / "data", folder / "log"

    def call(program: str, *arguments: str) -> None:
        subprocess.run([*as_owner, str(binaries / program), *arguments], check=True, stdout=sys.stderr, cwd=folder)

    call("initdb", "-D", str(data), "-U", "hansa", "-E", "UTF8", "--locale=C.UTF-8", f"--pwfile={secret}",
         "--auth=scram-sha-256", "--no-sync", "--no-instructions")  # fmt: skip
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200"
    call("pg_ctl", "-D", str(data), "-l", str(log), "-o", options, "-w", "start")
    try:
        yield f"postgres://hansa:{password}@127.0.0.1:{port}/postgres"
    finally:
        call("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    """Run the command on a fresh cluster; its exit status."""
    binaries = programs()
    if binaries is None:
        print(
            f"NOT RUN, PostgreSQL is missing (install it with: sudo apt-get install postgresql): {' '.join(command)}",
            file=sys.stderr,
        )
        return 1 if os.environ.get("CI") else 0
    with cluster(binaries) as address:
        return subprocess.run(command, check=False, env={**os.environ, "DATABASE_URL": address}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
