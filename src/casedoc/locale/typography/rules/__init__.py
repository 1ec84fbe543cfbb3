"""The rules that change text: one rule, one module, each with its authority."""
