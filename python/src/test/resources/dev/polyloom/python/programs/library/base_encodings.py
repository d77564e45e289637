import base64
import binascii
import hashlib
import hmac
import zlib

raw = b"hello \xff\x00 world"
print(base64.b64encode(raw), base64.urlsafe_b64encode(b"\xfb\xff"), base64.b32encode(b"hi"), base64.b16encode(b"\x01\xab"), base64.b85encode(b"test") , base64.a85encode(b"test"))
print(base64.b64decode("aGk="), base64.b64decode(b"aGk="), base64.urlsafe_b64decode("-_8="), base64.b32decode("NBUQ===="), base64.b16decode("01AB"), base64.b64decode("aG k=\n"), base64.b64encode(b""))
for wrong in (lambda: base64.b64decode("a"), lambda: base64.b64decode("abc"), lambda: base64.b64decode("a$k=", validate=True), lambda: base64.b64encode("text"), lambda: base64.b16decode("0x"), lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: base64.b32decode("1")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
print(binascii.hexlify(b"\x01\xff"), binascii.unhexlify("01ff"), binascii.crc32(b"hello"), zlib.crc32(b"hello"), zlib.adler32(b"hello"))
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    h = hashlib.new(name, b"abc")
    h.update(b"def")
    print(name, h.hexdigest(), h.digest_size, h.block_size, h.name)
h = hashlib.sha256(b"a")
copy = h.copy()
copy.update(b"b")
print(h.hexdigest()[:8], copy.hexdigest()[:8], hashlib.sha256(b"ab").hexdigest()[:8], hmac.new(b"key", b"msg", "sha256").hexdigest(), hmac.compare_digest("a", "a"))
print("sha256" in hashlib.algorithms_available)
try:
    hashlib.sha256("text")
except TypeError as error:
    print(error)
try:
    hashlib.new("nope")
except ValueError as error:
    print(error)
