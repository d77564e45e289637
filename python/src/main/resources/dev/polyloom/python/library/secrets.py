"""The module secrets: random values that nobody can guess."""

import base64
import os
from hmac import compare_digest
from random import SystemRandom

DEFAULT_ENTROPY = 32


def randbits(k):
    size = (k + 7) // 8
    return int.from_bytes(os.urandom(size), "big") >> size * 8 - k


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    bits = exclusive_upper_bound.bit_length()
    while (number := randbits(bits)) >= exclusive_upper_bound:
        pass
    return number


def choice(seq):
    if not seq:
        raise IndexError("Cannot choose from an empty sequence")
    return seq[randbelow(len(seq))]


def token_bytes(nbytes=None):
    return os.urandom(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return base64.urlsafe_b64encode(token_bytes(nbytes)).decode("ascii").rstrip("=")
