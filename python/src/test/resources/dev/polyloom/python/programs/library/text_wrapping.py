import textwrap

text = "The quick brown fox jumps over the lazy dog, and then-some very-long-hyphenated words follow incomprehensibilities."
print(textwrap.fill(text, 30))
print(textwrap.wrap(text, 20, initial_indent="* ", subsequent_indent="  "))
print(textwrap.wrap("aaaa bbbb cccc", 4), textwrap.wrap("abcdefghij", 4), textwrap.wrap("abcdefghij", 4, break_long_words=False), textwrap.wrap(""), textwrap.wrap("a  b\tc\nd", 80))
print(textwrap.shorten("Hello  big wide world", 15), textwrap.shorten("Hello world", 5, placeholder="~"), textwrap.shorten("short", 10))
print(repr(textwrap.dedent("""
    first
      second

    third
    """)), repr(textwrap.indent("a\n\nb\n", "> ")), repr(textwrap.indent("a\n\nb", "- ", lambda line: True)))
print(textwrap.fill("one two three four", 9, max_lines=2), textwrap.wrap("x y z", 3, max_lines=1, placeholder=".."), textwrap.wrap("very-long-word", 6, break_on_hyphens=False))
try:
    textwrap.wrap("x", 0)
except ValueError as error:
    print(error)
