package outpost.simulation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import outpost.protocol.Event;

/** Something that happened at a terminal, whatever numbers it was told under. */
record Happening(String terminal, String hlc, String payloadHash) implements Comparable<Happening> {
    static Happening of(Event event) {
        return new Happening(event.terminalId().value(), event.hlc().toString(), event.payloadHash());
    }

    /** What a till knows of, nonsense left out. */
    static Map<Happening, Event> at(Program program) {
        Map<Happening, Event> known = new LinkedHashMap<>();
        program.held().stream()
                .filter(event -> !Program.isNonsense(event))
                .forEach(event -> known.putIfAbsent(of(event), event));
        return known;
    }

    static Set<Happening> atCloud(World world) {
        Set<Happening> known = new TreeSet<>();
        world.cloud()
                .read(em -> em.createQuery(
                                "SELECT e.terminalId, e.hlc, e.payloadHash FROM LedgerEvent e WHERE e.tenantId = :tenant",
                                Object[].class)
                        .setParameter("tenant", world.tenant().value())
                        .getResultList())
                .forEach(row -> known.add(new Happening((String) row[0], (String) row[1], (String) row[2])));
        return known;
    }

    @Override
    public int compareTo(Happening other) {
        int byTime = hlc.compareTo(other.hlc);
        int byTerminal = byTime != 0 ? byTime : terminal.compareTo(other.terminal);
        return byTerminal != 0 ? byTerminal : payloadHash.compareTo(other.payloadHash);
    }
}
