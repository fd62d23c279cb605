package outpost.tools.internal.audit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import outpost.tools.internal.HelpOption;
import outpost.tools.internal.Installation;
import outpost.tools.internal.ToolException;
import outpost.tools.internal.screen.Screen;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code outpost audit}. */
@Command(
        name = "audit",
        description =
                "Holds what docs/acceptance.md promises to the tests that carry its ids, and to what they came to.",
        footer = {
            "",
            "Exit code 1 where a promise has no test, a test carries an id that is no promise's, or a test that carries one failed, was skipped or did not run"
                    + " in the last ./outpost test."
        })
public final class AuditCommand implements Callable<Integer> {
    private final Screen screen;
    private final Installation installation;

    @Mixin
    private HelpOption help;

    @Option(names = "--no-results", description = "Compare page and tests only, whether they ran or not.")
    private boolean withoutResults;

    @Option(
            names = "--project",
            paramLabel = "DIR",
            description = "The project; by default the one that this command is of.")
    private Optional<Path> project = Optional.empty();

    public AuditCommand(Screen screen, Installation installation) {
        this.screen = screen;
        this.installation = installation;
    }

    @Override
    public Integer call() {
        Path root = project.orElseGet(installation::home);
        Path tests = root.resolve("tests");
        Optional<Results> results = withoutResults ? Optional.empty() : Optional.of(Results.in(tests));
        if (results.map(Results::isEmpty).orElse(false)) {
            throw new ToolException("no test has run yet: ./outpost test first, or --no-results");
        }
        Audit audit = new Audit(Criterion.of(root.resolve("docs/acceptance.md")), TaggedTest.in(tests), results);
        audit.rows().forEach(this::print);
        List<String> faults = audit.faults();
        faults.forEach(screen::problem);
        long kept = audit.rows().stream().filter(Audit.Row::good).count();
        screen.print(kept + " of " + audit.rows().size() + " promises " + (withoutResults ? "have tests" : "kept")
                + (faults.isEmpty() ? "" : ", " + faults.size() + " faults"));
        return faults.isEmpty() ? 0 : 1;
    }

    private void print(Audit.Row row) {
        screen.print(String.format(
                "%-6s %s %3d tests %s%s",
                row.criterion().id(),
                row.good() ? "ok  " : "NOT ",
                row.tests(),
                withoutResults ? "" : String.format("%4d runs  ", row.runs()),
                row.criterion().promise()));
    }
}
