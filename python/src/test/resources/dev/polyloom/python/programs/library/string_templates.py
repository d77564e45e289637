import string
from string import Template

t = Template("$name owes $$${amount} to ${who}s, $name")
print(t.substitute(name="Ann", amount=5, who="Bob"), t.safe_substitute(name="X"), t.substitute({"name": 1}, amount=2, who=3), t.template)
for wrong in ("$missing", "$", "${", "a $1 b", "x\n $-"):
    try:
        print(Template(wrong).substitute(a=1))
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
    print(Template(wrong).safe_substitute(a=1))
print(string.ascii_lowercase, string.digits, string.hexdigits, string.octdigits, string.punctuation, repr(string.whitespace), len(string.printable))
print(string.capwords("hello  big world"), string.capwords("a-b", "-"))


class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+"


print(Percent("%a and %{b} %%").substitute(a=1, b=2), Template("$x").is_valid(), Template("$a ${b} $$ $a").get_identifiers())


class Upper(string.Formatter):
    def get_value(self, key, args, kwargs):
        return f"<{super().get_value(key, args, kwargs)}>"

    def format_field(self, value, spec):
        return super().format_field(value, spec).upper()


print(string.Formatter().format("{0} {x:>4}", "a", x=1), Upper().format("{} {k}", "a", k="b"))
