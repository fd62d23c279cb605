package outpost.till.ui.internal.day;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.e4.ui.di.Focus;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import outpost.catalog.Catalog;
import outpost.devices.CashDrawer;
import outpost.devices.ReceiptPrinter;
import outpost.outbox.Identity;
import outpost.outbox.Terminal;
import outpost.sales.Checkout;
import outpost.sales.Customers;
import outpost.sales.Drawer;
import outpost.sales.HeldTickets;
import outpost.sales.OpenTicket;
import outpost.sales.Receipts;
import outpost.sales.Refunds;
import outpost.sales.Rules;
import outpost.sales.Shifts;
import outpost.sales.Staff;
import outpost.sales.TillJournal;
import outpost.sales.Training;
import outpost.till.ui.internal.Printing;
import outpost.till.ui.internal.Refusals;
import outpost.till.ui.internal.SellMessages;
import outpost.till.ui.internal.Shop;
import outpost.till.ui.internal.day.journal.JournalMessages;
import outpost.till.ui.internal.day.journal.JournalModel;
import outpost.widgets.Amounts;
import outpost.widgets.Look;
import outpost.widgets.Workers;

/** The Day perspective's one part. It exists only at an enrolled till. */
public final class DayPart {
    private final Workers workers = new Workers("outpost-day", Refusals::isRefusal);
    /** A look through a long journal holds nothing else up. */
    private final Workers journalWorkers = new Workers("outpost-journal", Refusals::isRefusal);

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private ReceiptPrinter printer;

    @Inject
    @org.eclipse.e4.core.di.annotations.Optional
    private CashDrawer cashDrawer;

    private Composite place;
    private DayModel model;

    @PostConstruct
    void create(
            Composite parent,
            Look look,
            Terminal terminal,
            Catalog catalog,
            OpenTicket open,
            Checkout checkout,
            HeldTickets held,
            Refunds refunds,
            Receipts receipts,
            Customers customers,
            Staff staff,
            Rules rules,
            Drawer drawer,
            Shifts shifts,
            Training training,
            TillJournal journal) {
        Shop shop = new Shop(
                terminal.identity().orElseThrow(),
                catalog,
                open,
                checkout,
                held,
                refunds,
                receipts,
                customers,
                staff,
                rules,
                drawer);
        DayMessages messages = look.messages(DayMessages.class);
        Amounts amounts = new Amounts(shop.currency(), look::locale, Clock.systemDefaultZone());
        model = new DayModel(
                new Desk(shop, shifts, training),
                new Printing.Devices(Optional.ofNullable(printer), Optional.ofNullable(cashDrawer)),
                workers.on(parent),
                messages,
                look.messages(SellMessages.class),
                Refusals.in(look),
                amounts,
                new ReportPrint(names(shop.identity()), messages, amounts, look::locale));
        JournalModel journalModel = new JournalModel(
                journal, journalWorkers.on(parent), look.messages(JournalMessages.class), amounts, Refusals.in(look));
        parent.setLayout(new FillLayout());
        place = parent;
        look.fill(parent, () -> new DayView(parent, model, journalModel, messages, amounts, look));
        model.refresh();
    }

    @Focus
    void focus() {
        model.refresh();
        place.getChildren()[0].setFocus();
    }

    @PreDestroy
    void close() {
        workers.close();
        journalWorkers.close();
    }

    private static List<String> names(Identity identity) {
        return List.of(
                identity.enrolment().tenantName(),
                identity.enrolment().branchName(),
                identity.enrolment().terminalName());
    }
}
