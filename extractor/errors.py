"""Every failure that a user can cause: one line that says what, where and what to do."""


class DoichieuError(Exception):
    """Base of all errors that the command line prints as one line; `repair` says what to do."""

    def __init__(self, what: str, repair: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.repair = repair

    def __str__(self) -> str:
        return f"{self.what}: {self.repair}" if self.repair else self.what


class RuleError(DoichieuError):
    """A file in patterns/ cannot be used; names the file, the rule and the field."""


class FetchError(DoichieuError):
    """A URL cannot be fetched: malformed, refused, unreachable, too large, too slow."""


class ParseError(DoichieuError):
    """A page or file holds no article that can be read: empty, broken, encrypted, a scan."""


class StoreError(DoichieuError):
    """The database cannot be opened, is none, is newer than the program, or the disk is full."""


class LanguageError(DoichieuError):
    """A text is in a language that has no folder in patterns/."""


class InputError(DoichieuError):
    """A file, a line or an argument given by the user cannot be used."""
