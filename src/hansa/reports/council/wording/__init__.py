"""The words of the council's slides, in Chinese and in English: terse, and nothing that is not recorded."""

from hansa.reports.blocks import Language
from hansa.reports.council.wording.chinese import Chinese
from hansa.reports.council.wording.english import English
from hansa.reports.council.wording.wording import Wording

WORDINGS: dict[Language, Wording] = {"zh-hant": Chinese(), "en": English()}

__all__ = ["WORDINGS", "Wording"]
