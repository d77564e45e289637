package dev.polyloom.rewrite;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place where a class of the JDK cannot become that of compat.
 *
 * @param mirror what has to stay
 * @param place the tree to mark
 * @param why what a person has to look at
 * @param declaredBy the class whose declaration is in the way; when that is the project's own, it
 *     moves as well and nothing is in the way. Null if it is none's
 */
record Obstacle(Mirror mirror, UUID place, String why, @Nullable String declaredBy) {}
