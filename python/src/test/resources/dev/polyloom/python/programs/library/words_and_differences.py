import shlex, difflib, graphlib, tokenize, io, cmd, sys, os, gc, math
print(shlex.split("a 'b c' \"d e\" f\\ g # x"), shlex.quote("it's"), shlex.join(['a b','c']), list(shlex.shlex("a=b 'c'", posix=True)))
try: shlex.split("'abc")
except ValueError as e: print(e)
a='one two three four'.split(); b='one 2 three five four'.split()
print('\n'.join(difflib.unified_diff(a,b,'a','b',lineterm='')))
print('\n'.join(difflib.ndiff(a,b))); print(difflib.get_close_matches('appel',['ape','apple','peach','puppy']), difflib.SequenceMatcher(None,'abcd','bcde').ratio())
print(difflib.SequenceMatcher(None,'qabxcd','abycdf').get_opcodes(), '\n'.join(difflib.context_diff(a,b,lineterm='')))
g=graphlib.TopologicalSorter({'D':{'B','C'},'B':{'A'},'C':{'A'}}); print(sorted(list(g.static_order())[1:3]))
try: list(graphlib.TopologicalSorter({'a':['b'],'b':['a']}).static_order())
except graphlib.CycleError as e: print(e.args[0], e.args[1])
for t in tokenize.generate_tokens(io.StringIO("def f(x):\n    return x + 1.5 # c\n\ns = 'a' \"\"\"b\nc\"\"\"\n").readline): print(t)
print([t.string for t in tokenize.tokenize(io.BytesIO(b"x = 1_0 if y else 'z'\n").readline)])
class Shell(cmd.Cmd):
    intro='Welcome'; prompt='> '; use_rawinput=False
    def do_add(self, arg):
        "Add numbers: add 1 2"
        print(sum(map(int, arg.split())))
    def do_quit(self, arg): return True
    def do_EOF(self, arg): print('eof'); return True
    def help_misc(self): print('misc help')
    def emptyline(self): print('empty')
Shell(stdin=io.StringIO("add 1 2\nhelp\nhelp add\nhelp misc\nhelp quit\nnope\n\n?\n!x\nquit\n")).cmdloop()
Shell(stdin=io.StringIO("")).cmdloop()
sys.stdout.flush()
print(os.system('exit 3'), os.WEXITSTATUS(768), os.waitstatus_to_exitcode(768), len(gc.get_referents({1:2})))
try: math.trunc('a')
except TypeError as e: print(e)
