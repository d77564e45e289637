import ast
from ast import literal_eval
for s in ["1","-1","+1","1.5","'a'","b'x'","[1,2,(3,)]","{1:2,'a':[None,True,False]}","{1,2}","set()","1+2j","-1-2j"," 1","(1)","'a' 'b'","...","[]","()","{}","1_000","0x1f"]:
    print(repr(literal_eval(s)))
for s in ["a","f()","1+2","[x for x in y]","1 2","","lambda:1","{**a}","[*a]","a.b","1 if 2 else 3","f'{1}'","1*2","-'a'","not 1","import x"]:
    try: print(s, ast.literal_eval(s))
    except Exception as e: print(s, type(e).__name__)
