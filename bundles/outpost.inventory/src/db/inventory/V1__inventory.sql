-- Every movement of goods in the branch that this till heard of, its own and its neighbours'. A moment is stamp/document/line, each of fixed length, so that the
-- rows of a product lie in the order in which they happened.
CREATE TABLE stock_movements (
    product_id     TEXT    NOT NULL,
    moment         TEXT    NOT NULL,
    kind           TEXT    NOT NULL,
    quantity_milli INTEGER NOT NULL,
    terminal_id    TEXT    NOT NULL,
    entered_by     TEXT    NOT NULL,
    reference      TEXT,
    reason         TEXT,
    note           TEXT,
    PRIMARY KEY (product_id, moment)
) WITHOUT ROWID;

-- What these movements make of each product, kept with them.
CREATE TABLE stock_levels (
    product_id     TEXT    PRIMARY KEY,
    counted        TEXT,
    quantity_milli INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX stock_levels_by_quantity ON stock_levels (quantity_milli);
