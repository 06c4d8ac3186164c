"""What a reader of a format says where a file cannot be read."""


class DocumentError(ValueError):
    """A file that is no readable document; `str()` is one sentence for the user: the reason and what to do.

    `template` is that sentence with names in braces where `values` belong, so that a face can say it in another
    language.
    """

    def __init__(self, template: str, **values: str | int) -> None:
        super().__init__(template)
        self.template = template
        self.values = values

    def __str__(self) -> str:
        return self.template.format(**self.values)
