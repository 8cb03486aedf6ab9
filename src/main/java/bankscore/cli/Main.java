package bankscore.cli;

import bankscore.cli.command.CodesCommand;
import bankscore.cli.command.CompareCommand;
import bankscore.cli.command.DoctorCommand;
import bankscore.cli.command.DueCommand;
import bankscore.cli.command.ExplainCommand;
import bankscore.cli.command.HistoryCommand;
import bankscore.cli.command.LintCommand;
import bankscore.cli.command.SampleCommand;
import bankscore.cli.command.SimulateCommand;
import bankscore.cli.command.VerifyCommand;
import bankscore.cli.command.decision.ApproveCommand;
import bankscore.cli.command.decision.ReviewCommand;
import bankscore.cli.command.decision.SignCommand;
import bankscore.cli.command.province.ProvinceCommand;
import bankscore.cli.command.province.WorkerCommand;
import bankscore.cli.command.quarter.CheckCommand;
import bankscore.cli.command.quarter.RunCommand;
import bankscore.cli.command.quarter.TemplateCommand;
import bankscore.cli.screen.ExitCode;
import bankscore.cli.screen.Screen;
import bankscore.cli.screen.Terminal;
import bankscore.front.Commands;
import bankscore.front.OptimisingJava;
import bankscore.front.ProgramVersion;
import bankscore.run.request.Installation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** Starts the command that the user typed. */
@Command(
        name = "bankscore",
        resourceBundle = "usage",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        subcommands = {
            RunCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            CompareCommand.class,
            SimulateCommand.class,
            LintCommand.class,
            HistoryCommand.class,
            VerifyCommand.class,
            ReviewCommand.class,
            ApproveCommand.class,
            SignCommand.class,
            DueCommand.class,
            TemplateCommand.class,
            ProvinceCommand.class,
            WorkerCommand.class,
            CodesCommand.class,
            DoctorCommand.class,
            SampleCommand.class,
            MenuCommand.class,
            HelpCommand.class
        })
public final class Main {

    private Main() {}

    /** Ends the process with one of the exit codes of {@code operations.md#exit-codes}. */
    public static void main(String[] arguments) {
        OptimisingJava.endWithFirst();
        Locale.setDefault(Locale.SIMPLIFIED_CHINESE);
        PrintStream out = utf8(FileDescriptor.out);
        PrintStream err = utf8(FileDescriptor.err);
        // Libraries and the virtual machine itself say what they were given, too.
        System.setOut(Screen.over(out));
        System.setErr(Screen.over(err));
        Installation installation = Installation.of(Clock.system(ZoneId.systemDefault()), ProgramVersion.read());
        Terminal terminal = new Terminal(installation, out, err, System.getenv());
        String names = System.getProperty("sun.jnu.encoding", "UTF-8");
        int code;
        if (Charset.isSupported(names) && !Charset.forName(names).newEncoder().canEncode('考')) {
            // Java takes the charset of file names from the system, once; it cannot be changed here.
            terminal.complain("cli.locale", "charset", names);
            code = ExitCode.ENVIRONMENT.code();
        } else {
            code = run(terminal, arguments);
        }
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** Runs a command without ending the process. */
    public static int run(Terminal terminal, String... arguments) {
        CommandLine commandLine = commands(terminal);
        if (arguments.length == 0) {
            commandLine.usage(terminal.outWriter());
            return ExitCode.USAGE.code();
        }
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError e) {
            return terminal.exhausted(arguments);
        }
    }

    /** All commands. */
    static CommandLine commands(Terminal terminal) {
        NextStep next = new NextStep(terminal);
        return new CommandLine(new Main(), new Commands(terminal, terminal.words()))
                .setOut(terminal.outWriter())
                .setErr(terminal.errWriter())
                // Colours are control sequences, and none passes.
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(next)
                .setParameterExceptionHandler(new Misunderstood(terminal))
                .setExecutionExceptionHandler((thrown, line, parsed) -> next.after(parsed, terminal.defect(thrown)));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
