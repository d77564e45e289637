import math

print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.9), math.fabs(-3), math.sqrt(2), math.isqrt(17), math.factorial(20), math.comb(10, 3), math.perm(5, 2), math.gcd(12, 18, 30), math.lcm(4, 6), math.gcd())
print(math.pi, math.e, math.tau, math.inf, math.nan, math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10, abs_tol=1e-9))
print(math.exp(1), math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-10), math.expm1(1e-10), math.exp2(3), math.pow(2, 0.5))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0.5), math.atan(1), math.atan2(-1, -1), math.sinh(1), math.tanh(0.5), math.degrees(math.pi), math.radians(180), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)))
print(math.modf(-3.75), math.frexp(10), math.ldexp(0.5, 4), math.fmod(-7, 3), math.remainder(7, 4), math.copysign(3, -0.0), math.fsum([0.1] * 10), math.prod([1, 2, 3], start=2), math.ulp(1.0), math.nextafter(1, 2), math.erf(0.5), math.gamma(5), math.lgamma(10))
print(math.log(10**400), math.floor(1e300) == int(1e300), math.isqrt(10**40), math.factorial(30), math.ceil(2**53 + 0.5), math.sumprod([1], [2]) if hasattr(math, "sumprod") else "no sumprod")
for wrong in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.acos(2), lambda: math.exp(1000), lambda: math.isqrt(-1), lambda: math.comb(3, -1), lambda: math.floor("x"), lambda: math.gcd(1.5, 2), lambda: math.sqrt("x"), lambda: math.ceil(math.inf), lambda: math.floor(math.nan), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.ldexp(1, 10000), lambda: math.gamma(0), lambda: math.log(10, 1), lambda: math.cosh(1000)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
