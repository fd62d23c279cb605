package outpost.sales;

/** The customer of a ticket: what the receipt shows. */
public record CustomerName(String id, String name) {}
