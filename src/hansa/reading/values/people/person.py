"""What the finding of people gives."""

from msgspec import Struct


class Person(Struct, frozen=True):
    """A person named in a text: place there, the name as written, and the post and the body they hold it in.

    `latin` is the name's Latin form where the text adds one in brackets; `partial` marks a bare surname (盧市長,
    Mayor Turner).
    """

    start: int
    end: int
    name: str
    post: str = ""
    of: str = ""
    latin: str = ""
    partial: bool = False
