package dev.polyloom.cli;

import dev.polyloom.FlavorUnavailableException;
import dev.polyloom.cli.control.ControlException;
import dev.polyloom.cli.function.FunctionException;
import dev.polyloom.process.named.NearNames;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses a command line, runs the command, and turns what went wrong into a line and a code. */
final class Cli {
    private static final int LONG_OPTION = 31;

    private final Terminal terminal;
    private final StatusLine status;
    private final Map<String, Supplier<Object>> commands = new LinkedHashMap<>();

    Cli(Terminal terminal, StatusLine status) {
        this.terminal = terminal;
        this.status = status;
        commands.put("map", () -> new MapCommand(terminal, status));
        commands.put("filter", () -> new FilterCommand(terminal, status));
        commands.put("call", () -> new CallCommand(terminal, status));
        commands.put("bench", () -> new BenchCommand(terminal, status));
        commands.put("capabilities", CapabilitiesCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("assess", AssessCommand::new);
        commands.put("run", () -> RunCommand.spec(terminal));
        commands.put("translate", () -> new TranslateCommand(terminal));
        commands.put("batch", BatchCommand::new);
        commands.put("host", () -> new HostCommand(terminal, status));
        commands.put("status", StatusCommand::new);
        commands.put("ctl", CtlCommand::new);
        commands.put("version", VersionCommand::new);
        commands.put("completion", CompletionCommand::new);
    }

    int run(String... args) {
        PrintWriter out =
                new PrintWriter(new OutputStreamWriter(terminal.out(), StandardCharsets.UTF_8));
        CommandLine line = commandLine(args.length > 0 ? args[0] : "");
        line.setOut(out);
        line.setErr(new PrintWriter(status.asStream(), true, StandardCharsets.UTF_8));
        line.setParameterExceptionHandler((e, rest) -> misuse(e));
        line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
        int code = line.execute(args);
        out.flush();
        return code;
    }

    /** Makes the commands, or only the one asked for: describing each takes time at the start. */
    CommandLine commandLine(String wanted) {
        CommandLine line = new CommandLine(RootCommand.spec());
        Map<String, Supplier<Object>> chosen =
                commands.containsKey(wanted) && !wanted.equals("completion")
                        ? Map.of(wanted, commands.get(wanted))
                        : commands;
        chosen.forEach((name, command) -> line.addSubcommand(name, command.get()));
        for (CommandLine command : line.getSubcommands().values()) {
            command.getCommandSpec().addOption(RootCommand.help());
            command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
            if (command.getCommandName().equals("run")) {
                command.setStopAtPositional(true); // what follows is the program's
            }
        }
        line.setUsageHelpLongOptionsMaxWidth(LONG_OPTION);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        boolean coloured = terminal.outIsScreen() && System.getenv("NO_COLOR") == null;
        line.setColorScheme(Help.defaultColorScheme(coloured ? Help.Ansi.ON : Help.Ansi.OFF));
        return line;
    }

    private int misuse(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        status.message("%s: %s (%s --help says more)".formatted(name, explained(e), name));
        return ExitCode.MISUSE;
    }

    private String explained(ParameterException e) {
        return switch (e) {
            case UnmatchedArgumentException unmatched -> explained(unmatched);
            case MissingParameterException missing when isPositional(missing) ->
                    missing(missing.getMissing().getFirst().paramLabel());
            default -> decapitalised(Texts.oneLine(String.valueOf(e.getMessage()).strip(), 1000));
        };
    }

    private String explained(UnmatchedArgumentException unmatched) {
        CommandLine command = unmatched.getCommandLine();
        String first = unmatched.getUnmatched().getFirst();
        if (unmatched.isUnknownOption()) {
            List<String> near = NearNames.of(first, command.getCommandSpec().optionsMap().keySet());
            return "no option '%s'".formatted(first) + didYouMean(near);
        }
        return command.getParent() == null
                ? "no command '%s'; the commands are %s"
                        .formatted(first, String.join(", ", commands.keySet()))
                : "unexpected argument '%s'; leave it out".formatted(first);
    }

    private static String missing(String label) {
        return label.equals("SCRIPT")
                ? "SCRIPT is missing; name a Python file"
                : "%s is missing; write package.Class::method or File.java::method"
                        .formatted(label);
    }

    private static boolean isPositional(MissingParameterException missing) {
        return missing.getMissing().stream().anyMatch(ArgSpec::isPositional);
    }

    private static String didYouMean(List<String> near) {
        return near.isEmpty() ? "" : "; did you mean %s?".formatted(String.join(" or ", near));
    }

    private int failed(Exception e, CommandLine command) {
        return switch (e) {
            case ResultWriter.ReaderGoneException gone -> ExitCode.OK;
            case Misuse misuse -> say(command, misuse.lines(), ExitCode.MISUSE);
            case FunctionException wrong -> say(command, wrong.lines(), ExitCode.MISUSE);
            case FlavorUnavailableException missing ->
                    say(command, List.of(Texts.cause(missing)), ExitCode.MISUSE);
            case ControlException gone ->
                    say(command, List.of(String.valueOf(gone.getMessage())), ExitCode.FAILED);
            case IOException io -> say(command, List.of(Texts.cause(io)), ExitCode.FAILED);
            default -> unexpected(e, command);
        };
    }

    private int unexpected(Exception e, CommandLine command) {
        if (System.getenv("POLYLOOM_DEBUG") != null) {
            e.printStackTrace(command.getErr());
            command.getErr().flush();
        }
        return say(command, List.of("unexpected failure: " + Texts.cause(e)), ExitCode.FAILED);
    }

    private int say(CommandLine command, List<String> lines, int code) {
        String name = command.getCommandSpec().qualifiedName();
        lines.forEach(line -> status.message(name + ": " + line));
        return code;
    }

    private static String decapitalised(String text) {
        boolean lower =
                text.length() > 1
                        && Character.isUpperCase(text.charAt(0))
                        && Character.isLowerCase(text.charAt(1));
        return lower ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
