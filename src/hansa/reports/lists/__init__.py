"""Lists and tables from the register, one file a list: all queries there, plain values out."""

from hansa.reports.lists.asking import Asked, ListError
from hansa.reports.lists.catalogue import LISTS, list_named, listing
from hansa.reports.lists.contents import ListOf

__all__ = ["LISTS", "Asked", "ListError", "ListOf", "list_named", "listing"]
