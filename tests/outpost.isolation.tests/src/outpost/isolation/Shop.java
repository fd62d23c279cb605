package outpost.isolation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import outpost.catalog.Product;
import outpost.fixtures.LiveTill;
import outpost.fixtures.Rows;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.UserBody;
import outpost.sales.Checkout;
import outpost.sales.OpenTicket;
import outpost.sales.Receipt;
import outpost.sales.RefundableLine;
import outpost.sales.Refunds;
import outpost.sales.Rules;
import outpost.sales.Shifts;
import outpost.sales.Staff;
import outpost.sales.TenderType;
import outpost.sales.Ticket;
import outpost.sales.TicketLine;
import outpost.values.Money;
import outpost.values.Quantity;

/** A till that has a small catalog, and whose cloud is gone. */
final class Shop implements AutoCloseable {
    private static final String PEN = "4006381333931";

    private final LiveTill till;

    Shop(Path folder) {
        till = new LiveTill(folder);
        till.enrol("EUR");
        Rows.snapshot(till.sink(), 10, catalog());
    }

    LiveTill till() {
        return till;
    }

    OpenTicket ticket() {
        return till.service(OpenTicket.class);
    }

    Checkout checkout() {
        return till.service(Checkout.class);
    }

    Staff staff() {
        return till.service(Staff.class);
    }

    Shifts shifts() {
        return till.service(Shifts.class);
    }

    Product product(String code) {
        return till.catalog().find(code).orElseThrow();
    }

    TicketLine line(Ticket ticket) {
        return ticket.lines().get(ticket.lines().size() - 1);
    }

    /** Rings pens at 1.99. */
    TicketLine pen(int count) {
        return line(ticket().add(product(PEN), Quantity.of(count)));
    }

    TenderType tender(String id) {
        return till.service(Rules.class).tenders().stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    Receipt pay(String tender, long minor) {
        checkout().take(tender(tender), Money.of("EUR", minor), Optional.empty());
        return checkout().complete();
    }

    /** Gives the customer in cash what the ticket owes. */
    Receipt payOut() {
        checkout().take(tender("cash"), ticket().ticket().amounts().due(), Optional.empty());
        return checkout().complete();
    }

    RefundableLine firstLine(Refunds refunds, Receipt receipt) {
        return refunds.find(receipt.number()).orElseThrow().lines().get(0);
    }

    /** From now on this till has a cashier, Kim with 1234, and a manager with 9876. */
    void employ() {
        List<Entity> rows = catalog();
        rows.add(Rows.user("kim", 8, "Kim", UserBody.CASHIER, "1234"));
        rows.add(Rows.user("lead", 9, "Lead", UserBody.MANAGER, "9876"));
        Rows.snapshot(till.sink(), 11, rows);
        till.restart();
    }

    @Override
    public void close() {
        till.close();
    }

    private static List<Entity> catalog() {
        List<Entity> rows = new ArrayList<>(Rows.basics("EUR"));
        rows.add(Rows.category("misc", 3, "Miscellaneous"));
        rows.add(Rows.setting("codes.embedded", 4, "21IIIIIWWwwwC"));
        rows.add(Rows.product(PEN, 5, "Stift blau", 199));
        rows.add(product("wine", 6, "Wine", List.of("4000000000006"), 899, Optional.of(16), Optional.empty()));
        rows.add(product(
                "cheese", 7, "Cheese", List.of("00042", "2000000000428"), 1_000, Optional.empty(), Optional.of(true)));
        return rows;
    }

    private static Entity product(
            String id,
            long seq,
            String name,
            List<String> codes,
            long priceMinor,
            Optional<Integer> minimumAge,
            Optional<Boolean> byWeight) {
        ProductBody body = new ProductBody(
                name,
                codes,
                priceMinor,
                false,
                Optional.of("standard"),
                Optional.of("misc"),
                minimumAge,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                byWeight,
                Optional.empty());
        return new Entity(Entity.PRODUCT, id, seq, Optional.of(Json.write(body)));
    }
}
