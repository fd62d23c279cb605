package outpost.sales;

import outpost.values.Money;

/** Sums over receipts: {@code net} is sales less refunds, tax included. */
public record Rung(long sales, long refunds, long lines, Money net) {}
