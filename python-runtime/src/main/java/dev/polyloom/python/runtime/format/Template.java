package dev.polyloom.python.runtime.format;

import dev.polyloom.python.runtime.fault.Fault;
import dev.polyloom.python.runtime.text.Str;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code str.format}. An instance formats once, in one thread. */
public final class Template {
    private static final int DEPTH = 2;

    private final Fields fields;
    private int automatic;
    private boolean manual;

    private Template(Fields fields) {
        this.fields = fields;
    }

    /**
     * Returns {@code format.format(…)}.
     *
     * @throws RuntimeException ValueError, IndexError, and what the fields raise
     */
    public static String of(String format, Fields fields) {
        return new Template(fields).expand(format, DEPTH);
    }

    private String expand(String format, int depth) {
        if (depth == 0) {
            throw Fault.value("Max string recursion exceeded");
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at++);
            boolean doubled = at < format.length() && format.charAt(at) == c;
            if (c != '{' && c != '}') {
                out.append(c);
            } else if (doubled) {
                out.append(c);
                at++;
            } else if (c == '}') {
                throw Fault.value("Single '}' encountered in format string");
            } else if (at == format.length()) {
                throw Fault.value("Single '{' encountered in format string");
            } else {
                Field field = new Field(format, at);
                at = field.end;
                out.append(render(field, depth));
            }
        }
        return out.toString();
    }

    /**
     * A part of a format: text, and the field after it.
     *
     * @param field what stands before {@code !} and {@code :}, or null where the format ends
     */
    public record Part(
            String text, @Nullable String field, String spec, @Nullable String conversion) {}

    /** Returns the parts of a format. */
    public static List<Part> parts(String format) {
        List<Part> all = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            char c = format.charAt(at++);
            boolean doubled = at < format.length() && format.charAt(at) == c;
            if ((c == '{' || c == '}') && doubled) {
                all.add(new Part(text.append(c).toString(), null, "", null));
                text.setLength(0);
                at++;
            } else if (c == '}') {
                throw Fault.value("Single '}' encountered in format string");
            } else if (c != '{') {
                text.append(c);
            } else if (at == format.length()) {
                throw Fault.value("Single '{' encountered in format string");
            } else {
                Field field = new Field(format, at);
                at = field.end;
                String conversion = field.conversion == 0 ? null : Str.of(field.conversion);
                all.add(new Part(text.toString(), field.name, field.spec, conversion));
                text.setLength(0);
            }
        }
        if (text.length() > 0) {
            all.add(new Part(text.toString(), null, "", null));
        }
        return all;
    }

    private String render(Field field, int depth) {
        Object value = value(field.name);
        if (field.conversion != 0) {
            value = converted(value, field.conversion);
        }
        String spec = field.spec.indexOf('{') < 0 ? field.spec : expand(field.spec, depth - 1);
        return fields.format(value, spec);
    }

    private Object converted(Object value, int conversion) {
        if (conversion == 'r' || conversion == 's' || conversion == 'a') {
            return fields.convert(value, (char) conversion);
        }
        String shown =
                conversion > 32 && conversion < 127
                        ? Str.of(conversion)
                        : "\\x" + Integer.toHexString(conversion);
        throw Fault.value("Unknown conversion specifier " + shown);
    }

    private Object value(String name) {
        int end = 0;
        while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '[') {
            end++;
        }
        Object value = first(name.substring(0, end));
        while (end < name.length()) {
            boolean item = name.charAt(end) == '[';
            int begin = end + 1;
            end = begin;
            if (item) {
                end = name.indexOf(']', begin);
                if (end < 0) {
                    throw Fault.value("Missing ']' in format string");
                }
            } else {
                while (end < name.length() && ".[".indexOf(name.charAt(end)) < 0) {
                    end++;
                }
            }
            String part = name.substring(begin, end);
            if (part.isEmpty()) {
                throw Fault.value("Empty attribute in format string");
            }
            value = item ? fields.item(value, key(part)) : fields.attribute(value, part);
            end += item ? 1 : 0;
            if (item && end < name.length() && ".[".indexOf(name.charAt(end)) < 0) {
                throw Fault.value("Only '.' or '[' may follow ']' in format field specifier");
            }
        }
        return value;
    }

    private Object first(String name) {
        long number = name.isEmpty() ? next() : number(name);
        if (number < 0) {
            return fields.named(name);
        }
        if (!name.isEmpty()) {
            if (automatic > 0) {
                throw switched("automatic field numbering to manual field specification");
            }
            manual = true;
        }
        if (number >= fields.count()) {
            throw Fault.index(
                    "Replacement index " + number + " out of range for positional args tuple");
        }
        return fields.positional((int) number);
    }

    private long next() {
        if (manual) {
            throw switched("manual field specification to automatic field numbering");
        }
        return automatic++;
    }

    private static RuntimeException switched(String how) {
        return Fault.value("cannot switch from " + how);
    }

    private static Object key(String part) {
        long number = number(part);
        return number < 0 ? part : (Object) number;
    }

    /** Returns the number that the digits are, or -1 if there is anything else. */
    private static long number(String digits) {
        long value = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            if (value > (Long.MAX_VALUE - digit) / 10) {
                throw Fault.value("Too many decimal digits in format string");
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** A field between its braces. */
    private static final class Field {
        private final String text;
        final String name;
        int conversion;
        String spec = "";
        int end;

        Field(String text, int begin) {
            this.text = text;
            end = begin;
            name = name();
            if (end == text.length()) {
                throw Fault.value("expected '}' before end of string");
            }
            char c = text.charAt(end++);
            if (c == '!') {
                c = conversion();
            }
            if (c == ':') {
                spec = spec();
            }
        }

        private String name() {
            int begin = end;
            boolean inBrackets = false;
            for (; end < text.length(); end++) {
                char c = text.charAt(end);
                if (c == '{' && !inBrackets) {
                    throw Fault.value("unexpected '{' in field name");
                }
                inBrackets = c == '[' || (inBrackets && c != ']');
                if (!inBrackets && (c == '}' || c == ':' || c == '!')) {
                    break;
                }
            }
            return text.substring(begin, end);
        }

        private char conversion() {
            if (end == text.length()) {
                throw Fault.value("end of string while looking for conversion specifier");
            }
            conversion = text.codePointAt(end);
            end += Character.charCount(conversion);
            if (end == text.length()) {
                throw unmatched();
            }
            char after = text.charAt(end++);
            if (after != ':' && after != '}') {
                throw Fault.value("expected ':' after conversion specifier");
            }
            return after;
        }

        private String spec() {
            int begin = end;
            int depth = 1;
            while (end < text.length()) {
                char c = text.charAt(end++);
                depth += c == '{' ? 1 : c == '}' ? -1 : 0;
                if (depth == 0) {
                    return text.substring(begin, end - 1);
                }
            }
            throw unmatched();
        }

        private static RuntimeException unmatched() {
            return Fault.value("unmatched '{' in format spec");
        }
    }
}
