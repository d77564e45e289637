import sys, io
import csv, fnmatch
import os
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
R=lambda s,**k: list(csv.reader(io.StringIO(s,newline=''),**k))
for s in ['a,b,c\r\n1,2,3\r\n','"a ""q"" b",c\n','a,"multi\nline",z\n','\n\na\n','a,,b\n,\n','a;b\n',' a, b\n','"x"y,z\n',"a\\,b,c\n",'last','"open','']:
    show(lambda: R(s)); show(lambda: R(s,delimiter=';')); show(lambda: R(s,skipinitialspace=True)); show(lambda: R(s,escapechar='\\')); show(lambda: R(s, strict=True)); show(lambda: R(s,quoting=csv.QUOTE_NONE))
show(lambda: R('1,"a",2.5\n',quoting=csv.QUOTE_NONNUMERIC)); show(lambda: R('x,1\n',quoting=csv.QUOTE_NONNUMERIC))
def W(rows,**k):
    o=io.StringIO(newline=''); w=csv.writer(o,**k); r=[w.writerow(x) for x in rows]; return o.getvalue(), r
for k in [{},{'delimiter':';'},{'quoting':csv.QUOTE_ALL},{'quoting':csv.QUOTE_NONNUMERIC},{'quoting':csv.QUOTE_NONE},{'quoting':csv.QUOTE_NONE,'escapechar':'\\'},{'lineterminator':'\n'},{'dialect':'unix'},{'dialect':'excel-tab'},{'quotechar':"'"},{'doublequote':False,'escapechar':'!'},{'doublequote':False}]:
    for rows in [[['a','b'],[1,2.5,None,True]],[['a,b','c"d','e\nf',' g ']],[['']],[[]],[['','']],["abc"],[("x;y","it's")]]:
        show(lambda: W(rows,**k))
show(lambda: W([5])); show(lambda: csv.writer(io.StringIO(), bogus=1)); show(lambda: csv.reader([], delimiter='ab')); show(lambda: csv.reader([],dialect='nope'));show(lambda: list(csv.reader([b'x'])))
show(lambda: list(csv.DictReader(io.StringIO('a,b\n1,2\n3\n4,5,6\n\n7,8\n'))))
show(lambda: list(csv.DictReader(io.StringIO('1,2\n3\n'),fieldnames=['x','y'],restval='-',restkey='more')))
def DW():
    o=io.StringIO(); w=csv.DictWriter(o,['a','b']); w.writeheader(); w.writerow({'a':1,'b':2}); w.writerow({'a':1}); w.writerows([{'b':3}]); 
    try: w.writerow({'z':1})
    except ValueError as e: print(e)
    return o.getvalue()
show(DW); show(csv.list_dialects)
r=csv.reader(['a,"b','c"','d'])
for row in r: print(r.line_num,row)
for n,p in [('foo.py','*.py'),('foo.py','f?o.*'),('.x','*'),('a1','a[0-9]'),('ab','a[!0-9]'),('a[','a['),('FOO','foo'),('a.b','a.b'),('axb','a.b')]: print(fnmatch.fnmatch(n,p))
print(fnmatch.filter(['a.py','b.txt','c.py'],'*.py'))
