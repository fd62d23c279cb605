package outpost.tools.internal.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import outpost.tools.internal.Installation;
import outpost.tools.internal.ToolException;
import outpost.tools.internal.cloud.CloudApi;
import outpost.tools.internal.cloud.NewTerminal;
import outpost.values.BranchId;

/** The tills of one cloud, each known by its name and a process a work. */
final class CloudTills {
    /** The cloud is at work only when the bench says so. */
    static final Map<String, String> OFFLINE = Map.of("outpost.sync.start", "manual");

    private static final String APPLICATION = "outpost.bench.cloud";
    private static final BranchId BRANCH = new BranchId("main");
    private static final String OPTION = "outpost.bench.";

    private final Installation installation;
    private final Path folder;
    private final CloudApi api;
    private final Map<String, String> common = new LinkedHashMap<>();

    CloudTills(Installation installation, Path folder, CloudApi api, Path tokenFile, int products) {
        this.installation = installation;
        this.folder = folder;
        this.api = api;
        common.put(OPTION + "cloud", api.root().toString());
        common.put(OPTION + "token", tokenFile.toString());
        common.put(OPTION + "products", Integer.toString(products));
    }

    /** Enrols a new till; it has the whole catalog when this returns. */
    void fill(String till, Consumer<Reading> readings) throws InterruptedException {
        fill(till, api.root(), Map.of(), readings);
    }

    /**
     * The same through a relay that counts what passes.
     *
     * @return what each further work of that till needs: its process opens the relay itself
     */
    Map<String, String> fillThroughRelay(String till) throws InterruptedException {
        int port = freePort();
        Map<String, String> relayed = Map.of(OPTION + "relay", Integer.toString(port));
        fill(till, URI.create("http://127.0.0.1:" + port), relayed, reading -> {});
        return relayed;
    }

    private void fill(String till, URI cloud, Map<String, String> more, Consumer<Reading> readings)
            throws InterruptedException {
        String code = api.newTerminal(new NewTerminal(BRANCH, till)).code();
        run(till, "fill", with(more, OPTION + "link", cloud + "/#enrol=" + code), readings);
    }

    /** Runs that work to its end, in a process of its own. */
    void run(String till, String work, Map<String, String> more, Consumer<Reading> readings)
            throws InterruptedException {
        new TillProcess(installation, folder.resolve(till)).run(APPLICATION, properties(till, work, more), readings);
    }

    /** Starts that work behind whatever follows. */
    TillProcess start(String till, String work, Map<String, String> more) {
        TillProcess process = new TillProcess(installation, folder.resolve(till));
        process.start(APPLICATION, properties(till, work, more));
        return process;
    }

    static Map<String, String> sales(Map<String, String> more, int sales) {
        return with(more, OPTION + "sales", Integer.toString(sales));
    }

    static Map<String, String> with(Map<String, String> more, String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.put(name, value);
        return all;
    }

    static int freePort() {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        } catch (IOException e) {
            throw new ToolException("no port is free: " + e.getMessage(), e);
        }
    }

    private Map<String, String> properties(String till, String work, Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(common);
        all.put(OPTION + "work", work);
        all.put(OPTION + "folder", folder.resolve(till).toString());
        all.putAll(more);
        return all;
    }
}
