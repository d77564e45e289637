package dev.polyloom.python.runtime.library;

import dev.polyloom.python.runtime.object.Errors;
import dev.polyloom.python.runtime.object.Text;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Formats decimals by a format specification, digit by digit. */
final class DecimalFormat {
    private static final Pattern SPEC =
            Pattern.compile(
                    "(?:(.)?([<>=^]))?([-+ ])?(0)?(\\d+)?(,|_)?(?:\\.(\\d+))?([eEfFgGn%])?");

    private DecimalFormat() {}

    static String format(Decimal decimal, String spec) {
        Matcher parts = SPEC.matcher(spec);
        if (!parts.matches()) {
            throw Errors.value("invalid format string");
        }
        String kind = Objects.requireNonNullElse(parts.group(8), "");
        if (decimal.special() == null && kind.matches("[eEgGn]")) {
            return Text.format(decimal.toDouble(), spec);
        }
        String text = digits(decimal, kind, parts.group(7), parts.group(6));
        String sign = text.startsWith("-") ? "-" : "";
        String size = text.substring(sign.length());
        if (sign.isEmpty() && parts.group(3) != null && !parts.group(3).equals("-")) {
            sign = parts.group(3);
        }
        int width = parts.group(5) == null ? 0 : Integer.parseInt(parts.group(5));
        boolean zeros = parts.group(4) != null && parts.group(2) == null;
        String align = parts.group(2) == null ? zeros ? "=" : ">" : parts.group(2);
        String fill = parts.group(1) == null ? zeros ? "0" : " " : parts.group(1);
        int missing = Math.max(0, width - sign.length() - size.length());
        return switch (align) {
            case "<" -> sign + size + fill.repeat(missing);
            case "^" -> fill.repeat(missing / 2) + sign + size + fill.repeat(missing - missing / 2);
            case "=" -> sign + fill.repeat(missing) + size;
            default -> fill.repeat(missing) + sign + size;
        };
    }

    private static String digits(
            Decimal decimal,
            String kind,
            @org.jspecify.annotations.Nullable String places,
            @org.jspecify.annotations.Nullable String separator) {
        if (decimal.special() != null) {
            return decimal.text();
        }
        BigDecimal value = decimal.value();
        if (kind.equals("%")) {
            value = value.movePointRight(2);
        }
        if (places != null && !kind.isEmpty()) {
            value =
                    value.setScale(
                            Integer.parseInt(places), DecimalModule.math().getRoundingMode());
        } else if (places != null) {
            value = value.round(new java.math.MathContext(Integer.parseInt(places)));
        }
        String text = kind.isEmpty() ? value.toString() : value.toPlainString();
        return (separator == null ? text : grouped(text, separator))
                + (kind.equals("%") ? "%" : "");
    }

    private static String grouped(String text, String separator) {
        int point = text.indexOf('.');
        String whole = point < 0 ? text : text.substring(0, point);
        String rest = point < 0 ? "" : text.substring(point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", separator) + rest;
    }
}
