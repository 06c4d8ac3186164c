"""The sentences of reports, in Chinese and in English: outlines say what, these say how."""

from hansa.reports.blocks import Language
from hansa.reports.wording.chinese import Chinese
from hansa.reports.wording.english import English
from hansa.reports.wording.wording import Wording

WORDINGS: dict[Language, Wording] = {"zh-hant": Chinese(), "en": English()}

__all__ = ["WORDINGS", "Wording"]
