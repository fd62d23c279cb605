package outpost.tools.internal.replay;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import outpost.protocol.EnrolmentLink;
import outpost.protocol.Json;
import outpost.tools.internal.HelpOption;
import outpost.tools.internal.Installation;
import outpost.tools.internal.cloud.Branch;
import outpost.tools.internal.cloud.CloudApi;
import outpost.tools.internal.cloud.CloudOptions;
import outpost.tools.internal.cloud.NewTerminal;
import outpost.tools.internal.replay.ReplayFolder.Purpose;
import outpost.tools.internal.screen.Figures;
import outpost.tools.internal.screen.Progress;
import outpost.tools.internal.screen.Screen;
import outpost.values.BranchId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code outpost replay}. */
@Command(
        name = "replay",
        description =
                "Rings a file of real invoices through headless tills, waits until all has arrived, and compares both sides.",
        footer = {
            "",
            "The file is CSV, gzip or not, with the columns InvoiceNo, StockCode, Description, Quantity and UnitPrice. An invoice C... is a refund."
                    + " The tills stay in their folder: the same command again rings nothing twice, and goes on where it was interrupted."
                    + " Exit code 1 where the two sides differ."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final BranchId BRANCH = new BranchId("replay");
    private static final int MOST_TILLS = 64;

    private final Screen screen;
    private final Installation installation;
    private final LongSupplier nanoTime;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Mixin
    private CloudOptions cloud;

    @Option(names = "--invoices", required = true, paramLabel = "FILE", description = "The invoices.")
    private Path invoices;

    @Option(names = "--tills", required = true, paramLabel = "N", description = "How many tills share them, 1 to 64.")
    private int tills;

    @Option(names = "--offline", description = "Each till rings all of its share first and sends it afterwards.")
    private boolean offline;

    @Option(names = "--json", description = "Print one line of JSON, the cloud's side, instead of a table.")
    private boolean json;

    @Option(names = "--data", paramLabel = "DIR", description = "Folder of the tills (one below .outpost/replay).")
    private Optional<Path> data;

    public ReplayCommand(Screen screen, Installation installation, LongSupplier nanoTime) {
        this.screen = screen;
        this.installation = installation;
        this.nanoTime = nanoTime;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (tills < 1 || tills > MOST_TILLS) {
            throw new ParameterException(spec.commandLine(), "--tills is " + tills + ", must be 1 to " + MOST_TILLS);
        }
        CloudApi api = cloud.connect();
        Purpose purpose = Purpose.of(api.health().cloudId(), invoices, tills);
        Currency currency = api.tenant().money();
        ReplayFolder folder = new ReplayFolder(
                data.orElseGet(() -> purpose.within(installation.state().resolve("replay"))), purpose);
        List<TillFolder> folders = folder.open();
        api.put(new Branch(BRANCH, "Replay"));
        screen.say(tills + " tills in " + folder
                + (offline ? " ring everything and send it afterwards" : " ring and send"));
        long begun = nanoTime.getAsLong();
        try (Fleet fleet = new Fleet(nanoTime)) {
            start(fleet, api, folders);
            try (Progress progress = new Progress(screen, nanoTime)) {
                fleet.await(progress);
            }
            BigDecimal seconds = Figures.seconds(nanoTime.getAsLong() - begun);
            Comparison comparison = new Comparison(fleet.rung(), api.summary(), fleet.terminals(), currency);
            tell(comparison, seconds);
            return comparison.isEqual() ? 0 : 1;
        }
    }

    private void start(Fleet fleet, CloudApi api, List<TillFolder> folders) {
        TillProduct product = new TillProduct(installation);
        for (int number = 1; number <= folders.size(); number++) {
            TillFolder till = folders.get(number - 1);
            String share = number + "/" + folders.size();
            List<String> command = new ArrayList<>(product.headless(till, offline));
            command.addAll(List.of("--invoices", invoices.toAbsolutePath().toString(), "--share", share));
            if (!till.isEnrolled()) {
                command.addAll(List.of("--enrol", link(api, "Replay " + share).toString()));
            }
            if (offline) {
                command.add("--offline");
            }
            fleet.add(TillProcess.start(till, command));
        }
    }

    private static EnrolmentLink link(CloudApi api, String name) {
        return new EnrolmentLink(
                api.root(), api.newTerminal(new NewTerminal(BRANCH, name)).code(), api.pin());
    }

    private void tell(Comparison comparison, BigDecimal seconds) {
        if (json) {
            screen.print(Json.write(comparison.result(seconds)));
        } else {
            comparison.table().row("seconds", "", seconds.toString()).print(screen);
            comparison.printVerdict(screen);
        }
    }
}
