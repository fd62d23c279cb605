package outpost.till.ui.internal.day;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import outpost.catalog.Product;
import outpost.fixtures.LiveTill;
import outpost.fixtures.Rows;
import outpost.protocol.Entity;
import outpost.protocol.UserBody;
import outpost.sales.Checkout;
import outpost.sales.Customers;
import outpost.sales.Drawer;
import outpost.sales.HeldTickets;
import outpost.sales.OpenTicket;
import outpost.sales.Receipt;
import outpost.sales.Receipts;
import outpost.sales.Refunds;
import outpost.sales.Rules;
import outpost.sales.Shifts;
import outpost.sales.Staff;
import outpost.sales.TenderType;
import outpost.sales.Training;
import outpost.till.ui.internal.Printing;
import outpost.till.ui.internal.Refusals;
import outpost.till.ui.internal.SellMessages;
import outpost.till.ui.internal.Shop;
import outpost.till.ui.internal.refusal.RefusalMessages;
import outpost.values.Quantity;
import outpost.widgets.Amounts;
import outpost.widgets.Background;
import outpost.widgets.Messages;
import outpost.widgets.ask.Question;

/** A till with the real services on a folder of its own; everything is done at once, on one thread. */
public final class DayFixture implements AutoCloseable {
    public static final String CASHIER = "ann";
    public static final String CASHIER_PIN = "1111";
    public static final String MANAGER = "max";
    public static final String MANAGER_PIN = "2468";
    static final String PEN = "4006381333931";

    private final LiveTill till;
    private final DayMessages messages = Messages.of(DayMessages.class, () -> Locale.UK);

    private DayFixture(Path folder, List<Entity> staff) {
        till = new LiveTill(folder);
        till.enrol("GBP");
        List<Entity> rows = new ArrayList<>(Rows.basics("GBP"));
        rows.add(Rows.product(PEN, 3, "Pen blue", 199));
        rows.add(Rows.setting("reasons.cash", 4, "Change from the bank"));
        rows.addAll(staff);
        Rows.snapshot(till.sink(), rows.size(), rows);
        till.restart();
    }

    /** A shop in which nobody logs in. */
    static DayFixture open(Path folder) {
        return new DayFixture(folder, List.of());
    }

    /** A shop with a cashier and a manager, of whom nobody is there yet. */
    public static DayFixture withStaff(Path folder) {
        return new DayFixture(
                folder,
                List.of(
                        Rows.user(CASHIER, 8, "Ann", UserBody.CASHIER, CASHIER_PIN),
                        Rows.user(MANAGER, 8, "Max", UserBody.MANAGER, MANAGER_PIN)));
    }

    public Staff staff() {
        return till.service(Staff.class);
    }

    public Background atOnce() {
        return new Background(Runnable::run, Runnable::run, Refusals::isRefusal);
    }

    public Training training() {
        return till.service(Training.class);
    }

    Shifts shifts() {
        return till.service(Shifts.class);
    }

    DayModel model() {
        Shop shop = new Shop(
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
        Amounts amounts = new Amounts(shop.currency(), () -> Locale.UK, Clock.systemUTC());
        DayModel model = new DayModel(
                new Desk(shop, shifts(), training()),
                new Printing.Devices(Optional.empty(), Optional.empty()),
                atOnce(),
                messages,
                Messages.of(SellMessages.class, () -> Locale.UK),
                new Refusals(
                        Messages.of(RefusalMessages.class, () -> Locale.UK),
                        Messages.of(SellMessages.class, () -> Locale.UK),
                        () -> Locale.UK),
                amounts,
                new ReportPrint(List.of("Shop"), messages, amounts, () -> Locale.UK));
        model.refresh();
        return model;
    }

    /** Sells one pen for cash. */
    Receipt sell() {
        Product pen = till.catalog().find(PEN).orElseThrow();
        till.service(OpenTicket.class).add(pen, Quantity.ONE);
        Checkout checkout = till.service(Checkout.class);
        TenderType cash = till.service(Rules.class).tenders().stream()
                .filter(TenderType::isCash)
                .findFirst()
                .orElseThrow();
        checkout.take(cash, till.service(OpenTicket.class).ticket().amounts().dueInCash(), Optional.empty());
        return checkout.complete();
    }

    /** Answers the question for an amount. */
    static void amount(DayModel model, String digits) {
        Question.Number asked = (Question.Number) model.dialogue().question().orElseThrow();
        asked.figure().type(digits);
        model.dialogue().answer(() -> asked.answered().accept(asked.figure()));
    }

    /** Takes one of the offered answers. */
    static void choose(DayModel model, String name) {
        Question.Choice asked = (Question.Choice) model.dialogue().question().orElseThrow();
        Question.Option option = asked.options().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        model.dialogue().answer(option.chosen());
    }

    static void pin(DayModel model, String digits) {
        Question.Pin asked = (Question.Pin) model.dialogue().question().orElseThrow();
        model.dialogue().answer(() -> asked.answered().accept(asked.people().get(0), digits));
    }

    @Override
    public void close() {
        till.close();
    }
}
