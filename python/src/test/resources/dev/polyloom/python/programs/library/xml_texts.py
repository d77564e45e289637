"""Texts and attributes within XML: escaped, quoted and back."""
import threading
import xml.sax.saxutils
from xml.sax import saxutils
from xml.sax.saxutils import escape, quoteattr, unescape

TEXTS = ["", "plain", "a < b & c > d", "&amp; &lt; &amp;lt;", "it's", 'say "hi"', "both ' and \"", "ä€😀]]>", "a\tb\nc\rd"]

for text in TEXTS:
    print(repr(escape(text)), repr(unescape(text)), quoteattr(text).encode("unicode_escape"))
    assert unescape(escape(text)) == text

print(escape("a'b\"c", {"'": "&apos;", '"': "&quot;"}))
print(unescape("a&apos;b&quot;c &amp;apos;", {"&apos;": "'", "&quot;": '"'}))
print(quoteattr("x©y\n", {"©": "&copy;"}))
print(escape(data="<b>", entities={"b": "i"}), quoteattr(data="1"))
print(escape is saxutils.escape is xml.sax.saxutils.escape, escape.__name__, escape.__module__)

for wrong in (None, 3, b"<"):
    try:
        print(escape(wrong))
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)
try:
    escape("a", {"a": 1})
except TypeError as e:
    print(e)

# Each thread writes its own part of a document.
parts = [None] * 8


def write(number):
    rows = [f"<row id={quoteattr(str(i))}>{escape(f'{i} < {i + 1} & {number}')}</row>" for i in range(50)]
    parts[number] = "".join(rows)


threads = [threading.Thread(target=write, args=(n,)) for n in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
document = "<doc>" + "".join(parts) + "</doc>"
print(len(document), document.count("&lt;"), document[:60])
