import base64
import binascii
import hashlib
import hmac
import uuid
import zlib

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    h = hashlib.new(name, b"abc")
    print(name, h.hexdigest(), h.digest_size, h.block_size, h.name)
h = hashlib.sha256()
h.update(b"hello ")
other = h.copy()
h.update(b"world")
print(h.hexdigest() == hashlib.sha256(b"hello world").hexdigest(), other.digest()[:4], hashlib.md5("é".encode()).hexdigest())
print(hmac.new(b"key", b"message", hashlib.sha256).hexdigest(), hmac.new(b"k" * 100, b"m", "md5").hexdigest())
print(hmac.compare_digest(b"a", b"a"), hmac.compare_digest("a", "b"))
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), binascii.crc32(b"x", 5), binascii.hexlify(b"\x01\xff"), binascii.unhexlify("01ff"))
data = b"Many hands make light work."
for n in range(6):
    part = data[:n]
    print(base64.b64encode(part), base64.b32encode(part), base64.b16encode(part), base64.a85encode(part), base64.b85encode(part))
    assert base64.b64decode(base64.b64encode(part)) == part
    assert base64.b32decode(base64.b32encode(part)) == part
    assert base64.b85decode(base64.b85encode(part)) == part
    assert base64.a85decode(base64.a85encode(part)) == part
print(base64.urlsafe_b64encode(b"\xfb\xff\xfe"), base64.urlsafe_b64decode("-__-"), base64.encodebytes(data))
u = uuid.uuid5(uuid.NAMESPACE_DNS, "example.org")
print(u, repr(u), u.version, u.variant, u.hex, u.int, u.urn, u.fields, u.bytes)
print(uuid.uuid3(uuid.NAMESPACE_URL, "http://x.org/"), uuid.UUID("{12345678-1234-5678-1234-567812345678}"))
print(uuid.uuid4().version, uuid.uuid1().version, len({uuid.uuid4() for _ in range(50)}), u == uuid.UUID(int=u.int), u < uuid.UUID(int=2**128 - 1))
for wrong in (
    lambda: hashlib.md5("text"),
    lambda: hashlib.new("nope"),
    lambda: base64.b64decode("abc"),
    lambda: base64.b64encode("text"),
    lambda: binascii.unhexlify("abc"),
    lambda: uuid.UUID("123"),
    lambda: hmac.new(b"k", b"m"),
    lambda: setattr(u, "int", 5),
):
    try:
        wrong()
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
