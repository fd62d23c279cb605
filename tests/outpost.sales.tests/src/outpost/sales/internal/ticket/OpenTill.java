package outpost.sales.internal.ticket;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import outpost.catalog.Product;
import outpost.fixtures.LiveTill;
import outpost.sales.Checkout;
import outpost.sales.Grounds;
import outpost.sales.HeldTickets;
import outpost.sales.OpenTicket;
import outpost.sales.Receipt;
import outpost.sales.Rules;
import outpost.sales.TenderType;
import outpost.sales.Ticket;
import outpost.sales.internal.Shelf;
import outpost.values.Money;

/** A till with a shop's products, at which tickets are paid. */
abstract class OpenTill {
    static final Grounds WHY = Grounds.of("Damaged");

    @TempDir
    Path folder;

    LiveTill till;

    @BeforeEach
    void start() {
        open("GBP");
    }

    @AfterEach
    void stop() {
        till.close();
    }

    void open(String currency, String... settings) {
        till = new LiveTill(folder.resolve("till-" + currency + settings.length));
        till.enrol(currency);
        Shelf shelf = Shelf.of(currency);
        for (int i = 0; i < settings.length; i += 2) {
            shelf.setting(settings[i], settings[i + 1]);
        }
        shelf.fill(till);
        till.restart();
    }

    Receipt payInCash() {
        Money due = ticket().ticket().amounts().dueInCash();
        checkout().take(type("cash"), due, Optional.empty());
        return checkout().complete();
    }

    Ticket take(String type, long minor) {
        return checkout().take(type(type), gbp(minor), Optional.empty());
    }

    TenderType type(String id) {
        return till.service(Rules.class).tenders().stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    OpenTicket ticket() {
        return till.service(OpenTicket.class);
    }

    Checkout checkout() {
        return till.service(Checkout.class);
    }

    HeldTickets held() {
        return till.service(HeldTickets.class);
    }

    Product tea() {
        return product("tea");
    }

    Product product(String id) {
        return Shelf.product(till, id);
    }

    static Money gbp(long minor) {
        return Money.of("GBP", minor);
    }
}
