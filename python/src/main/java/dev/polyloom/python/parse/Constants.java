package dev.polyloom.python.parse;

import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.tokenizer.CodePoints;
import dev.polyloom.python.ast.Constant;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Turns the parser's values of literals into ours. */
final class Constants {
    private Constants() {}

    static Constant of(ConstantValue value) {
        return switch (value.kind) {
            case NONE -> Constant.Singleton.NONE;
            case ELLIPSIS -> Constant.Singleton.ELLIPSIS;
            case BOOLEAN -> value.getBoolean() ? Constant.Singleton.TRUE : Constant.Singleton.FALSE;
            case LONG -> new Constant.Int(BigInteger.valueOf(value.getLong()));
            case BIGINTEGER -> new Constant.Int(value.getBigInteger());
            case DOUBLE -> new Constant.Real(value.getDouble());
            case COMPLEX -> new Constant.Imaginary(value.getComplex()[1]);
            case CODEPOINTS -> new Constant.Str(codePoints(value.getCodePoints()));
            case BYTES -> new Constant.Bytes(latin1(value.getBytes()));
            case TUPLE, FROZENSET ->
                    throw new IllegalStateException("a literal of kind " + value.kind);
        };
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static int[] codePoints(CodePoints text) {
        int from = text.getOffset();
        return Arrays.copyOfRange(text.getBuffer(), from, from + text.getLength());
    }
}
