package outpost.till.ui.internal.day;

import outpost.sales.Shifts;
import outpost.sales.Training;
import outpost.till.ui.internal.Shop;

/** The services of a till's day. */
record Desk(Shop shop, Shifts shifts, Training training) {}
