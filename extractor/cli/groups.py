"""Groups of commands whose first one needs no name: `evidence DB FINDING` is `evidence make DB FINDING`."""

from __future__ import annotations

import click


class DefaultGroup(click.Group):
    """A group that takes what begins with no command's name to be for its first command."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first, or else the group's first command with every argument."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            args = [next(iter(self.commands)), *args]
        return super().resolve_command(ctx, args)
