package dev.polyloom.rewrite;

import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.TextComment;
import org.openrewrite.marker.SearchResult;

/** Marks for the reader. */
final class Marks {
    private Marks() {}

    /** Marks a tree, unless an earlier run has left the same mark in its source. */
    static <T extends J> T mark(T tree, String why) {
        boolean marked =
                tree.getComments().stream()
                        .anyMatch(each ->
                                each instanceof TextComment comment
                                        && comment.getText().equals("~~(" + why + ")~~>"));
        return marked ? tree : SearchResult.found(tree, why);
    }
}
