package dev.polyloom.verification.docs;

import dev.polyloom.verification.Project;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A Markdown file of the project. */
record Markdown(Path file, String text) {
    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);

    static Markdown of(String path) {
        Path file = Project.file(path);
        return new Markdown(file, Project.text(file));
    }

    /** Returns every Markdown file of the project. */
    static List<Markdown> all() {
        return Project.ownFiles().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .map(file -> new Markdown(file, Project.text(file)))
                .toList();
    }

    long words() {
        return Pattern.compile("\\S+").matcher(text).results().count();
    }

    /** Returns the fenced blocks of a language. */
    List<String> blocks(String language) {
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }

    /**
     * Returns the links that lead nowhere in the project; those to other hosts are not followed.
     */
    List<String> brokenLinks() {
        List<String> broken = new ArrayList<>();
        for (MatchResult link : LINK.matcher(proseOnly()).results().toList()) {
            String target = link.group(1);
            if (!target.matches("[a-z]+:.*") && !leadsSomewhere(target)) {
                broken.add(Project.name(file) + " -> " + target);
            }
        }
        return broken;
    }

    private boolean leadsSomewhere(String target) {
        String[] parts = target.split("#", 2);
        Path aim = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        if (!aim.toFile().exists()) {
            return false;
        }
        return parts.length == 1 || new Markdown(aim, Project.text(aim)).hasAnchor(parts[1]);
    }

    private boolean hasAnchor(String anchor) {
        return HEADING.matcher(proseOnly())
                .results()
                .map(heading -> anchorOf(heading.group(1)))
                .anyMatch(anchor::equals);
    }

    private static String anchorOf(String heading) {
        return heading.strip()
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[^\\w\\- ]", "")
                .replace(' ', '-');
    }

    private String proseOnly() {
        return BLOCK.matcher(text).replaceAll("");
    }

    @Override
    public String toString() {
        return Project.name(file);
    }
}
