package dev.polyloom.process.actions;

import dev.polyloom.process.named.Access;
import java.io.Serial;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** A method of a class, or of an object; it travels as a reference to both. */
final class MethodBody implements ActionBody {
    @Serial private static final long serialVersionUID = 1L;

    private final Class<?> owner;
    private final String name;
    private final Class<?>[] parameters;
    private final @Nullable Receiver receiver;
    private transient volatile @Nullable MethodHandle handle;

    MethodBody(Method method, @Nullable Receiver receiver) {
        owner = method.getDeclaringClass();
        name = method.getName();
        parameters = method.getParameterTypes();
        this.receiver = receiver;
    }

    @Override
    public @Nullable Object call(@Nullable Object[] arguments) throws Throwable {
        MethodHandle target = handle();
        return receiver == null
                ? target.invoke(null, arguments)
                : target.invoke(receiver.object(), arguments);
    }

    @Override
    public Class<?> type() {
        return receiver == null ? owner : receiver.type();
    }

    private MethodHandle handle() throws NoSuchMethodException, IllegalAccessException {
        MethodHandle found = handle;
        if (found == null) {
            found = find();
            handle = found;
        }
        return found;
    }

    /** Makes a handle of (receiver or null, arguments) to the result. */
    private MethodHandle find() throws NoSuchMethodException, IllegalAccessException {
        MethodHandle direct = Access.handle(owner.getDeclaredMethod(name, parameters));
        MethodHandle general =
                direct.asFixedArity()
                        .asType(MethodType.genericMethodType(direct.type().parameterCount()))
                        .asSpreader(Object[].class, parameters.length);
        return receiver != null
                ? general
                : java.lang.invoke.MethodHandles.dropArguments(general, 0, Object.class);
    }

    @Override
    public String toString() {
        return owner.getName() + "::" + name;
    }
}
