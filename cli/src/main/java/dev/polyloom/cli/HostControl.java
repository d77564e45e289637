package dev.polyloom.cli;

import dev.polyloom.cli.control.Answer;
import dev.polyloom.cli.json.Json;
import dev.polyloom.process.named.NearNames;
import dev.polyloom.supervisor.Host;
import dev.polyloom.supervisor.Status;
import java.util.List;
import java.util.Locale;

/** What a host does for the commands {@code status} and {@code ctl}. */
record HostControl(Host host) {
    /** What can be done to a service. */
    enum Verb {
        RESTART,
        STOP,
        START;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Answer answer(String line) {
        String[] words = line.split(" ", 2);
        String what = words.length > 1 ? words[1] : "";
        return switch (words[0]) {
            case "status" ->
                    new Answer(
                            true,
                            what.equals("json")
                                    ? Json.text(StatusTree.facts(host.status())) + "\n"
                                    : StatusTree.text(host.status()));
            case "restart" -> change(Verb.RESTART, what);
            case "stop" -> change(Verb.STOP, what);
            case "start" -> change(Verb.START, what);
            default -> new Answer(false, "a host understands status, restart, stop and start");
        };
    }

    private Answer change(Verb verb, String name) {
        Status root = host.status();
        List<String> paths = root.all().map(Status::path).toList();
        List<String> meant =
                paths.contains(name)
                        ? List.of(name)
                        : paths.stream().filter(path -> path.endsWith("/" + name)).toList();
        if (meant.size() > 1) {
            return new Answer(
                    false,
                    "'%s' may be %s; write the whole path"
                            .formatted(name, String.join(" or ", meant)));
        }
        if (meant.isEmpty()) {
            List<String> names =
                    root.all()
                            .skip(1)
                            .map(name.contains("/") ? Status::path : Status::name)
                            .toList();
            return new Answer(
                    false,
                    "no service or supervisor '%s'%s"
                            .formatted(name, NearNames.hint(name, names, "services")));
        }
        return change(verb, root, meant.getFirst());
    }

    private Answer change(Verb verb, Status root, String path) {
        if (path.equals(root.path())) {
            return new Answer(
                    false, path + " is the host itself; end its process with SIGTERM or Ctrl-C");
        }
        switch (verb) {
            case RESTART -> host.restartChild(path);
            case STOP -> host.stopChild(path);
            case START -> host.startChild(path);
        }
        return new Answer(true, verb + " " + path + "\n");
    }
}
