import string
import textwrap
from string import Template

print(string.ascii_lowercase, string.ascii_uppercase, string.digits, string.hexdigits, string.octdigits)
print(string.punctuation, repr(string.whitespace), len(string.printable), string.ascii_letters)
print(string.capwords("hello  big world"), string.capwords("a-b-c", "-"))
t = Template("$who likes ${what}s, costs $$5")
print(t.substitute(who="tim", what="kung pao"), t.safe_substitute(who="x"), t.template)
print(t.substitute({"who": "a", "what": "b"}, what="c"), t.get_identifiers())
for action in (lambda: t.substitute(who="x"), lambda: Template("a\nb $ c").substitute(), lambda: Template("${x").substitute(x=1)):
    try:
        print(action())
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
print(Template("${x").safe_substitute(x=1), Template("$").safe_substitute())
print(string.Formatter().format("{0} {name:>5}", 1, name="n"))
text = "The quick brown fox jumped over the lazy dog, and then it ran-away quickly."
print(textwrap.fill(text, 30))
print(textwrap.wrap(text, width=25, initial_indent="* ", subsequent_indent="  "))
print(textwrap.shorten(text, 30), textwrap.shorten("Hello world", 10, placeholder="..."))
print(textwrap.dedent("""
    one
      two
    three
    """), end="")
print(textwrap.indent("a\n\nb\n", "> "), textwrap.indent("a\n\nb", "> ", lambda line: True), sep="")


class At(Template):
    delimiter = "@"


print(At("hi @name $x").substitute(name="bob"))
