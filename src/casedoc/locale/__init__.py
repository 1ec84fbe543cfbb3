"""Everything that depends on the language: numbers, dates, figures, words and typography.

The room knows nothing of Markdown, of places in files or of diagnostics. It takes text and typed
values together with a `LocaleSpec` and hands back what a typesetter of that language would print,
or a result that says why it would not.
"""
