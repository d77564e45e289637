package dev.polyloom.python.runtime;

import dev.polyloom.python.runtime.number.FloatText;
import dev.polyloom.python.runtime.number.Floats;
import dev.polyloom.python.runtime.number.IntText;
import dev.polyloom.python.runtime.number.Ints;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NumberTest {
    @Test
    void arithmetic_andText_areAsInPython() {
        new Cases()
                .on("add", a -> Ints.add(a.get(0), a.get(1)))
                .on("sub", a -> Ints.subtract(a.get(0), a.get(1)))
                .on("mul", a -> Ints.multiply(a.get(0), a.get(1)))
                .on("floordiv", a -> Ints.floorDivide(a.get(0), a.get(1)))
                .on("mod", a -> Ints.modulo(a.get(0), a.get(1)))
                .on("divmod", a -> Ints.divmod(a.get(0), a.get(1)))
                .on("truediv", a -> Ints.trueDivide(a.get(0), a.get(1)))
                .on("and", a -> Ints.and(a.get(0), a.get(1)))
                .on("or", a -> Ints.or(a.get(0), a.get(1)))
                .on("xor", a -> Ints.xor(a.get(0), a.get(1)))
                .on("neg", a -> Ints.negate(a.get(0)))
                .on("abs", a -> Ints.abs(a.get(0)))
                .on("invert", a -> Ints.invert(a.get(0)))
                .on("bits", a -> Ints.bitLength(a.get(0)))
                .on("count", a -> Ints.bitCount(a.get(0)))
                .on("str", a -> IntText.decimal(a.get(0)))
                .on("bin", a -> IntText.binary(a.get(0)))
                .on("oct", a -> IntText.octal(a.get(0)))
                .on("hex", a -> IntText.hexadecimal(a.get(0)))
                .on("hash", a -> Ints.hash(a.get(0)))
                .on("float", a -> Ints.toFloat(a.get(0)))
                .on("pow", a -> Ints.power(a.get(0), a.get(1)))
                .on("pow3", a -> Ints.power(a.get(0), a.get(1), a.get(2)))
                .on("lshift", a -> Ints.shiftLeft(a.get(0), a.get(1)))
                .on("rshift", a -> Ints.shiftRight(a.get(0), a.get(1)))
                .on("round", a -> Ints.round(a.get(0), a.get(1)))
                .on("fdiv", a -> Floats.divide(real(a, 0), real(a, 1)))
                .on("ffloordiv", a -> Floats.floorDivide(real(a, 0), real(a, 1)))
                .on("fmod", a -> Floats.modulo(real(a, 0), real(a, 1)))
                .on("fdivmod", a -> Floats.divmod(real(a, 0), real(a, 1)))
                .on("fpow", a -> Floats.power(real(a, 0), real(a, 1)))
                .on("repr", a -> FloatText.repr(real(a, 0)))
                .on("fround", a -> Floats.round(real(a, 0)))
                .on("froundn", a -> Floats.round(real(a, 0), (Long) a.get(1)))
                .on("int", a -> Floats.toInt(real(a, 0)))
                .on("fhex", a -> FloatText.hex(real(a, 0)))
                .on("fromhex", a -> FloatText.fromHex((String) a.get(0)))
                .on("ratio", a -> Floats.integerRatio(real(a, 0)))
                .on("fhash", a -> Floats.hash(real(a, 0)))
                .on("isint", a -> Floats.isInteger(real(a, 0)))
                .on("parse", a -> IntText.parse((String) a.get(0), (Long) a.get(1)))
                .on("parsebytes", a -> IntText.parse(Cases.bytes(a.get(0)), 10))
                .on("parsefloat", a -> FloatText.parse((String) a.get(0)))
                .on("compare", a -> Integer.signum(Floats.compare(a.get(0), real(a, 1))))
                .check("number", 300);
    }

    private static double real(List<Object> arguments, int index) {
        return (Double) arguments.get(index);
    }
}
