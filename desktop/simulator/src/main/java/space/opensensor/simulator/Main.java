package space.opensensor.simulator;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Entry of the command line. Exit status: 0 done, 1 failed, 2 the command line asks for something impossible. */
@Command(name = "station", mixinStandardHelpOptions = true, version = "station 0.1.0",
        description = "Sensor readings to Parquet to S3: the firmware's own code, run on a desktop.",
        subcommands = { SimulateCommand.class, ConvertCommand.class, InspectCommand.class, UploadCommand.class,
                PresignCommand.class, ListCommand.class, ServeCommand.class, DeviceCommand.class, ProvisionCommand.class,
                VolumeCommand.class, ExtractCommand.class, CommandLine.HelpCommand.class })
public final class Main {

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /**
     * Runs one command.
     *
     * @param out receives results.
     * @param err receives progress and the line that says what went wrong.
     * @return the exit status.
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        Main main = new Main();
        CommandLine line = new CommandLine(main).setOut(out).setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpLongOptionsMaxWidth(34).setUsageHelpWidth(120)
                .setParameterExceptionHandler(wrongArguments()).setExecutionExceptionHandler(main.failed());
        int status = arguments.length == 0 ? line.execute("--help") : line.execute(arguments);
        out.flush();
        err.flush();
        return status;
    }

    private static IParameterExceptionHandler wrongArguments() {
        return (e, arguments) -> {
            CommandLine line = e.getCommandLine();
            String name = line.getCommandSpec().qualifiedName();
            String message = e.getMessage().replaceAll("\\s*\\R\\s*", " ");
            line.getErr().println(name + ": " + message + "; see ./" + name + " --help");
            return Failure.USAGE;
        };
    }

    private IExecutionExceptionHandler failed() {
        return (e, line, parsed) -> {
            PrintWriter err = line.getErr();
            err.println(line.getCommandSpec().qualifiedName() + ": " + Messages.of(e));
            if (this.debug) {
                e.printStackTrace(err);
            }
            boolean refused = e instanceof IllegalArgumentException;
            return e instanceof Failure ? ((Failure) e).status() : refused ? Failure.USAGE : Failure.FAILED;
        };
    }
}
