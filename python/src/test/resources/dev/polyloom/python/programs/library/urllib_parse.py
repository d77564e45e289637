from urllib.parse import *
import urllib.parse
from urllib import parse
print(urlparse("http://user:pa%40ss@Example.com:8080/a/b;p=1?q=1&r=a+b#frag"))
u = urlsplit("HTTPS://u@[::1]:443/x?y#z")
print(u, u.hostname, u.port, u.username, u.password, u.netloc, u.geturl())
p = urlparse("//cdn.org/x;y/z;w")
print(p, p.hostname, p.port, p.username, p.geturl(), p[1], p._replace(scheme="http").geturl())
print(urlparse("mailto:a@b.c"), urlparse("path/only"), urlparse("", "ftp"), urlparse("a:b/c"))
try:
    urlparse("http://h:x/").port
except ValueError as error:
    print(error)
try:
    urlparse("http://h:99999/").port
except ValueError as error:
    print(error)
try:
    urlparse("http://[h/")
except ValueError as error:
    print(error)
base = "http://a/b/c/d;p?q"
for each in "g:h g ./g g/ /g //g ?y g?y #s g#s g?y#s ;x g;x . ./ .. ../ ../g ../.. ../../g ../../../g /./g /../g g. ..g ./../g ./g/. g/./h g/../h http:g".split() + [""]:
    print(repr(each), urljoin(base, each))
print(urljoin("http://x.org", "a/b"), urljoin("", "a"), urljoin("mailto:x", "y"), urljoin("a/b", "../c"))
print(quote("a b/c?d=é~_"), quote("a/b", safe=""), quote_plus("a b&c/d"), quote(b"\xff x"), quote_plus("a b", safe=" "))
print(unquote("a%20b%C3%A9%zz%"), unquote_plus("a+b%2B"), unquote_to_bytes("a%20%ff%g1%4"), unquote("%ff"))
print(urlencode({"a": 1, "b c": "d&e", "é": "ü"}), urlencode([("a", [1, 2]), ("b", "xy")], doseq=True), urlencode({"a": "b c"}, quote_via=quote))
print(urlencode([("a", [1, 2])]))
print(parse_qs("a=1&a=2&b=&c&d=x+y%21"), parse_qs("a=&b", keep_blank_values=True), parse_qsl("a=1;b=2", separator=";"))
try:
    parse_qsl("a&b=1", strict_parsing=True)
except ValueError as error:
    print(error)
try:
    urlencode("abc")
except TypeError as error:
    print(error)
try:
    quote(5)
except TypeError as error:
    print(error)
print(urldefrag("http://a/b?c#d"), urldefrag("http://a").fragment, urldefrag("http://a#x").url)
print(urlunparse(("http", "h", "p", "", "q=1", "f")), urlunsplit(("http", "h", "/p", "", "")), urlunsplit(("", "", "p", "q", "")))
print(urllib.parse.quote is quote, parse.urlencode is urlencode, type(u).__name__, isinstance(u, tuple))
