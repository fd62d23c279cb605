package outpost.till.ui.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import outpost.fixtures.LiveTill;
import outpost.fixtures.Rows;
import outpost.protocol.CategoryBody;
import outpost.protocol.Entity;
import outpost.protocol.Json;
import outpost.protocol.ProductBody;
import outpost.protocol.UserBody;
import outpost.sales.Checkout;
import outpost.sales.Customers;
import outpost.sales.Drawer;
import outpost.sales.HeldTickets;
import outpost.sales.OpenTicket;
import outpost.sales.Receipts;
import outpost.sales.Refunds;
import outpost.sales.Rules;
import outpost.sales.Staff;
import outpost.till.ui.internal.refusal.RefusalMessages;
import outpost.widgets.Amounts;
import outpost.widgets.Background;
import outpost.widgets.Messages;

/** A small shop at a till with the real services, on a folder of its own. */
final class ShopFixture implements AutoCloseable {
    static final String PEN = "4006381333931";
    static final String PENCIL = "96385074";
    static final String MILK = "5000128104517";
    static final String WINE = "5010677015707";
    static final String CASHIER_PIN = "1111";
    static final String MANAGER_PIN = "2468";

    final LiveTill till;
    final SellMessages texts = Messages.of(SellMessages.class, () -> Locale.UK);

    private ShopFixture(Path folder) {
        till = new LiveTill(folder);
    }

    /** A shop in which nobody logs in. */
    static ShopFixture open(Path folder) {
        return with(folder, List.of());
    }

    /** A shop with a cashier, who is logged in, and a manager. */
    static ShopFixture withStaff(Path folder, Entity... settings) {
        List<Entity> rows = new ArrayList<>(List.of(settings));
        rows.add(Rows.user("ann", 8, "Ann", UserBody.CASHIER, CASHIER_PIN));
        rows.add(Rows.user("max", 8, "Max", UserBody.MANAGER, MANAGER_PIN));
        ShopFixture shop = with(folder, rows);
        shop.till.service(Staff.class).logIn("ann", CASHIER_PIN);
        return shop;
    }

    /** The same till after its program has ended, however it did. */
    static ShopFixture reopened(Path folder) {
        return new ShopFixture(folder);
    }

    Shop shop() {
        return new Shop(
                till.terminal().identity().orElseThrow(),
                till.catalog(),
                till.service(OpenTicket.class),
                till.service(Checkout.class),
                till.service(HeldTickets.class),
                till.service(Refunds.class),
                till.service(Receipts.class),
                till.service(Customers.class),
                till.service(Staff.class),
                till.service(Rules.class),
                till.service(Drawer.class));
    }

    SellModel model(Later worker) {
        Shop shop = shop();
        return new SellModel(
                shop,
                new Printing.Devices(Optional.empty(), Optional.empty()),
                new Background(worker, Runnable::run, Refusals::isRefusal),
                texts,
                new Refusals(Messages.of(RefusalMessages.class, () -> Locale.UK), texts, () -> Locale.UK),
                new Amounts(shop.currency(), () -> Locale.UK, Clock.systemUTC()));
    }

    @Override
    public void close() {
        till.close();
    }

    private static ShopFixture with(Path folder, List<Entity> staff) {
        ShopFixture shop = new ShopFixture(folder);
        shop.till.enrol("GBP");
        List<Entity> rows = new ArrayList<>(Rows.basics("GBP"));
        rows.add(Rows.product(PEN, 3, "Pen blue", 199));
        rows.add(Rows.product(PENCIL, 4, "Pencil", 50));
        rows.add(Rows.product(MILK, 5, "Milk", 120));
        rows.add(wine());
        rows.add(department());
        rows.addAll(staff);
        Rows.snapshot(shop.till.sink(), rows.size(), rows);
        shop.till.restart();
        return shop;
    }

    private static Entity wine() {
        ProductBody body = new ProductBody(
                "Red wine",
                List.of(WINE),
                850,
                false,
                Optional.of("standard"),
                Optional.empty(),
                Optional.of(18),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Entity(Entity.PRODUCT, WINE, 6, Optional.of(Json.write(body)));
    }

    private static Entity department() {
        CategoryBody body = new CategoryBody(
                "Sundries", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("standard"));
        return new Entity(Entity.CATEGORY, "sundries", 7, Optional.of(Json.write(body)));
    }
}
