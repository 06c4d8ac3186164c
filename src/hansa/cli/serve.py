"""`hansa serve`: the site on this machine."""

import socket

import click
import waitress
from django.core.wsgi import get_wsgi_application

from hansa.cli.installation import ensure_installed
from hansa.cli.refusal import Refusal

THREADS = 8
# Bytes that one request may send: the largest document that a page takes, and its form around it.
LARGEST_REQUEST = 51_000_000


def port_named(context: click.Context, parameter: click.Parameter, text: str) -> int:
    """The port that somebody wrote; what is none is one line for the user."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise Refusal(f"--port {text}: not a port; write a number from 1 to 65535, such as 8000")
    return int(text)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; a port that is taken or not allowed is one line for the user."""
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror as error:
        raise Refusal(f"--host {host}: there is no such address") from error
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except PermissionError as error:
        listening.close()
        raise Refusal(f"--port {port}: not allowed; ports below 1024 belong to the administrator, try 8000") from error
    except OSError as error:
        listening.close()
        raise Refusal(f"{host}:{port} cannot be used ({error.strerror}); try another with --port") from error
    return listening


def address_of(host: str, port: int) -> str:
    """The address to type into a browser."""
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


@click.command(epilog="Example: hansa serve --port 8080")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address of this machine to answer on.")
@click.option("--port", default="8000", show_default=True, callback=port_named, help="The port to answer on.")
def command(host: str, port: int) -> None:
    """Serve the site until it is stopped with Ctrl-C.

    Visitors find the public pages at /, those who work with Hansa log in at /office/. Other machines reach it only if
    --host and HANSA_HOSTS name the address that they use.
    """
    listening = listen(host, port)
    ensure_installed()
    server = waitress.create_server(
        get_wsgi_application(), sockets=[listening], threads=THREADS, max_request_body_size=LARGEST_REQUEST
    )
    click.echo(f"Hansa is on {address_of(host, listening.getsockname()[1])} (stop with Ctrl-C)", err=True)
    server.run()
