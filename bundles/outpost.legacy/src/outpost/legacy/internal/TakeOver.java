package outpost.legacy.internal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import outpost.catalog.Product;
import outpost.outbox.Identity;
import outpost.protocol.EventType;
import outpost.protocol.Json;
import outpost.sales.Receipt;
import outpost.sales.Sales.Kind;
import outpost.store.Transaction;

/**
 * One run over an earlier till's file. Each receipt, and each operation, is taken over in a transaction of its own together with the mark that it was, so that a
 * run may end anywhere and be begun again.
 */
final class TakeOver {
    /** What neither is a sale nor anything else that this version can read: the cloud keeps it as it is. */
    static final EventType OPERATION = new EventType("legacy_operation");

    private static final int MATCHES_PER_WRITE = 1_000;

    private final LegacyServices till;
    private final ZoneId zone;
    private final LegacyFile file;
    private final List<Object[]> matches = new ArrayList<>();
    private final Map<String, Product> products = new HashMap<>();
    private final Map<String, Operation> unsentSales = new HashMap<>();
    private final List<Operation> unsentOthers = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long productRows;
    private long receiptRows;
    private long kept;
    private long known;
    private long queued;
    private long operations;

    /** @param zone where the earlier till stood */
    TakeOver(LegacyServices till, ZoneId zone, LegacyFile file) {
        this.till = till;
        this.zone = zone;
        this.file = file;
    }

    /** @throws LegacyException if this till is not enrolled, or the file cannot be read */
    Outcome run() {
        Identity identity = till.terminal()
                .identity()
                .orElseThrow(() -> new LegacyException("this till is not enrolled: a branch is needed to send to"));
        till.store().migrate("legacy", TakeOver.class);
        file.forEach("products", this::match);
        storeMatches();
        if (file.has("outbox")) {
            file.forEach("outbox", this::note);
        }
        EarlierSale sales = new EarlierSale(identity.currency(), zone, products);
        file.forEach("receipts", row -> take(row, sales));
        unsentSales.values().stream()
                .distinct()
                .forEach(operation -> problems.add("operation " + operation.id() + " (" + operation.type()
                        + "): its receipt is not in the file, or was not taken over"));
        unsentOthers.forEach(this::queue);
        return new Outcome(productRows, products.size(), receiptRows, kept, known, operations, queued, problems);
    }

    private void match(LegacyRow row) {
        productRows++;
        String id = row.required("id", "product_id");
        row.text("code", "barcode", "gtin", "ean", "sku").ifPresent(code -> {
            Optional<Product> product = till.catalog().find(code);
            product.ifPresent(found -> products.put(id, found));
            matches.add(new Object[] {id, code, product.map(Product::id)});
        });
        if (matches.size() >= MATCHES_PER_WRITE) {
            storeMatches();
        }
    }

    private void storeMatches() {
        till.store().write(transaction -> {
            transaction.updateAll(
                    "INSERT INTO catalog_id_map (legacy_id, code, product_id) VALUES (?, ?, ?)"
                            + " ON CONFLICT (legacy_id) DO UPDATE SET code = excluded.code, product_id = excluded.product_id",
                    matches);
            return matches;
        });
        matches.clear();
    }

    private void note(LegacyRow row) {
        if (!Operation.isUnsent(row)) {
            return;
        }
        operations++;
        Operation operation = Operation.of(row);
        if (!operation.isOfASale()) {
            unsentOthers.add(operation);
        } else if (operation.receipt().isPresent()) {
            unsentSales.put(operation.receipt().get(), operation);
        } else {
            problems.add("operation " + operation.id() + " (" + operation.type()
                    + ") does not say which receipt it is about");
        }
    }

    private void take(LegacyRow row, EarlierSale sales) {
        receiptRows++;
        String id = row.text("id").orElse("");
        try {
            Receipt receipt = sales.of(row, file.items(id));
            boolean unsent = unsentSales.containsKey(id) || unsentSales.containsKey(receipt.number());
            boolean isNew = till.store().write(transaction -> take(transaction, receipt, unsent));
            kept += isNew ? 1 : 0;
            known += isNew ? 0 : 1;
            unsentSales.remove(id);
            unsentSales.remove(receipt.number());
        } catch (LegacyException | IllegalArgumentException | ArithmeticException e) {
            problems.add("receipt " + row.text("number", "receipt_number", "id").orElse("?") + ": " + e.getMessage());
        }
    }

    private boolean take(Transaction transaction, Receipt receipt, boolean unsent) {
        boolean isNew = till.receipts().keep(transaction, receipt);
        if (unsent && isFirst(transaction, "sale/" + receipt.sale().saleId())) {
            EventType type = receipt.kind() == Kind.REFUND ? EventType.REFUND : EventType.SALE;
            append(transaction, type, Json.write(receipt.sale()));
        }
        return isNew;
    }

    private void queue(Operation operation) {
        Map<String, String> payload = new LinkedHashMap<>();
        payload.put("id", operation.id());
        payload.put("type", operation.type());
        payload.put("payload", operation.payload());
        till.store().write(transaction -> {
            if (isFirst(transaction, operation.digest())) {
                append(transaction, OPERATION, Json.write(payload));
            }
            return operation;
        });
    }

    private void append(Transaction transaction, EventType type, String payload) {
        till.outbox().append(transaction, type, payload);
        transaction.afterCommit(() -> queued++);
    }

    private static boolean isFirst(Transaction transaction, String digest) {
        return transaction.update("INSERT INTO legacy_operations (digest) VALUES (?) ON CONFLICT DO NOTHING", digest)
                > 0;
    }
}
