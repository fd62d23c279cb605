package outpost.simulation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What may go wrong. */
enum Fault {
    /** Requests and answers get lost. */
    DROP,
    /** A request arrives twice, the second time later. */
    DUPLICATE,
    /** Requests and answers take so long that the till has given up, and overtake each other. */
    DELAY,
    /** The cloud has committed, and its answer is cut off at any byte. */
    CUT,
    /** A till cannot reach the cloud for minutes. */
    PARTITION,
    /** Connections between tills break, and the branch's network fails. */
    LANES,
    /** The cloud is away, or starts anew. */
    OUTAGE,
    /** The cloud answers 429, 500 or 503. */
    BUSY,
    /** A till's power goes: anywhere, just before, or just after a commit. */
    CRASH,
    /** A till's database file is put back from a backup, which is older than what the cloud and the other lanes have seen. */
    RESTORE,
    /** A till burns down; another machine with an empty disk becomes that terminal. */
    LOST_DISK,
    /** A till's disk takes nothing more for a while. */
    FULL_DISK,
    /** A till's clock is set to any time within a year, is too fast, or jumps back. */
    CLOCK,
    /** An event comes to be that the cloud must refuse. */
    POISON,
    /** Two nodes serve the cloud, and one dies within a call: before or after it has committed. */
    FAIL_OVER,
    /** The cloud's database is put back from a backup: it has lost events that it had acknowledged, and changes that the tills know. */
    CLOUD_RESTORE,
    /** Rows of a till's catalog are damaged on its disk, and somebody has them compared with the cloud's. */
    DAMAGE;

    static Set<Fault> parse(String names) {
        return names.equals("all")
                ? EnumSet.allOf(Fault.class)
                : Arrays.stream(names.split(","))
                        .filter(name -> !name.isBlank() && !name.equals("none"))
                        .map(name ->
                                valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_')))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fault.class)));
    }
}
