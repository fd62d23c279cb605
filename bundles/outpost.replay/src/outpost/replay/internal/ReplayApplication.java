package outpost.replay.internal;

import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.protocol.EnrolmentLink;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The entry point that Equinox calls: turns arguments into a run, and its outcome into the process's exit code. */
public final class ReplayApplication implements IApplication {
    private static final Logger LOG = LoggerFactory.getLogger(ReplayApplication.class);

    private final PrintStream output = System.out;
    private volatile Thread runner;

    @Override
    public Object start(IApplicationContext context) {
        runner = Thread.currentThread();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        return commandLine(TillServices::await, new Report(output)).execute(arguments);
    }

    @Override
    public void stop() {
        Thread running = runner;
        if (running != null) {
            running.interrupt();
        }
    }

    static CommandLine commandLine(Callable<TillServices> services, Report report) {
        return new CommandLine(new ReplayCommand(services, report, System::nanoTime))
                .registerConverter(Share.class, reading(Share::parse))
                .registerConverter(EnrolmentLink.class, reading(EnrolmentLink::parse))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    LOG.error("The replay has failed", failure);
                    report.failed(failure.toString());
                    return 1;
                });
    }

    private static <T> ITypeConverter<T> reading(Function<String, T> parse) {
        return text -> {
            try {
                return parse.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }
}
