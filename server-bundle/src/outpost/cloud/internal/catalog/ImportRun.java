package outpost.cloud.internal.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import outpost.cloud.internal.catalog.CatalogImport.OnError;
import outpost.cloud.internal.catalog.ImportAnswer.BadRow;
import outpost.cloud.internal.catalog.file.Row;
import outpost.cloud.internal.catalog.file.RowReader;
import outpost.protocol.CategoryBody;
import outpost.protocol.Entity;

/** One import, from the first row to the last, within the transaction of its edit. */
final class ImportRun {
    private static final int BATCH_ROWS = 1_000;
    private static final int LISTED_BAD_ROWS = 1_000;
    private static final int EXAMPLES = 50;

    private final CatalogEdit edit;
    private final OnError onError;
    private final RowReader rows;
    private final Set<String> categories;
    private final List<ImportedProduct> products = new ArrayList<>();
    private final List<Draft> newCategories = new ArrayList<>();
    private final List<BadRow> bad = new ArrayList<>();
    private final List<ImportPreview.Example> examples = new ArrayList<>();
    private long total;
    private long added;
    private long changed;
    private long unchanged;
    private long badRows;

    ImportRun(CatalogEdit edit, OnError onError, RowReader rows) {
        this.edit = edit;
        this.onError = onError;
        this.rows = rows;
        this.categories = new HashSet<>(edit.ids(Entity.CATEGORY));
    }

    ImportAnswer run() {
        try {
            ProductRows mapping = mapping();
            for (Optional<Row> row = rows.next(); row.isPresent(); row = rows.next()) {
                take(mapping, row.get());
            }
            write();
            ImportAnswer answer = answer(mapping.pricesDerived());
            if (refused()) {
                throw new ImportRefusedException(badRows + " rows are bad; nothing was imported", answer);
            }
            return answer;
        } catch (IOException brokenOff) {
            throw new UncheckedIOException("The file broke off in row " + total, brokenOff);
        }
    }

    private ProductRows mapping() throws IOException {
        try {
            Currency currency = Currency.getInstance(edit.tenant().currency());
            return new ProductRows(rows.columns(), currency, edit.ids(Entity.TAX_RATE));
        } catch (IllegalArgumentException unusable) {
            bad.add(new BadRow(1, unusable.getMessage()));
            badRows++;
            throw new ImportRefusedException("The file cannot be read: " + unusable.getMessage(), answer(false));
        }
    }

    private void take(ProductRows mapping, Row row) {
        total++;
        try {
            ImportedProduct imported = mapping.product(row);
            imported.category().filter(categories::add).ifPresent(name -> newCategories.add(category(name)));
            products.add(imported);
        } catch (IllegalArgumentException unusable) {
            badRows++;
            if (bad.size() < LISTED_BAD_ROWS) {
                bad.add(new BadRow(row.line(), unusable.getMessage()));
            }
        }
        if (products.size() == BATCH_ROWS) {
            write();
        }
    }

    /** Writes the rows that wait; once the file is refused they are only checked. */
    private void write() {
        if (!refused()) {
            edit.put(Entity.CATEGORY, newCategories);
            CatalogEdit.Counts counts = edit.put(Entity.PRODUCT, products);
            added += counts.added();
            changed += counts.changed();
            unchanged += counts.unchanged();
            counts.differences().stream()
                    .limit(EXAMPLES - examples.size())
                    .map(ImportPreview.Example::of)
                    .forEach(examples::add);
        }
        newCategories.clear();
        products.clear();
    }

    /** The first products that became different. */
    List<ImportPreview.Example> examples() {
        return List.copyOf(examples);
    }

    private boolean refused() {
        return onError == OnError.ABORT && badRows > 0;
    }

    private static Draft category(String name) {
        return Draft.category(name, new CategoryBody(name));
    }

    private ImportAnswer answer(boolean pricesDerived) {
        return new ImportAnswer(total, added, changed, unchanged, badRows, List.copyOf(bad), pricesDerived);
    }
}
