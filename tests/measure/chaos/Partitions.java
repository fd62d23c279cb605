import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Three lanes and their cloud, each in a network of its own, between which packets vanish: lane from lane, lane from cloud, on one side or on both, while processes
 * are killed and clocks jump. Then all see each other, and both sides must have the same sums.
 */
public final class Partitions {
    private static final int INVOICES_PER_ROUND = 12;
    private static final int CLOUD = Ground.TILLS;

    private final Ground ground;
    private final Random random;
    private final List<Way> parted = new ArrayList<>();
    private int betweenLanes;
    private int fromCloud;
    private int oneWay;
    private int alone;

    private record Way(int lane, int other) {}

    private Partitions(Ground ground, Random random) {
        this.ground = ground;
        this.random = random;
    }

    /** Arguments: products of till and cloud, folder, the library that makes clocks wrong or nothing, most rounds, most minutes, seed. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[4]);
        long minutes = Long.parseLong(arguments[5]);
        long seed = Long.parseLong(arguments[6]);
        System.out.printf("%d rounds or %d min, %d lanes, seed %d%n", rounds, minutes, Ground.TILLS, seed);
        Random random = new Random(seed);
        boolean equal;
        try (Ground ground = new Ground(
                Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), random, arguments[3])) {
            equal = new Partitions(ground, random).run(rounds, minutes);
        }
        System.exit(equal ? 0 : 1);
    }

    private boolean run(int rounds, long minutes) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        ground.startCloud("--host", address(CLOUD), "--port", "8443");
        URI cloud = ground.cloudUri();
        ground.ringOn(INVOICES_PER_ROUND);
        for (int i = 0; i < Ground.TILLS; i++) {
            ground.addTill(
                    "https://" + address(CLOUD) + ":8443",
                    "&" + cloud.getFragment(),
                    address(i) + ":8470",
                    List.of("ip", "netns", "exec", network(i)));
        }
        int round = 0;
        while (round < rounds && System.nanoTime() < end) {
            ground.ringOn(INVOICES_PER_ROUND);
            part();
            ground.pause();
            breakSomething();
            ground.pause();
            heal();
            if (++round % 10 == 0) {
                System.out.println("  round " + round + ": " + told());
            }
        }
        ground.awaitTills();
        System.out.println(round + " rounds, " + told());
        return ground.compare();
    }

    /** Each way between two of them is cut or not. */
    private void part() throws Exception {
        for (int one = 0; one < Ground.TILLS; one++) {
            for (int other = one + 1; other <= CLOUD; other++) {
                if (random.nextInt(5) < 2) {
                    cut(one, other);
                }
            }
        }
        alone += parted.stream().filter(way -> way.other() == CLOUD).count() == Ground.TILLS ? 1 : 0;
    }

    private void cut(int lane, int other) throws Exception {
        boolean both = random.nextInt(4) > 0;
        block(lane, other);
        if (both && other != CLOUD) {
            block(other, lane);
        }
        oneWay += both || other == CLOUD ? 0 : 1;
        if (other == CLOUD) {
            fromCloud++;
        } else {
            betweenLanes++;
        }
    }

    private void breakSomething() throws Exception {
        if (ground.bendsClocks() && random.nextInt(3) == 0) {
            ground.bendClock(random.nextInt(Ground.TILLS));
        }
        int which = random.nextInt(3 * Ground.TILLS);
        if (which < Ground.TILLS) {
            ground.killTill(which);
        } else if (which == Ground.TILLS) {
            ground.killCloud();
        }
    }

    /** What this lane sends to the other goes to a card that nobody has: it vanishes without a word. */
    private void block(int lane, int other) throws Exception {
        neighbour(lane, "replace", address(other), "lladdr", "02:00:00:00:00:99", "nud", "permanent");
        parted.add(new Way(lane, other));
    }

    private void heal() throws Exception {
        for (Way way : parted) {
            neighbour(way.lane(), "del", address(way.other()));
        }
        parted.clear();
    }

    private static void neighbour(int lane, String... what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip", "-n", network(lane), "neigh"));
        command.addAll(List.of(what));
        command.addAll(List.of("dev", "line"));
        Process ip = new ProcessBuilder(command).inheritIO().start();
        if (ip.waitFor() != 0) {
            throw new IOException(command + " ended with " + ip.exitValue());
        }
    }

    private static String network(int lane) {
        return "lane" + lane;
    }

    private static String address(int who) {
        return "10.77.0." + (who + 1);
    }

    private String told() {
        return betweenLanes + " cuts between lanes (" + oneWay + " of them one way), " + fromCloud + " between lane and cloud, "
                + alone + " times nobody had a line to the cloud; " + ground.told();
    }
}
