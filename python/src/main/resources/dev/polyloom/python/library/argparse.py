"""The module argparse: arguments of commands, their help and their errors."""

import os
import re
import shutil
import sys

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class _Attributes:
    """Shows the attributes of an object as the arguments of a call."""

    def __repr__(self):
        parts = [repr(arg) for arg in self._get_args()]
        odd = {}
        for name, value in self._get_kwargs():
            if name.isidentifier():
                parts.append("%s=%r" % (name, value))
            else:
                odd[name] = value
        if odd:
            parts.append("**%s" % repr(odd))
        return "%s(%s)" % (type(self).__name__, ", ".join(parts))

    def _get_kwargs(self):
        return list(self.__dict__.items())

    def _get_args(self):
        return []


class Namespace(_Attributes):
    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __contains__(self, key):
        return key in self.__dict__


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name = _name_of(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return str(self.message)
        return "argument %s: %s" % (self.argument_name, self.message)


class ArgumentTypeError(Exception):
    pass


def _name_of(argument):
    if argument is None:
        return None
    if argument.option_strings:
        return "/".join(argument.option_strings)
    if argument.metavar not in (None, SUPPRESS):
        metavar = argument.metavar
        return "/".join(metavar) if isinstance(metavar, tuple) else metavar
    if argument.dest not in (None, SUPPRESS):
        return argument.dest
    if argument.choices:
        return "{" + ",".join(map(str, argument.choices)) + "}"
    return None


def _wrap(text, width):
    """Breaks a text into lines that are no longer than the width, where that can be."""
    lines = []
    current = ""
    for word in " ".join(text.split()).split(" "):
        while len(word) > width:
            head = word.rfind("-", 0, width) + 1
            room = width - len(current) - 1 if current else width
            if current and head and head <= room:
                current += " " + word[:head]
                word = word[head:]
            elif current:
                lines.append(current)
                current = ""
                continue
            else:
                head = head or width
                lines.append(word[:head])
                word = word[head:]
        if not current:
            current = word
        elif len(current) + 1 + len(word) <= width:
            current += " " + word
        else:
            head = _hyphen(word, width - len(current) - 1)
            if head:
                current += " " + word[:head]
                word = word[head:]
            lines.append(current)
            current = word
    if current:
        lines.append(current)
    return lines


def _hyphen(word, room):
    """Returns where a word with a hyphen can be broken so that its head fits, or 0."""
    at = word.rfind("-", 0, max(room, 0))
    while at > 0:
        if word[at - 1].isalpha() and at + 1 < len(word) and word[at + 1].isalpha():
            if at >= 2:
                return at + 1
        at = word.rfind("-", 0, at)
    return 0


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            width = shutil.get_terminal_size().columns - 2
        self._prog = prog
        self._indent_increment = indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._level = 0
        self._items = []

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._items.append(lambda: self._format_text(text))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._items.append(lambda: self._format_usage(usage, actions, groups, prefix))

    def add_section(self, heading, description, actions):
        def section():
            actions_text = "".join(self._format_action(a, width, 1) for a in shown)
            body = self._format_text(description, 1) if description else ""
            if not body and not actions_text:
                return ""
            head = "%s:\n" % heading if heading not in (SUPPRESS, None) else ""
            return "\n" + head + body + actions_text + "\n"

        shown = [a for a in actions if a.help is not SUPPRESS]
        width = self._help_position
        self._items.append(section)
        self._actions_seen.extend(shown)

    @property
    def _actions_seen(self):
        if not hasattr(self, "_seen"):
            self._seen = []
        return self._seen

    def _help_position(self):
        longest = 0
        for action in self._actions_seen:
            longest = max(longest, len(self._format_action_invocation(action)) + 2)
            for sub in action._get_subactions():
                length = len(self._format_action_invocation(sub)) + 4
                longest = max(longest, length)
        return min(longest + 2, self._max_help_position)

    def format_help(self):
        text = "".join(item() for item in self._items)
        text = re.sub(r"\n\n\n+", "\n\n", text)
        return text.strip("\n") + "\n" if text.strip("\n") else ""

    def _format_text(self, text, level=0):
        if "%(prog)" in text:
            text = text % dict(prog=self._prog)
        indent = " " * (level * self._indent_increment)
        width = max(self._width - len(indent), 11)
        return self._fill_text(text, width, indent) + "\n\n"

    def _fill_text(self, text, width, indent):
        return "\n".join(indent + line for line in _wrap(text, width))

    def _split_lines(self, text, width):
        return _wrap(text, width)

    def _format_usage(self, usage, actions, groups, prefix):
        if prefix is None:
            prefix = "usage: "
        if usage is not None:
            return "%s%s\n\n" % (prefix, usage % dict(prog=self._prog))
        prog = "%(prog)s" % dict(prog=self._prog)
        if not actions:
            return "%s%s\n\n" % (prefix, prog)
        optionals = [a for a in actions if a.option_strings]
        positionals = [a for a in actions if not a.option_strings]
        optional_parts = self._usage_parts(optionals, groups)
        positional_parts = self._usage_parts(positionals, groups)
        text = " ".join([prog] + optional_parts + positional_parts)
        room = self._width
        if len(prefix) + len(text) > room:
            text = self._broken_usage(prefix, prog, optional_parts, positional_parts, room)
        return "%s%s\n\n" % (prefix, text)

    def _broken_usage(self, prefix, prog, optionals, positionals, room):
        def lines_of(parts, indent, first=None):
            lines = []
            line = []
            length = (len(first) if first is not None else len(indent)) - 1
            for part in parts:
                if length + 1 + len(part) > room and line:
                    lines.append(indent + " ".join(line))
                    line = []
                    length = len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                lines.append(indent + " ".join(line))
            if first is not None:
                lines[0] = lines[0][len(indent) :]
            return lines

        pieces = r"\(.*?\)+(?=\s|$)|\[.*?\]+(?=\s|$)|\S+"
        optionals = re.findall(pieces, " ".join(optionals))
        positionals = re.findall(pieces, " ".join(positionals))
        if len(prefix) + len(prog) <= 0.75 * room:
            indent = " " * (len(prefix) + len(prog) + 1)
            if optionals:
                lines = lines_of([prog] + optionals, indent, prefix)
                lines.extend(lines_of(positionals, indent))
            elif positionals:
                lines = lines_of([prog] + positionals, indent, prefix)
            else:
                lines = [prog]
        else:
            indent = " " * len(prefix)
            lines = lines_of(optionals + positionals, indent)
            if len(lines) > 1:
                lines = lines_of(optionals, indent) + lines_of(positionals, indent)
            lines = [prog] + lines
        return "\n".join(lines)

    def _usage_parts(self, actions, groups):
        parts = []
        i = 0
        while i < len(actions):
            group = self._group_at(actions, i, groups)
            if group is not None:
                members = [a for a in group._group_actions if a.help is not SUPPRESS]
                texts = [self._usage_part(a, True) for a in members]
                if texts:
                    if not group.required:
                        parts.append("[%s]" % " | ".join(texts))
                    elif len(texts) > 1:
                        parts.append("(%s)" % " | ".join(texts))
                    else:
                        parts.append(texts[0])
                i += len(group._group_actions)
                continue
            if actions[i].help is not SUPPRESS:
                parts.append(self._usage_part(actions[i], False))
            i += 1
        return parts

    @staticmethod
    def _group_at(actions, at, groups):
        for group in groups:
            members = group._group_actions
            if members and actions[at : at + len(members)] == members:
                return group
        return None

    def _usage_part(self, action, grouped):
        if not action.option_strings:
            part = self._format_args(action, self._default_metavar_for_positional(action))
            if grouped and part[0] == "[" and part[-1] == "]":
                part = part[1:-1]
            return part
        option = action.option_strings[0]
        if action.nargs == 0:
            part = action.format_usage()
        else:
            default = self._default_metavar_for_optional(action)
            part = "%s %s" % (option, self._format_args(action, default))
        return part if action.required or grouped else "[%s]" % part

    def _format_action(self, action, position, level):
        help_position = position() if callable(position) else position
        indent = " " * (level * self._indent_increment)
        help_width = max(self._width - help_position, 11)
        width = help_position - len(indent) - 2
        header = self._format_action_invocation(action)
        first_indent = 0
        if not action.help:
            lines = [indent + header + "\n"]
        elif len(header) <= width:
            lines = ["%s%-*s  " % (indent, width, header)]
        else:
            lines = [indent + header + "\n"]
            first_indent = help_position
        if action.help and action.help.strip():
            text = self._split_lines(self._expand_help(action), help_width)
            if text:
                lines.append(" " * first_indent + text[0] + "\n")
                for line in text[1:]:
                    lines.append(" " * help_position + line + "\n")
        elif not lines[-1].endswith("\n"):
            lines.append("\n")
        for sub in action._get_subactions():
            lines.append(self._format_action(sub, help_position, level + 1))
        return "".join(lines)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            default = self._default_metavar_for_positional(action)
            return " ".join(self._metavars(action, default, 1))
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = self._format_args(action, self._default_metavar_for_optional(action))
        return ", ".join("%s %s" % (option, args) for option in action.option_strings)

    def _metavars(self, action, default, count):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = "{%s}" % ",".join(str(choice) for choice in action.choices)
        else:
            result = default
        return result if isinstance(result, tuple) else (result,) * count

    def _format_args(self, action, default):
        nargs = action.nargs
        if nargs is None:
            return "%s" % self._metavars(action, default, 1)
        if nargs == OPTIONAL:
            return "[%s]" % self._metavars(action, default, 1)
        if nargs == ZERO_OR_MORE:
            return "[%s ...]" % self._metavars(action, default, 1)[0]
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % self._metavars(action, default, 2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % self._metavars(action, default, 1)
        if nargs == SUPPRESS:
            return ""
        return " ".join(self._metavars(action, default, nargs))

    def _expand_help(self, action):
        values = dict(vars(action), prog=self._prog)
        for name in list(values):
            if values[name] is SUPPRESS:
                del values[name]
            elif hasattr(values[name], "__name__"):
                values[name] = values[name].__name__
        if values.get("choices") is not None:
            values["choices"] = ", ".join(str(choice) for choice in values["choices"])
        return self._get_help_string(action) % values

    def _get_help_string(self, action):
        return action.help

    def _default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _default_metavar_for_optional(self, action):
        return action.type.__name__

    def _default_metavar_for_positional(self, action):
        return action.type.__name__


class Action(_Attributes):
    def __init__(
        self,
        option_strings,
        dest,
        nargs=None,
        const=None,
        default=None,
        type=None,
        choices=None,
        required=False,
        help=None,
        metavar=None,
    ):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def _get_kwargs(self):
        names = "option_strings dest nargs const default type choices required help metavar"
        return [(name, getattr(self, name)) for name in names.split()]

    def _get_subactions(self):
        return []

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, **kwargs):
        if nargs == 0:
            raise ValueError(
                "nargs for store actions must be != 0; if you have nothing to store, "
                "actions such as store true or store const may be more appropriate"
            )
        super().__init__(option_strings, dest, nargs=nargs, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(
        self,
        option_strings,
        dest,
        const=None,
        default=None,
        required=False,
        help=None,
        metavar=None,
    ):
        super().__init__(
            option_strings,
            dest,
            nargs=0,
            const=const,
            default=default,
            required=required,
            help=help,
            metavar=metavar,
        )

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, False, default, required, help)


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, **kwargs):
        options = []
        for option in option_strings:
            options.append(option)
            if option.startswith("--"):
                options.append("--no-" + option[2:])
        super().__init__(options, dest, nargs=0, default=default, **kwargs)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


def _copied(items):
    return [] if items is None else list(items)


class _AppendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(values)
        setattr(namespace, self.dest, items)


class _AppendConstAction(_StoreConstAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _ExtendAction(_StoreAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.extend(values)
        setattr(namespace, self.dest, items)


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(
            option_strings, dest, nargs=0, default=default, required=required, help=help
        )

    def __call__(self, parser, namespace, values, option_string=None):
        count = getattr(namespace, self.dest, None)
        setattr(namespace, self.dest, (count or 0) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, nargs=0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(
        self,
        option_strings,
        version=None,
        dest=SUPPRESS,
        default=SUPPRESS,
        help="show program's version number and exit",
    ):
        super().__init__(option_strings, dest, nargs=0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = self.version if self.version is not None else parser.version
        formatter = parser._get_formatter()
        formatter.add_text(version)
        parser._print_message(formatter.format_help(), sys.stdout)
        parser.exit()


class _ChoicesPseudoAction(Action):
    def __init__(self, name, aliases, help):
        metavar = name
        if aliases:
            metavar += " (%s)" % ", ".join(aliases)
        super().__init__([], name, help=help, metavar=metavar)


class _SubParsersAction(Action):
    def __init__(
        self,
        option_strings,
        prog,
        parser_class,
        dest=SUPPRESS,
        required=False,
        help=None,
        metavar=None,
    ):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        super().__init__(
            option_strings,
            dest,
            nargs=PARSER,
            choices=self._name_parser_map,
            required=required,
            help=help,
            metavar=metavar,
        )

    def add_parser(self, name, **kwargs):
        if kwargs.get("prog") is None:
            kwargs["prog"] = "%s %s" % (self._prog_prefix, name)
        aliases = kwargs.pop("aliases", ())
        if "help" in kwargs:
            help = kwargs.pop("help")
            self._choices_actions.append(_ChoicesPseudoAction(name, aliases, help))
        parser = self._parser_class(**kwargs)
        self._name_parser_map[name] = parser
        for alias in aliases:
            self._name_parser_map[alias] = parser
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name = values[0]
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._name_parser_map:
            known = ", ".join(self._name_parser_map)
            raise ArgumentError(self, "unknown parser %r (choices: %s)" % (name, known))
        found, rest = self._name_parser_map[name].parse_known_args(values[1:], None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if rest:
            vars(namespace).setdefault("_unrecognized_args", [])
            namespace._unrecognized_args.extend(rest)


class FileType:
    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode
        self._bufsize = bufsize
        self._encoding = encoding
        self._errors = errors

    def __call__(self, string):
        if string == "-":
            if "r" in self._mode:
                return sys.stdin
            return sys.stdout
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as e:
            raise ArgumentTypeError("can't open '%s': %s" % (string, e))

    def __repr__(self):
        return "FileType(%r)" % self._mode


_ACTIONS = {
    None: _StoreAction,
    "store": _StoreAction,
    "store_const": _StoreConstAction,
    "store_true": _StoreTrueAction,
    "store_false": _StoreFalseAction,
    "append": _AppendAction,
    "append_const": _AppendConstAction,
    "extend": _ExtendAction,
    "count": _CountAction,
    "help": _HelpAction,
    "version": _VersionAction,
    "parsers": _SubParsersAction,
}


class _Container:
    """What arguments are added to: a parser, or a group of one."""

    def __init__(self, description, argument_default, conflict_handler, prefix_chars):
        self.description = description
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self.prefix_chars = prefix_chars
        self._registries = {"action": dict(_ACTIONS), "type": {None: _identity}}
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}

    def register(self, registry_name, value, object):
        self._registries.setdefault(registry_name, {})[value] = object

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    def add_argument(self, *args, **kwargs):
        chars = self.prefix_chars
        if not args or (len(args) == 1 and args[0][0] not in chars):
            if args and "dest" in kwargs:
                raise ValueError("dest supplied twice for positional argument")
            kwargs = self._positional(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if "default" not in kwargs:
            dest = kwargs["dest"]
            if dest in self._defaults:
                kwargs["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        name = kwargs.pop("action", None)
        make = self._registries["action"].get(name, name)
        if not callable(make):
            raise ValueError('unknown action "%s"' % (make,))
        action = make(**kwargs)
        kind = self._registries["type"].get(action.type, action.type)
        if not callable(kind):
            raise ValueError("%r is not callable" % (kind,))
        return self._add_action(action)

    def _positional(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        nargs = kwargs.get("nargs")
        if nargs not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS):
            kwargs["required"] = True
        if nargs == ZERO_OR_MORE and "default" not in kwargs:
            kwargs["required"] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _optional(self, *args, **kwargs):
        options = []
        longs = []
        for option in args:
            if option[0] not in self.prefix_chars:
                raise ValueError(
                    "invalid option string %r: must start with a character %r"
                    % (option, self.prefix_chars)
                )
            options.append(option)
            if len(option) > 1 and option[1] in self.prefix_chars:
                longs.append(option)
        dest = kwargs.pop("dest", None)
        if dest is None:
            dest = (longs or options)[0].lstrip(self.prefix_chars)
            if not dest:
                raise ValueError("dest= is required for options like %r" % options[0])
            dest = dest.replace("-", "_")
        return dict(kwargs, dest=dest, option_strings=options)

    def _check_conflict(self, action):
        clashes = [o for o in action.option_strings if o in self._option_string_actions]
        if not clashes:
            return
        if self.conflict_handler == "resolve":
            for option in clashes:
                other = self._option_string_actions.pop(option)
                other.option_strings.remove(option)
                if not other.option_strings:
                    other.container._remove_action(other)
            return
        text = "conflicting option string%s: %s" % (
            "" if len(clashes) == 1 else "s",
            ", ".join(clashes),
        )
        raise ArgumentError(action, text)

    def _add_action(self, action):
        self._check_conflict(action)
        self._actions.append(action)
        action.container = self
        for option in action.option_strings:
            self._option_string_actions[option] = action
        return action

    def _remove_action(self, action):
        self._actions.remove(action)

    def add_argument_group(self, *args, **kwargs):
        group = _ArgumentGroup(self, *args, **kwargs)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, *, required=False):
        group = _MutuallyExclusiveGroup(self, required)
        self._mutually_exclusive_groups.append(group)
        return group


def _identity(value):
    return value


class _ArgumentGroup(_Container):
    def __init__(self, container, title=None, description=None, **kwargs):
        super().__init__(
            description,
            kwargs.get("argument_default", container.argument_default),
            kwargs.get("conflict_handler", container.conflict_handler),
            kwargs.get("prefix_chars", container.prefix_chars),
        )
        self.title = title
        self._group_actions = []
        self._parent = container
        self._registries = container._registries
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._mutually_exclusive_groups = container._mutually_exclusive_groups

    def _add_action(self, action):
        super()._add_action(action)
        self._group_actions.append(action)
        return action

    def _remove_action(self, action):
        super()._remove_action(action)
        self._group_actions.remove(action)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, container, required=False):
        super().__init__(container)
        self.required = required

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        self._parent._add_action(action)
        self._group_actions.append(action)
        return action


class ArgumentParser(_Attributes, _Container):
    def __init__(
        self,
        prog=None,
        usage=None,
        description=None,
        epilog=None,
        parents=[],
        formatter_class=HelpFormatter,
        prefix_chars="-",
        fromfile_prefix_chars=None,
        argument_default=None,
        conflict_handler="error",
        add_help=True,
        allow_abbrev=True,
        exit_on_error=True,
    ):
        _Container.__init__(
            self, description, argument_default, conflict_handler, prefix_chars
        )
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        self._subparsers = None
        if add_help:
            prefix = "-" if "-" in prefix_chars else prefix_chars[0]
            self.add_argument(
                prefix + "h",
                prefix * 2 + "help",
                action="help",
                default=SUPPRESS,
                help="show this help message and exit",
            )
        for parent in parents:
            self._adopt(parent)

    def _adopt(self, parent):
        groups = {}
        for group in parent._action_groups:
            if group.title in ("positional arguments", "options"):
                continue
            groups[group.title] = self.add_argument_group(group.title, group.description)
        for action in parent._actions:
            target = self
            for group in parent._action_groups:
                if action in group._group_actions and group.title in groups:
                    target = groups[group.title]
            target._add_action(action)
        self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        names = "prog usage description formatter_class conflict_handler add_help".split()
        return [(name, getattr(self, name)) for name in names]

    def _add_action(self, action):
        if action.option_strings:
            self._optionals._add_action_here(action)
        else:
            self._positionals._add_action_here(action)
        return action

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        kwargs.setdefault("parser_class", type(self))
        if "title" in kwargs or "description" in kwargs:
            title = kwargs.pop("title", "subcommands")
            description = kwargs.pop("description", None)
            self._subparsers = self.add_argument_group(title, description)
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            formatter = self._get_formatter()
            positionals = self._get_positional_actions()
            formatter.add_usage(self.usage, positionals, self._mutually_exclusive_groups, "")
            kwargs["prog"] = formatter.format_help().strip()
        make = self._registries["action"].get(kwargs.pop("action", "parsers"))
        action = make(option_strings=[], **kwargs)
        self._subparsers._add_action_here(action)
        return action

    def _get_optional_actions(self):
        return [action for action in self._actions if action.option_strings]

    def _get_positional_actions(self):
        return [action for action in self._actions if not action.option_strings]

    def parse_args(self, args=None, namespace=None):
        found, rest = self.parse_known_args(args, namespace)
        if rest:
            self.error("unrecognized arguments: %s" % " ".join(rest))
        return found

    def parse_known_args(self, args=None, namespace=None):
        args = sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS:
                if not hasattr(namespace, action.dest):
                    setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        if not self.exit_on_error:
            return self._parsed(args, namespace)
        try:
            return self._parsed(args, namespace)
        except ArgumentError as e:
            self.error(str(e))

    def parse_intermixed_args(self, args=None, namespace=None):
        return self.parse_args(args, namespace)

    def _parsed(self, args, namespace):
        rest = _Parse(self, self._from_files(args), namespace).run()
        if hasattr(namespace, "_unrecognized_args"):
            rest.extend(namespace._unrecognized_args)
            delattr(namespace, "_unrecognized_args")
        return namespace, rest

    def _from_files(self, args):
        if self.fromfile_prefix_chars is None:
            return args
        all_args = []
        for arg in args:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                all_args.append(arg)
                continue
            try:
                with open(arg[1:]) as file:
                    lines = []
                    for line in file.read().splitlines():
                        lines.extend(self.convert_arg_line_to_args(line))
                    all_args.extend(self._from_files(lines))
            except OSError as e:
                self.error(str(e))
        return all_args

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _get_value(self, action, text):
        kind = self._registries["type"].get(action.type, action.type)
        try:
            return kind(text)
        except ArgumentTypeError as e:
            raise ArgumentError(action, str(e))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, "invalid %s value: %r" % (name, text))

    def _check_value(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ", ".join(map(repr, action.choices))
            raise ArgumentError(
                action, "invalid choice: %r (choose from %s)" % (value, choices)
            )

    def _get_values(self, action, texts):
        nargs = action.nargs
        if nargs not in (PARSER, REMAINDER) and "--" in texts:
            texts = list(texts)
            texts.remove("--")
        if not texts and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._get_value(action, value)
                self._check_value(action, value)
            return value
        if not texts and nargs == ZERO_OR_MORE and not action.option_strings:
            if action.default is not None:
                self._check_value(action, action.default)
                return action.default
            return []
        if len(texts) == 1 and nargs in (None, OPTIONAL):
            value = self._get_value(action, texts[0])
            self._check_value(action, value)
            return value
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._get_value(action, text) for text in texts]
        if nargs == PARSER:
            self._check_value(action, values[0])
        elif nargs != REMAINDER:
            for value in values:
                self._check_value(action, value)
        return values

    def format_usage(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return formatter.format_help()

    def format_help(self):
        formatter = self._get_formatter()
        formatter.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        formatter.add_text(self.description)
        for group in self._action_groups:
            formatter.add_section(group.title, group.description, group._group_actions)
        formatter.add_text(self.epilog)
        return formatter.format_help()

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), sys.stdout if file is None else file)

    def print_help(self, file=None):
        self._print_message(self.format_help(), sys.stdout if file is None else file)

    def _print_message(self, message, file=None):
        if message:
            (sys.stderr if file is None else file).write(message)

    def exit(self, status=0, message=None):
        if message:
            self._print_message(message, sys.stderr)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, "%s: error: %s\n" % (self.prog, message))


def _add_action_here(self, action):
    _Container._add_action(self, action)
    self._group_actions.append(action)
    return action


_ArgumentGroup._add_action_here = _add_action_here


class _Parse:
    """One run of a parser over arguments."""

    def __init__(self, parser, args, namespace):
        self.parser = parser
        self.args = args
        self.namespace = namespace
        self.positionals = parser._get_positional_actions()
        self.seen = []
        self.seen_non_default = []
        self.extras = []
        self.kinds = self._classify()

    def _classify(self):
        """Returns an O for each option, an A for each argument, and a - for --."""
        kinds = []
        for i, arg in enumerate(self.args):
            if arg == "--":
                kinds.append("-")
                kinds.extend("A" * (len(self.args) - i - 1))
                break
            kinds.append("A" if self._option(arg) is None else "O")
        return "".join(kinds)

    def _option(self, arg):
        """Returns action, option and the argument in it, or None for what is no option."""
        parser = self.parser
        if not arg or arg[0] not in parser.prefix_chars:
            return None
        if arg in parser._option_string_actions:
            return parser._option_string_actions[arg], arg, None
        if len(arg) == 1:
            return None
        if "=" in arg:
            option, _, value = arg.partition("=")
            if option in parser._option_string_actions:
                return parser._option_string_actions[option], option, value
        matches = self._abbreviated(arg)
        if len(matches) > 1:
            options = ", ".join(match[1] for match in matches)
            parser.error("ambiguous option: %s could match %s" % (arg, options))
        if len(matches) == 1:
            return matches[0]
        if re.match(r"^-\d+$|^-\d*\.\d+$", arg):
            looks = any(
                re.match(r"^-\d+$|^-\d*\.\d+$", option)
                for option in parser._option_string_actions
            )
            if not looks:
                return None
        if " " in arg:
            return None
        return None, arg, None

    def _abbreviated(self, arg):
        parser = self.parser
        chars = parser.prefix_chars
        found = []
        if len(arg) > 1 and arg[1] in chars:
            if parser.allow_abbrev:
                prefix, equals, value = arg.partition("=")
                for option, action in parser._option_string_actions.items():
                    if option.startswith(prefix):
                        found.append((action, option, value if equals else None))
            return found
        short, rest = arg[:2], arg[2:]
        for option, action in parser._option_string_actions.items():
            if option == short:
                found.append((action, option, rest))
            elif option.startswith(arg):
                found.append((action, option, None))
        return found

    def run(self):
        last = self.kinds.rfind("O")
        at = 0
        while at <= last:
            next_option = self.kinds.find("O", at)
            if at != next_option:
                end = self._take_positionals(at)
                if end > at:
                    at = end
                    continue
                at = end
            if self.kinds[at] != "O":
                stop = self.kinds.find("O", at)
                self.extras.extend(self.args[at:stop])
                at = stop
            at = self._take_option(at)
        end = self._take_positionals(at)
        self.extras.extend(self.args[end:])
        self._finish()
        return self.extras

    def _finish(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and action.dest is not SUPPRESS:
                if getattr(self.namespace, action.dest, None) is action.default:
                    value = self.parser._get_value(action, action.default)
                    setattr(self.namespace, action.dest, value)
        if missing:
            self.parser.error(
                "the following arguments are required: %s" % ", ".join(missing)
            )
        for group in self.parser._mutually_exclusive_groups:
            if group.required:
                if not any(a in self.seen_non_default for a in group._group_actions):
                    names = [
                        _name_of(a) for a in group._group_actions if a.help is not SUPPRESS
                    ]
                    self.parser.error(
                        "one of the arguments %s is required" % " ".join(names)
                    )

    def _apply(self, action, texts, option=None):
        self.seen.append(action)
        values = self.parser._get_values(action, texts)
        if values is not action.default:
            self.seen_non_default.append(action)
            for group in self.parser._mutually_exclusive_groups:
                if action in group._group_actions:
                    for other in group._group_actions:
                        if other is not action and other in self.seen_non_default:
                            raise ArgumentError(
                                action, "not allowed with argument %s" % _name_of(other)
                            )
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def _pattern(self, action):
        nargs = action.nargs
        if nargs is None:
            pattern = "(-*A-*)"
        elif nargs == OPTIONAL:
            pattern = "(-*A?-*)"
        elif nargs == ZERO_OR_MORE:
            pattern = "(-*[A-]*)"
        elif nargs == ONE_OR_MORE:
            pattern = "(-*A[A-]*)"
        elif nargs == REMAINDER:
            pattern = "([-AO]*)"
        elif nargs == PARSER:
            pattern = "(-*A[-AO]*)"
        elif nargs == SUPPRESS:
            pattern = "(-*-*)"
        else:
            pattern = "(-*%s-*)" % "-*".join("A" * nargs)
        if action.option_strings:
            pattern = pattern.replace("-*", "").replace("-", "")
        return pattern

    def _count(self, action, kinds):
        match = re.match(self._pattern(action), kinds)
        if match is None:
            nargs = action.nargs
            text = {
                None: "expected one argument",
                OPTIONAL: "expected at most one argument",
                ONE_OR_MORE: "expected at least one argument",
            }.get(nargs)
            if text is None:
                text = "expected %s argument%s" % (nargs, "" if nargs == 1 else "s")
            raise ArgumentError(action, text)
        return len(match.group(1))

    def _take_positionals(self, at):
        kinds = self.kinds[at:]
        counts = []
        for n in range(len(self.positionals), 0, -1):
            match = re.match("".join(self._pattern(a) for a in self.positionals[:n]), kinds)
            if match is not None:
                counts = [len(text) for text in match.groups()]
                break
        for action, count in zip(self.positionals, counts):
            texts = self.args[at : at + count]
            at += count
            self._apply(action, texts)
        self.positionals = self.positionals[len(counts) :]
        return at

    def _take_option(self, at):
        action, option, given = self._option(self.args[at])
        while True:
            if action is None:
                self.extras.append(self.args[at])
                return at + 1
            if given is None:
                count = self._count(action, self.kinds[at + 1 :])
                self._apply(action, self.args[at + 1 : at + 1 + count], option)
                return at + 1 + count
            if re.match(self._pattern(action) + "$", "A"):
                self._apply(action, [given], option)
                return at + 1
            single = option[1] not in self.parser.prefix_chars
            if action.nargs != 0 or not single:
                raise ArgumentError(action, "ignored explicit argument %r" % given)
            self._apply(action, [], option)
            option = option[0] + given[0]
            rest = given[1:] or None
            if option not in self.parser._option_string_actions:
                raise ArgumentError(action, "ignored explicit argument %r" % given)
            action = self.parser._option_string_actions[option]
            given = rest
