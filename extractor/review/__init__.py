"""The fact-checker's pages. Only `plugin` and what it alone imports need Datasette (the extra `review`)."""
