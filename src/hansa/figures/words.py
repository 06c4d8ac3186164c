"""Words in the two languages of Hansa."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The same words in Traditional Chinese and English."""

    zh: str
    en: str

    def say(self, language: str) -> str:
        """The words in the language with that code (`zh-hant` or `en`)."""
        return self.en if language.startswith("en") else self.zh
