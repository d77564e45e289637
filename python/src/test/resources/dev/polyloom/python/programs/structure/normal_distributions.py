from statistics import *
import statistics
n=NormalDist(100,15)
print(n, n.mean, n.stdev, n.variance, n.median, n.mode)
print(n.pdf(100), n.cdf(115), n.inv_cdf(.9), n.zscore(130), n.quantiles(4))
m=NormalDist.from_samples([1,2,3,4,5.5]); print(m)
print(n+m, n-m, n*2, n/2, n+5, 5-n, -n, +n, n==NormalDist(100,15), hash(n)==hash(NormalDist(100,15)), 2*n, n.overlap(NormalDist(110,12)))
try: NormalDist(1,-1)
except StatisticsError as e: print(e)
try: NormalDist(0,0).pdf(1)
except StatisticsError as e: print(e)
print(n.cdf(-1), n.inv_cdf(.001), n.inv_cdf(.999))
try: n.inv_cdf(0)
except StatisticsError as e: print(e)
print(len(NormalDist(0,1).samples(5,seed=3)), NormalDist(0,1).samples(3,seed=3))
print(correlation([1,2,3],[4,5,7]), covariance([1,2,3],[4,5,7]), linear_regression([1,2,3],[4,5,7]))
s,i=linear_regression([1,2,3],[4,5,7]); print(s,i)
print(fmean([1,2,3],weights=[1,2,3]), harmonic_mean([40,60],weights=[5,30]), median_grouped([1,2,2,3,4,4,4,4,4,5]), mode('aabb'), multimode('aabbc'))
for f in (mean,median,mode,stdev,variance,pvariance,median_low,median_grouped,harmonic_mean,geometric_mean,fmean):
    try: print(f([]))
    except StatisticsError as e: print(f.__name__, e)
print(variance([1,2,3],2), pvariance([1,2,3],2), stdev([1.5,2.5,4]), pstdev([1,2,4]), quantiles([1,2,3,4,5],n=3), mean(['a'] and [1,2]))
from fractions import Fraction as F
from decimal import Decimal as D
print(mean([F(1,2),F(1,3)]), mean([D('1.5'),D('2.5')]), median([D('1.5'),D('2.5')]), stdev([D('1.5'),D('2.5')]), variance([F(1,2),F(1,3)]), sum([D(1)]), geometric_mean([54,24,36]), harmonic_mean([2.5,3,10]))
try: mean(['a'])
except TypeError as e: print(e)
from decimal import Decimal
print(Decimal("\xa0 1.50\u2003\x1c"))
