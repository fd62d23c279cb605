package outpost.legacy.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import outpost.store.StoreException;

/** The entry point that Equinox calls: turns the arguments into a run, and its outcome into sentences and the process's exit code. */
public final class LegacyApplication implements IApplication {
    private static final Integer FAILED = 1;

    private final PrintStream output = System.out;
    private volatile Thread runner;

    @Override
    public Object start(IApplicationContext context) throws InterruptedException {
        runner = Thread.currentThread();
        String[] arguments = (String[]) context.getArguments().get(IApplicationContext.APPLICATION_ARGS);
        if (arguments.length != 1) {
            output.println("one argument is needed: the file of the earlier till");
            return FAILED;
        }
        try (LegacyFile file = new LegacyFile(Path.of(arguments[0]))) {
            return print(new TakeOver(LegacyServices.await(), ZoneId.systemDefault(), file).run());
        } catch (LegacyException | StoreException e) {
            output.println(e.getMessage());
            return FAILED;
        }
    }

    @Override
    public void stop() {
        Thread running = runner;
        if (running != null) {
            running.interrupt();
        }
    }

    private Integer print(Outcome outcome) {
        outcome.problems().forEach(output::println);
        output.printf("products    %d, %d of them in this catalog%n", outcome.products(), outcome.matched());
        output.printf(
                "receipts    %d: %d taken over, %d were here already, %d not taken over%n",
                outcome.receipts(),
                outcome.kept(),
                outcome.known(),
                outcome.receipts() - outcome.kept() - outcome.known());
        output.printf(
                "operations  %d not sent by the earlier till, %d of them queued now%n",
                outcome.operations(), outcome.queued());
        return outcome.problems().isEmpty() ? EXIT_OK : FAILED;
    }
}
