import argparse

parser = argparse.ArgumentParser(prog="tool", description="Does things.", epilog="The end.")
parser.add_argument("path", help="where")
parser.add_argument("rest", nargs="*", type=int)
parser.add_argument("-v", "--verbose", action="count", default=0)
parser.add_argument("-n", "--number", type=int, default=3, metavar="N", help="how many (default: %(default)s)")
parser.add_argument("--mode", choices=["fast", "slow"], default="fast")
parser.add_argument("--flag", action="store_true", help="a flag")
parser.add_argument("--no-cache", dest="cache", action="store_false")
parser.add_argument("--add", action="append")
print(parser.parse_args(["p", "1", "2", "-vv", "-n5", "--mode=slow", "--flag", "--add", "a", "--add=b"]))
print(vars(parser.parse_args(["p"])), parser.parse_known_args(["p", "--other", "x"])[1:])
parser.print_help()
print(parser.format_usage())
import contextlib
import io
for wrong in ([], ["p", "x"], ["p", "--mode", "other"], ["p", "-n"], ["p", "--nope"], ["p", "-n", "abc"]):
    err = io.StringIO()
    with contextlib.redirect_stderr(err):
        try:
            parser.parse_args(wrong)
        except SystemExit as stop:
            code = stop.code
    print(code, err.getvalue().splitlines()[-1])
commands = argparse.ArgumentParser(prog="git")
sub = commands.add_subparsers(dest="command", required=True)
add = sub.add_parser("add")
add.add_argument("files", nargs="+")
add.set_defaults(func=lambda a: f"adding {a.files}")
args = commands.parse_args(["add", "x", "y"])
print(args.command, args.func(args))
group = argparse.ArgumentParser(prog="g").add_mutually_exclusive_group()
group.add_argument("--a", action="store_const", const=5)
print(argparse.Namespace(x=1, y="z"), argparse.Namespace(x=1) == argparse.Namespace(x=1))
