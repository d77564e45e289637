package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.None;
import dev.polyloom.python.runtime.object.Attributes;
import dev.polyloom.python.runtime.object.Calls;
import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Exceptions;
import dev.polyloom.python.runtime.object.Items;
import dev.polyloom.python.runtime.object.Iteration;
import dev.polyloom.python.runtime.object.Module;
import dev.polyloom.python.runtime.object.PyDict;
import dev.polyloom.python.runtime.object.PyException;
import dev.polyloom.python.runtime.object.PyType;
import dev.polyloom.python.runtime.object.Text;
import dev.polyloom.python.runtime.object.Types;
import java.util.ArrayList;
import java.util.List;

/** The module {@code string}. */
@SuppressWarnings("ReferenceEquality") // identity is what Python asks for
final class StringModule {
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
    private static final String SPACES = " \t\n\r\u000b\f";
    private static final PyType TEMPLATE =
            PyType.library("Template", Types.OBJECT, StringModule::fillTemplate).module("string");

    private StringModule() {}

    static Module make() {
        return new Module("string")
                .put("ascii_lowercase", LOWER)
                .put("ascii_uppercase", UPPER)
                .put("ascii_letters", LOWER + UPPER)
                .put("digits", DIGITS)
                .put("hexdigits", DIGITS + "abcdefABCDEF")
                .put("octdigits", "01234567")
                .put("punctuation", PUNCTUATION)
                .put("whitespace", SPACES)
                .put("printable", DIGITS + LOWER + UPPER + PUNCTUATION + SPACES)
                .put("Template", TEMPLATE)
                .put("Formatter", FormatterType.TYPE)
                .function("capwords", "s, sep=None", a -> capwords(a[0], a[1]));
    }

    private static Object capwords(Object text, Object separator) {
        Object words =
                separator == None.NONE
                        ? Calls.method(text, "split")
                        : Calls.method(text, "split", separator);
        List<String> parts = new ArrayList<>();
        Iteration.of(words)
                .forEachRemaining(word -> parts.add(Text.str(Calls.method(word, "capitalize"))));
        return String.join(separator == None.NONE ? " " : Text.str(separator), parts);
    }

    private static void fillTemplate(PyType type) {
        type.dict().put("__open__", true);
        type.dict().put("delimiter", "$");
        type.method(
                "__init__",
                "template",
                a -> {
                    Attributes.set(a[0], "template", a[1]);
                    return None.NONE;
                });
        type.method("substitute", "mapping=None, /, **kws", a -> substitute(a, false));
        type.method("safe_substitute", "mapping=None, /, **kws", a -> substitute(a, true));
        type.method("is_valid", 0, 0, a -> isValid(a[0]));
        type.method(
                "get_identifiers",
                0,
                0,
                a -> {
                    PyDict seen = new PyDict();
                    substitution(a[0], true, name -> Types.ELLIPSIS, name -> seen.put(name, true));
                    return dev.polyloom.python.runtime.object.PyList.of(seen.keys());
                });
    }

    private static boolean isValid(Object template) {
        try {
            substitution(template, false, name -> "", name -> {});
            return true;
        } catch (PyException e) {
            if (e.is(Exceptions.VALUE_ERROR)) {
                return false;
            }
            throw e;
        }
    }

    private static Object substitute(Object[] a, boolean safe) {
        PyDict named = (PyDict) a[2];
        return substitution(
                a[0],
                safe,
                name -> {
                    Object known = named.get(name);
                    if (known != null) {
                        return known;
                    }
                    if (a[1] != None.NONE) {
                        try {
                            return Items.get(a[1], name);
                        } catch (PyException e) {
                            if (!safe || !e.is(Exceptions.KEY_ERROR)) {
                                throw e;
                            }
                        }
                    }
                    if (safe) {
                        return Types.ELLIPSIS;
                    }
                    throw Errors.key(name);
                },
                name -> {});
    }

    private static String substitution(
            Object self,
            boolean safe,
            java.util.function.UnaryOperator<Object> values,
            java.util.function.Consumer<String> seen) {
        String text = Text.str(Attributes.get(self, "template"));
        char mark = Text.str(Attributes.get(self, "delimiter")).charAt(0);
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c != mark) {
                out.append(c);
                at++;
                continue;
            }
            boolean doubled = at + 1 < text.length() && text.charAt(at + 1) == mark;
            int end = doubled ? at + 2 : placeholder(text, at);
            if (doubled) {
                out.append(mark);
            } else if (end < 0) {
                if (!safe) {
                    throw invalid(text, at);
                }
                out.append(c);
                end = at + 1;
            } else {
                String shown = text.substring(at, end);
                String name = shown.replaceAll("^.\\{?|\\}$", "");
                seen.accept(name);
                Object value = values.apply(name);
                out.append(value == Types.ELLIPSIS ? shown : Text.str(value));
            }
            at = end;
        }
        return out.toString();
    }

    /** Returns where a placeholder ends, or -1 if there is none. */
    private static int placeholder(String text, int at) {
        boolean braced = at + 1 < text.length() && text.charAt(at + 1) == '{';
        int from = at + (braced ? 2 : 1);
        int end = from;
        while (end < text.length() && isNamePart(text.charAt(end), end == from)) {
            end++;
        }
        if (end == from || (braced && (end >= text.length() || text.charAt(end) != '}'))) {
            return -1;
        }
        return braced ? end + 1 : end;
    }

    private static boolean isNamePart(char c, boolean first) {
        return c == '_'
                || (c < 128 && (first ? Character.isLetter(c) : Character.isLetterOrDigit(c)));
    }

    private static RuntimeException invalid(String text, int at) {
        String before = text.substring(0, at);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        int column = at - (before.lastIndexOf('\n') + 1) + 1;
        return Errors.value(
                "Invalid placeholder in string: line %d, col %d".formatted(line, column));
    }
}
