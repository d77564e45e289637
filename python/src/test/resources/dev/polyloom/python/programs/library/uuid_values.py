import uuid

u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.urn, u.version, u.variant, u.fields, u.bytes[:4], u.node)
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "http://x"), uuid.UUID(int=1), uuid.UUID(bytes=b"\x01" * 16), uuid.UUID("{12345678123456781234567812345678}") == u)
r = uuid.uuid4()
print(r.version, len(str(r)), str(r).count("-"), r != uuid.uuid4(), sorted([uuid.UUID(int=2), uuid.UUID(int=1)])[0].int, hash(u) == hash(uuid.UUID(u.hex)), {u: 1}[u])
for wrong in (lambda: uuid.UUID("nope"), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1), lambda: uuid.UUID(bytes=b"x"), lambda: u < 5):
    try:
        print(wrong())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
