"""Something for the C code to be called from."""


def greet(names):
    """One list grows by append; the other is made by +."""
    out = []
    for name in names:
        out.append("hello, " + name)
    return out + [len(out)]
