import html
import html.entities
import os
import stat
import tempfile
import io
import tomllib
from html.parser import HTMLParser


def texts():
    print(html.escape('<a href="x">Tom & \'Jerry\'</a>'), html.escape('"q"', quote=False))
    for text in ("&lt;p&gt; &amp; &eacute;&copy; &copy 2020", "&#65;&#x42;&#128;&#0;", "&notit; &bogus; &amp",
                 "&NotEqualTilde;", "&#x110000; &#xD800; &#1;"):
        print(ascii(html.unescape(text)))
    print(html.entities.name2codepoint["euro"], html.entities.codepoint2name[233],
          ascii(html.entities.entitydefs["alpha"]), len(html.entities.html5), ascii(html.entities.html5["fjlig;"]))


class Shown(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos())

    def handle_startendtag(self, tag, attrs):
        print("empty", tag, attrs)

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_data(self, data):
        print("data", repr(data))

    def handle_comment(self, data):
        print("comment", data)

    def handle_decl(self, decl):
        print("decl", decl)

    def handle_entityref(self, name):
        print("entity", name)

    def handle_charref(self, name):
        print("char", name)

    def handle_pi(self, data):
        print("pi", data)


class Links(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links = []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links += [value for name, value in attrs if name == "href"]


def pages():
    page = """<!DOCTYPE html>
<html><body class=main id="a&amp;b" hidden><!-- note -->
<p>One &lt; two &#33;<br/></p><script>if (a < b) {}</script><?php x ?>
<a href='x.html'>x</a></body></html>"""
    Shown().feed(page)
    parser = Shown(convert_charrefs=False)
    parser.feed("<b>a &amp; b &#33; <i")
    parser.feed(" x=1>c</i></b>")
    parser.close()
    links = Links()
    links.feed(page + '<a href="y">')
    print(links.links)


TOML = """
# A comment.
title = "TOML \\u00e9"
[owner]
name = 'Tom'
dob = 1979-05-27T07:32:00-08:00
day = 1979-05-27
at = 07:32:00.5
[database]
ports = [ 8000, 8001, 0x1F, 1_000 ]
data = [ ["delta", "phi"], [3.14, -inf] ]
temp = { cpu = 79.5, case = 72.0 }
enabled = true
text = \"\"\"
two \\
   parts
lines\"\"\"
[servers.alpha]
ip = "10.0.0.1"
[[products]]
sku = 1
[[products]]
sku = 2
a.b.c = 1e3
"""


def settings():
    for key, value in tomllib.loads(TOML).items():
        print(key, ascii(value))
    print(tomllib.load(io.BytesIO(b"a = 1")), tomllib.loads("a = 1.10", parse_float=str))
    for wrong in ("a = ", "a = 1\na = 2", "[x]\n[x]", "a = 'b", "= 1", "a = 1 b", "a = 2020-13-01"):
        try:
            tomllib.loads(wrong)
        except tomllib.TOMLDecodeError as e:
            print(type(e), isinstance(e, ValueError), e)
    try:
        tomllib.load(io.StringIO("a = 1"))
    except TypeError as e:
        print(e)


def modes():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x")
        open(path, "w").close()
        os.chmod(path, 0o640)
        mode = os.stat(path).st_mode
        print(stat.filemode(mode), stat.S_ISREG(mode), stat.S_ISDIR(os.stat(folder).st_mode), oct(stat.S_IMODE(mode)))
        os.chmod(path, mode | stat.S_IXUSR | stat.S_IXGRP)
        print(stat.filemode(os.stat(path).st_mode), os.stat(path)[stat.ST_SIZE], os.stat(path)[stat.ST_MODE] & 7)
    for mode in (0o40755, 0o120777, 0o104711, 0o41777, 0o20620):
        print(stat.filemode(mode), stat.S_ISLNK(mode), stat.S_IFMT(mode))


texts()
pages()
settings()
modes()
