package outpost.till.ui.internal;

import java.util.Currency;
import outpost.catalog.Catalog;
import outpost.outbox.Identity;
import outpost.sales.Checkout;
import outpost.sales.Customers;
import outpost.sales.Drawer;
import outpost.sales.HeldTickets;
import outpost.sales.OpenTicket;
import outpost.sales.Receipts;
import outpost.sales.Refunds;
import outpost.sales.Rules;
import outpost.sales.Staff;

/** The services that a till sells with, and the branch in whose name it does. */
public record Shop(
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
    public Currency currency() {
        return identity.currency();
    }
}
