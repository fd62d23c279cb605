import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * {@code kill -9} of tills, which are lanes of one branch, and of their cloud, at random moments, over a rough line, while disks fill up and clocks jump. At last
 * one till is killed amid its work and its database spoilt. Then the line is good, and both sides must have the same sums.
 */
public final class KillRounds {
    private static final int INVOICES_PER_ROUND = 12;

    private final Ground ground;
    private final Random random;
    private final boolean smallDisks;
    private int diskFills;

    private KillRounds(Ground ground, Random random) {
        this.ground = ground;
        this.random = random;
        this.smallDisks = Files.exists(ground.folder("small-disks"));
    }

    /** Arguments: products of till and cloud, folder, the library that makes clocks wrong or nothing, most rounds, most minutes, seed. */
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[4]);
        long minutes = Long.parseLong(arguments[5]);
        long seed = Long.parseLong(arguments[6]);
        System.out.printf("%d rounds or %d min, %d tills, seed %d%n", rounds, minutes, Ground.TILLS, seed);
        Random random = new Random(seed);
        boolean equal;
        try (Ground ground = new Ground(
                Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), random, arguments[3])) {
            equal = new KillRounds(ground, random).run(rounds, minutes, seed);
        }
        System.exit(equal ? 0 : 1);
    }

    private boolean run(int rounds, long minutes, long seed) throws Exception {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        ground.startCloud("--port", "0");
        try (RoughLine line = new RoughLine(ground.cloudUri().getPort(), seed)) {
            ground.ringOn(INVOICES_PER_ROUND);
            for (int i = 0; i < Ground.TILLS; i++) {
                ground.addTill(line.uri().toString(), "", "127.0.0.1:0", List.of());
            }
            int round = 0;
            while (round < rounds && System.nanoTime() < end) {
                ground.ringOn(INVOICES_PER_ROUND);
                round(line);
                if (++round % 10 == 0) {
                    System.out.printf("  round %d: %s, %d full disks%n", round, ground.told(), diskFills);
                }
            }
            ground.awaitTills();
            System.out.printf("%d rounds, %d full disks; line: %s%n", round, diskFills, line.told());
            return ground.compare() & spoilAndCompare();
        }
    }

    private void round(RoughLine line) throws Exception {
        ground.pause();
        if (ground.bendsClocks() && random.nextInt(4) == 0) {
            ground.bendClock(random.nextInt(Ground.TILLS));
        }
        int which = random.nextInt(Ground.TILLS + (smallDisks ? 3 : 2));
        if (which < Ground.TILLS) {
            ground.killTill(which);
        } else if (which == Ground.TILLS) {
            ground.killCloud();
            line.leadTo(ground.cloudUri().getPort());
        } else if (which == Ground.TILLS + 1) {
            line.part(true);
            ground.killTill(random.nextInt(Ground.TILLS));
            ground.pause();
            line.part(false);
        } else {
            fill(line);
        }
    }

    /** A disk is full for a while: the cloud's or a till's. Whoever gave up is started again when there is room, as a person would. */
    private void fill(RoughLine line) throws Exception {
        Path filler = ground.folder(random.nextBoolean() ? "cloud/filler" : "till0/data/filler");
        try (OutputStream out = Files.newOutputStream(filler)) {
            byte[] zeros = new byte[64 * 1024];
            while (true) {
                out.write(zeros);
            }
        } catch (IOException full) {
            diskFills++;
        }
        ground.pause();
        Files.delete(filler);
        if (ground.restartCloudIfItEnded()) {
            line.leadTo(ground.cloudUri().getPort());
        }
    }

    /** A till's disk goes bad under it: nothing of what it had rung may be missing or there twice, and it must start. */
    private boolean spoilAndCompare() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(ground.folder("till0/data/outpost.db").toFile(), "rw")) {
            byte[] junk = new byte[8 * 1024];
            random.nextBytes(junk);
            file.write(junk);
        }
        Files.writeString(ground.folder("till0/data/outpost.lock"), "4711");
        ground.startWithNothingToRing(0);
        boolean setAside = Files.exists(ground.folder("till0/data/damaged/1/outpost.db"));
        System.out.println("spoilt database set aside: " + setAside);
        return ground.compare() & setAside;
    }
}
