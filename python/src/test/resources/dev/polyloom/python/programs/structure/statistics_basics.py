import statistics as st
from fractions import Fraction

print(st.mean([1, 2, 3]), st.mean([1, 2]), st.mean([1.5, 2.5]), st.mean([Fraction(1, 2), 1]), st.fmean([1, 2, 4]))
print(st.median([3, 1, 2]), st.median([4, 1, 2, 3]), st.median_low([1, 2, 3, 4]), st.median_high([1, 2, 3, 4]), st.median([1.5]))
print(st.mode("aabbbc"), st.multimode([1, 1, 2, 2, 3]), st.multimode([]))
data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(st.stdev(data), st.pstdev(data), st.variance(data), st.pvariance(data))
print(st.variance([1, 2, 3]), st.pvariance([1, 2, 3, 4]), st.stdev([1, 2, 3, 4]), st.pstdev([5]))
print(st.harmonic_mean([40, 60]), round(st.geometric_mean([54, 24, 36]), 6))
print(st.quantiles([1, 2, 3, 4, 5, 6, 7]), st.quantiles([1, 2, 3, 4, 5], n=4, method="inclusive"), st.quantiles([0, 10], n=10))
for action in (lambda: st.mean([]), lambda: st.median([]), lambda: st.mode([]), lambda: st.stdev([1]), lambda: st.quantiles([1])):
    try:
        print(action())
    except st.StatisticsError as error:
        print(type(error).__name__, error, isinstance(error, ValueError))
