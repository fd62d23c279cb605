package outpost.till.ui.internal;

import java.util.Currency;
import java.util.List;
import outpost.catalog.Catalog;
import outpost.outbox.Identity;
import outpost.sales.Checkout;
import outpost.sales.Customers;
import outpost.sales.Drawer;
import outpost.sales.HeldTickets;
import outpost.sales.OpenTicket;
import outpost.sales.Receipts;
import outpost.sales.ReceiptText;
import outpost.sales.Refunds;
import outpost.sales.Rules;
import outpost.sales.Staff;

/** The services that a till sells with, and the branch in whose name it does. */
record Shop(
        Identity identity,
        Catalog catalog,
        OpenTicket open,
        Checkout checkout,
        HeldTickets held,
        Refunds refunds,
        Receipts receipts,
        Customers customers,
        Staff staff,
        Rules rules,
        Drawer drawer) {
    /** Characters in a line of the receipt on the screen. */
    private static final int PAPER_WIDTH = 38;

    Currency currency() {
        return identity.currency();
    }

    /** How this shop's receipts look. Reads the disk. */
    ReceiptText receiptText() {
        ReceiptText set = ReceiptText.of(catalog, PAPER_WIDTH);
        return set.header().isEmpty() ? new ReceiptText(names(), set.footer(), PAPER_WIDTH) : set;
    }

    /** A receipt must say whose it is, also before the business has set what else it wants there. */
    private List<String> names() {
        return List.of(
                identity.enrolment().tenantName(),
                identity.enrolment().branchName(),
                identity.enrolment().terminalName());
    }
}
