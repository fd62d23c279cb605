package outpost.tools.internal.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import outpost.protocol.EnrolmentLink;
import outpost.tools.internal.Installation;
import outpost.tools.internal.ToolException;
import outpost.tools.internal.catalog.CatalogImport;
import outpost.tools.internal.cloud.CloudApi;
import outpost.tools.internal.cloud.CloudProcess;
import outpost.tools.internal.cloud.NewTerminal;
import outpost.tools.internal.cloud.Summary;
import outpost.tools.internal.cloud.Tenant;
import outpost.tools.internal.demo.TillWindow.Status;
import outpost.tools.internal.demo.TillWindow.Ticket;
import outpost.tools.internal.replay.Comparison;
import outpost.tools.internal.screen.Figures;
import outpost.tools.internal.screen.Screen;
import outpost.values.BranchId;
import outpost.values.TenantId;

/** The main job from beginning to end, with the real programs: one cloud, one till, and a line that goes down in between. */
final class Demo {
    private static final TenantId TENANT = new TenantId("main");
    private static final BranchId BRANCH = new BranchId("main");
    private static final String CURRENCY = "GBP";
    private static final long SECONDS = 300;

    private final Screen screen;
    private final Installation installation;
    private final LongSupplier nanoTime;
    private final Path folder;
    private final Tickets tickets = new Tickets(SampleCatalog.codes());

    Demo(Screen screen, Installation installation, LongSupplier nanoTime, Path folder) {
        this.screen = screen;
        this.installation = installation;
        this.nanoTime = nanoTime;
        this.folder = folder;
    }

    /**
     * @param keep whether window and cloud stay until the window is closed
     * @return whether both sides are equal
     */
    boolean run(boolean keep) throws InterruptedException {
        try (CloudProcess cloud =
                new CloudProcess(installation.cloud(), folder.resolve("cloud"), folder.resolve("cloud.log"))) {
            URI address = cloud.start();
            screen.print("A cloud serves at " + address + ", on an embedded database in " + folder + ".");
            CloudApi api = CloudApi.of(address, cloud.adminTokenFile(), TENANT);
            fill(api);
            EnrolmentLink link = new EnrolmentLink(
                    address, api.newTerminal(new NewTerminal(BRANCH, "Lane 1")).code());
            try (TillWindow till = TillWindow.open(
                    installation.till(), folder.resolve("till"), link, folder.resolve("till.log"), nanoTime)) {
                boolean equal = sell(cloud, api, till);
                if (keep) {
                    screen.print("Window and cloud stay open: close the window, or press Ctrl-C.");
                    till.awaitEnd();
                }
                return equal;
            }
        }
    }

    private void fill(CloudApi api) {
        api.put(new Tenant(TENANT, "Corner shop", CURRENCY));
        SampleCatalog.putTaxRates(api);
        if (!new CatalogImport(api, screen, nanoTime).of(SampleCatalog.in(folder), "abort")) {
            throw new ToolException("the sample catalog was refused");
        }
    }

    private boolean sell(CloudProcess cloud, CloudApi api, TillWindow till) throws InterruptedException {
        int products = SampleCatalog.codes().size();
        Status ready = till.await("the till did not get its catalog", SECONDS, now -> now.catalogRows() >= products);
        screen.print(
                "A till has opened its window, enrolled as " + ready.terminalId() + " and taken over the catalog.");
        ring(till, tickets.first());
        till.await("the first sales did not arrive", SECONDS, now -> now.waiting() == 0);
        screen.print(tickets.first().size() + " customers have paid, and the cloud has their sales already.");

        cloud.stop();
        screen.print("The cloud is stopped now. The till goes on selling.");
        ring(till, tickets.offline());
        Status offline = till.await(
                "the till has not noticed", SECONDS, now -> now.line().equals("OFFLINE"));
        till.picture(folder.resolve("till.png"));
        screen.print(offline.waiting() + " sales wait at the till. A picture of its window is in "
                + folder.resolve("till.png") + ".");

        cloud.start();
        screen.print("The cloud is back.");
        Status sent = till.await("the sales did not arrive", SECONDS, now -> now.waiting() == 0);
        Summary summary = api.summary();
        Comparison comparison = new Comparison(
                sent.rung(), summary, Set.of(sent.terminal()), api.tenant().money());
        comparison
                .table()
                .row("waited for the line", Figures.count(offline.waiting()), "")
                .row("wait still", Figures.count(sent.waiting()), "")
                .row("refused", Figures.count(sent.parked()), Figures.count(summary.quarantined()))
                .print(screen);
        comparison.printVerdict(screen);
        return comparison.isEqual()
                && sent.parked() == 0
                && offline.waiting() == tickets.offline().size();
    }

    private void ring(TillWindow till, List<Ticket> customers) throws InterruptedException {
        for (Ticket customer : customers) {
            till.sell(customer);
        }
    }
}
