import base64
import hashlib
import zlib


def write(cases, count):
    r = cases.random

    def some(most):
        return r.randbytes(r.randint(0, most))

    def digest(name, *parts):
        h = hashlib.new(name)
        for part in parts:
            h.update(part)
        return h.hexdigest()

    for i in range(count):
        for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
            cases.add("digest", digest, name, some(300))
            cases.add("digest", digest, name, some(130), some(130))
        cases.add("b64", base64.b64encode, some(20))
        cases.add("url64", base64.urlsafe_b64encode, some(20))
        cases.add("b32", base64.b32encode, some(20))
        cases.add("b16", base64.b16encode, some(20))
        noise = "".join(r.choice("ABab01+/=-_ \n") for _ in range(r.randint(0, 9))).encode()
        cases.add("unb64", base64.b64decode, r.choice([noise, base64.b64encode(some(12)), b"YQ", b"YQ=", b"YQ==", b"Y", b"YQ==YQ=="]))
        cases.add("unurl64", base64.urlsafe_b64decode, r.choice([noise, base64.urlsafe_b64encode(some(12))]))
        cases.add("crc32", zlib.crc32, some(40), r.choice([0, r.getrandbits(32)]))
        cases.add("adler32", zlib.adler32, some(40), 1)
