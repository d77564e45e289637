package dev.polyloom.process;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names a method that can be called as an action. On a method the value is the whole name; without
 * one the name is that of the group and of the method, {@code images.thumbnail}. On a type the
 * value is the name of the group; without one the group is called like the type, its first letters
 * in lower case.
 *
 * <p>The annotation alone lets nobody call the method: its class has to be registered with {@link
 * ActionsBuilder}. On the methods of an interface it also holds for those that implement them.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Action {
    /**
     * Returns the name: Java identifiers with dots between them.
     *
     * @return the name, or nothing for the usual one
     */
    String value() default "";
}
