package dev.polyloom.loadout.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/**
 * Makes a tree of what a YAML parser tells, within bounds: so deep, so many parts, aliases counted
 * with all that they stand for. Only texts, lists and keys come of it, whatever tags ask for.
 */
final class YamlTree {
    private static final int MOST_DEPTH = 20;
    private static final int MOST_PARTS = 50_000;
    private static final Set<String> HARMLESS_TAGS = Set.of("!", "tag:yaml.org,2002:str");

    private final String name;
    private final Problems problems;
    private final Map<Anchor, Node> anchors = new HashMap<>();
    private final Set<Anchor> open = new HashSet<>();
    private int parts;

    YamlTree(String name, Problems problems) {
        this.name = name;
        this.problems = problems;
    }

    static Place place(String name, Mark mark) {
        return place(name, mark.getLine() + 1, mark.getColumn() + 1);
    }

    static Place place(String name, int line, int column) {
        return new Place(
                "%s:%d:%d".formatted(name, line, column), line * 1000 + Math.min(column, 999));
    }

    private Place place(Event event) {
        return event.getStartMark()
                .map(mark -> place(name, mark))
                .orElseGet(() -> new Place(name, 0));
    }

    Node read(Iterator<Event> events) {
        Node root = null;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent start) {
                if (root != null) {
                    throw Problems.fatal(place(event), "a second document; a file holds only one");
                }
                root = node(start, events, 0);
            }
        }
        return root == null ? new Node.Fields(new Place(name + ":1:1", 0), List.of()) : root;
    }

    private Node node(NodeEvent event, Iterator<Event> events, int depth) {
        count(event, 1);
        if (event instanceof AliasEvent alias) {
            return aliased(alias);
        }
        if (depth > MOST_DEPTH) {
            throw Problems.fatal(place(event), "is nested more than %d deep".formatted(MOST_DEPTH));
        }
        checkTag(event);
        Optional<Anchor> anchor = event.getAnchor();
        anchor.ifPresent(open::add);
        Node node =
                switch (event) {
                    case ScalarEvent scalar -> new Node.Text(place(scalar), scalar.getValue());
                    case SequenceStartEvent start -> items(start, events, depth);
                    case MappingStartEvent start -> fields(start, events, depth);
                    default -> throw Problems.fatal(place(event), "is not understood");
                };
        anchor.ifPresent(each -> {
            open.remove(each);
            anchors.put(each, node);
        });
        return node;
    }

    private void count(Event event, int more) {
        parts += more;
        if (parts > MOST_PARTS) {
            throw Problems.fatal(
                    place(event),
                    "has more than %d parts, aliases counted with all that they stand for"
                            .formatted(MOST_PARTS));
        }
    }

    private Node aliased(AliasEvent event) {
        Anchor anchor = event.getAlias();
        Node node = anchors.get(anchor);
        if (node == null || open.contains(anchor)) {
            throw Problems.fatal(
                    place(event),
                    open.contains(anchor)
                            ? "'*%s' stands inside of what it stands for".formatted(anchor)
                            : "'*%s' stands for nothing before it".formatted(anchor));
        }
        count(event, node.weight());
        return node;
    }

    private void checkTag(NodeEvent event) {
        Optional<String> tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case CollectionStartEvent start -> start.getTag();
                    default -> Optional.empty();
                };
        tag.filter(each -> !HARMLESS_TAGS.contains(each))
                .ifPresent(each ->
                        problems.add(
                                place(event),
                                "the tag '%s' is not understood; leave it out".formatted(each)));
    }

    private Node items(Event start, Iterator<Event> events, int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = events.next();
                !(event instanceof SequenceEndEvent);
                event = events.next()) {
            if (event instanceof NodeEvent item) {
                items.add(node(item, events, depth + 1));
            }
        }
        return new Node.Items(place(start), List.copyOf(items));
    }

    private Node fields(Event start, Iterator<Event> events, int depth) {
        Map<String, Node.Field> fields = new LinkedHashMap<>();
        for (Event event = events.next();
                !(event instanceof MappingEndEvent);
                event = events.next()) {
            if (event instanceof NodeEvent key) {
                Node written = node(key, events, depth + 1);
                Node value = node((NodeEvent) events.next(), events, depth + 1);
                add(written, value, place(event), fields);
            }
        }
        return new Node.Fields(place(start), List.copyOf(fields.values()));
    }

    private void add(Node key, Node value, Place place, Map<String, Node.Field> fields) {
        if (!(key instanceof Node.Text text)) {
            problems.add(place, "a key must be a text, not " + key.kind());
            return;
        }
        Node.Field before =
                fields.putIfAbsent(text.text(), new Node.Field(text.text(), place, value));
        if (before != null) {
            problems.add(
                    place,
                    "key '%s' stands twice, first at %s".formatted(text.text(), before.place()));
        }
    }
}
