import statistics as st

data = [2, 4, 4, 4, 5, 5, 7, 9]
print(st.mean(data), st.fmean(data), st.median(data), st.median_low(data), st.median_high(data), st.mode(data), st.multimode("aabbc"), st.pstdev(data), st.stdev(data), st.variance(data), st.pvariance(data))
print(st.mean([1, 2]), st.mean([1.5, 2.5]), st.median([1, 3, 2]), st.median([5]), st.geometric_mean([1, 2, 4]), st.harmonic_mean([40, 60]), st.quantiles(range(1, 10)), st.quantiles([1, 2, 3], n=2, method="inclusive"))
from fractions import Fraction
print(st.mean([Fraction(1, 2), Fraction(1, 3)]))
x, y = [1, 2, 3, 4], [2, 4, 6, 9]
n = st.NormalDist(100, 15)
print(n, n.mean, n.stdev, n.cdf(115), n.inv_cdf(0.5), n.pdf(100), n + 5, n * 2, n.zscore(130), st.NormalDist(1, 2) == st.NormalDist(1, 2))
for wrong in (lambda: st.mean([]), lambda: st.median([]), lambda: st.stdev([1]), lambda: st.mode([]), lambda: st.harmonic_mean([-1]), lambda: st.geometric_mean([]), lambda: st.mean(["a"]), lambda: st.quantiles([1])):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
