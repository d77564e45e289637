package dev.polyloom.process.codec;

import java.lang.invoke.SerializedLambda;

/** The parts of a serialised lambda that are the same for all lambdas of its call site. */
record ShapeDefinition(
        String capturing,
        String face,
        String name,
        String called,
        int kind,
        String owner,
        String body,
        String type,
        String instantiated,
        int captured) {
    /** A method takes at most so many arguments. */
    private static final int MAX_CAPTURED = 255;

    static final int MAX_BYTES = 256 * 1024;

    static ShapeDefinition of(SerializedLambda form) {
        return new ShapeDefinition(
                form.getCapturingClass(),
                form.getFunctionalInterfaceClass(),
                form.getFunctionalInterfaceMethodName(),
                form.getFunctionalInterfaceMethodSignature(),
                form.getImplMethodKind(),
                form.getImplClass(),
                form.getImplMethodName(),
                form.getImplMethodSignature(),
                form.getInstantiatedMethodType(),
                form.getCapturedArgCount());
    }

    byte[] toBytes() {
        ByteSink out = new ByteSink(512);
        out.number(kind);
        out.number(captured);
        for (String text :
                new String[] {capturing, face, name, called, owner, body, type, instantiated}) {
            out.text(text);
        }
        return out.toBytes();
    }

    static ShapeDefinition read(ByteSource in) throws CompactException {
        long kind = in.number();
        long captured = in.number();
        if (kind < 0 || kind > 9 || captured < 0 || captured > MAX_CAPTURED) {
            throw new CompactException("malformed: a lambda of kind " + kind);
        }
        String capturing = in.text();
        String face = in.text();
        String name = in.text();
        String called = in.text();
        String owner = in.text();
        String body = in.text();
        String type = in.text();
        String instantiated = in.text();
        in.expectEnd();
        return new ShapeDefinition(
                capturing,
                face,
                name,
                called,
                (int) kind,
                owner,
                body,
                type,
                instantiated,
                (int) captured);
    }

    SerializedLambda with(Class<?> capturingClass, Object[] values) {
        return new SerializedLambda(
                capturingClass, face, name, called, kind, owner, body, type, instantiated, values);
    }
}
