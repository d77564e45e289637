import io
import sys


import argparse as A
sys.argv=['prog.py']
def run(mk, *argvs):
    for argv in argvs:
        o=io.StringIO(); e=io.StringIO()
        try:
            sys.stdout, sys.stderr = o, e
            try:
                r = mk().parse_args(argv)
            finally:
                sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
            print(r)
        except SystemExit as x: print('EXIT', x.args[0])
        except Exception as x: print(type(x).__name__, x)
        print(o.getvalue()+e.getvalue())
def p1():
    p=A.ArgumentParser(description='A tool that does things and has a rather long description so that it must be wrapped somewhere in the middle.', epilog='the end')
    p.add_argument('file', help='the input file')
    p.add_argument('rest', nargs='*', type=int, help='numbers')
    p.add_argument('-v','--verbose', action='store_true', help='talk more')
    p.add_argument('-n','--num-workers', type=int, default=4, metavar='N', help='workers (default: %(default)s)')
    p.add_argument('--mode', choices=['fast','slow'], default='fast')
    p.add_argument('-q', action='count', default=0)
    p.add_argument('--name', action='append')
    p.add_argument('--version', action='version', version='%(prog)s 1.0')
    p.add_argument('--very-long-option-name-here', help='this help text goes onto the next line because the option is long')
    return p
run(p1, ['-h'], [], ['x'], ['x','1','2'], ['x','a'], ['x','-v','-qqq','--num-workers=7'], ['x','-n','z'], ['x','--mode','zzz'], ['x','--name','a','--name','b'], ['--version'], ['x','--bogus'], ['x','-n'], ['x','--ver'], ['x','--verb'], ['x','-n3'], ['x','-vq'], ['x','--','-5'], ['x','-5'],['x','-vz'])
def p2():
    p=A.ArgumentParser(prog='git', formatter_class=A.ArgumentDefaultsHelpFormatter)
    p.add_argument('--debug', action='store_true', help='debug it')
    s=p.add_subparsers(dest='cmd', required=True, help='sub-command help')
    a=s.add_parser('add', help='add things'); a.add_argument('path', nargs='+', help='paths'); a.set_defaults(func='ADD')
    b=s.add_parser('commit', aliases=['ci'], help='commit things'); b.add_argument('-m', required=True, help='msg'); b.add_argument('--amend', action=A.BooleanOptionalAction, default=True, help='amend')
    return p
run(p2, ['-h'], [], ['add'], ['add','a','b'], ['commit'], ['ci','-m','x'], ['nope'], ['add','-h'], ['commit','-h'], ['commit','-m','x','--no-amend'])
def p3():
    p=A.ArgumentParser(prog='x')
    g=p.add_mutually_exclusive_group(required=True); g.add_argument('--a', action='store_true'); g.add_argument('--b', type=float)
    h=p.add_argument_group('net','network things'); h.add_argument('--host', default='localhost'); h.add_argument('--ports', nargs=2, type=int); h.add_argument('--opt', nargs='?', const='C', default='D')
    p.add_argument('--const', action='store_const', const=42); p.add_argument('cmds', nargs=A.REMAINDER)
    return p
run(p3, ['-h'], [], ['--a'], ['--a','--b','1'], ['--b','x'], ['--b','1.5','--ports','1','2'], ['--a','--ports','1'], ['--a','--opt'], ['--a','--opt','Z','--const'], ['--a','run','--x','y'])
def p4():
    p=A.ArgumentParser(); p.add_argument('x', type=int); p.add_argument('y', nargs='?', default='7'); p.add_argument('--list', nargs='+', default=[1]); p.add_argument('--d', type=int, default='5'); return p
run(p4, ['1'], ['1','2'], ['1','--list','a','b'], ['--list','a','1'], ['-1','2'],['1','2','3'])
def p5():
    p=A.ArgumentParser(prog='p', usage='%(prog)s [options]'); p.add_argument('-x', type=lambda s: int(s)); return p
run(p5, ['-h'], ['-x','q'])
print(A.Namespace(a=1,b='x'), A.Namespace(a=1)==A.Namespace(a=1), 'a' in A.Namespace(a=1))
def p6():
    p=A.ArgumentParser(prog='averyveryverylongprogramname')
    for i in range(8): p.add_argument('--option-number-%d'%i, '-%d'%i if False else '--o%d'%i, metavar='VALUE%d'%i)
    p.add_argument('positional_one'); p.add_argument('positional_two', nargs='+'); return p
run(p6, ['-h'])
