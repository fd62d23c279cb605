package outpost.tools.internal.demo;

import java.util.List;
import java.util.stream.Stream;
import outpost.tools.internal.demo.TillWindow.Ticket;

/** What the demo's customers buy. */
final class Tickets {
    private final List<String> codes;

    Tickets(List<String> codes) {
        this.codes = codes;
    }

    /** Before the line goes down. */
    List<Ticket> first() {
        return List.of(bought("19", "15", "35"), bought("40", "2*37"));
    }

    /** While it is down; one customer brings something back. */
    List<Ticket> offline() {
        return List.of(
                bought("0", "1", "2", "12", "16"),
                bought("6*38"),
                bought("10", "17", "29", "31", "3*25"),
                broughtBack("37"),
                bought("26", "41", "35"),
                bought("57", "2*58", "44"),
                bought("52", "55", "56", "48"),
                bought("22", "12", "12", "9", "9"));
    }

    private Ticket bought(String... scans) {
        return new Ticket(typed(scans), false);
    }

    private Ticket broughtBack(String... scans) {
        return new Ticket(typed(scans), true);
    }

    /** From a product's place in the catalog, with how many in front of it, to what a cashier types. */
    private List<String> typed(String... scans) {
        return Stream.of(scans).map(this::typed).toList();
    }

    private String typed(String scan) {
        int times = scan.indexOf('*') + 1;
        return scan.substring(0, times) + codes.get(Integer.parseInt(scan.substring(times)));
    }
}
