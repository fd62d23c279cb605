package outpost.reconcile.ui.internal.stock;

import outpost.protocol.stock.StockLevel;

/** A product and how much of it is there. */
record Stocked(Item item, StockLevel level) {}
