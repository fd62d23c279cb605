package outpost.cloud.internal.admin;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import outpost.cloud.internal.RefusedException;
import outpost.protocol.Json;

/** Writes sales to a file, a page in memory at a time: as JSON, a sale a line, or as a table, a line of a sale a row. */
public final class SalesExport {
    private static final List<String> COLUMNS = List.of(
            "saleId",
            "at",
            "localMinute",
            "branchId",
            "terminalId",
            "receiptNumber",
            "refund",
            "training",
            "cashier",
            "line",
            "productId",
            "code",
            "name",
            "categoryId",
            "quantityMilli",
            "unitPriceMinor",
            "discountMinor",
            "totalMinor",
            "taxRatePpm");

    private final SalesList sales;

    public SalesExport(SalesList sales) {
        this.sales = sales;
    }

    /** How it is written. */
    public enum Format {
        NDJSON("application/x-ndjson"),
        CSV("text/csv;charset=utf-8");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }

        /** @throws RefusedException if there is no such format */
        public static Format of(String name) {
            return Stream.of(values())
                    .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> RefusedException.invalid("format", "A format is ndjson or csv"));
        }
    }

    /** Writes the sales; each page is as it is when its turn comes. */
    public void write(SalesFilter filter, Format format, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        ObjectWriter json = Json.mapper().writerFor(SalesList.View.class);
        if (format == Format.CSV) {
            text.write(String.join(",", COLUMNS) + "\r\n");
        }
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            SalesList.Page page = sales.page(filter, next.get(), SalesList.PAGE);
            for (SalesList.View sale : page.sales()) {
                text.write(format == Format.CSV ? rows(sale) : json.writeValueAsString(sale) + "\n");
            }
            next = page.next();
        }
        text.flush();
    }

    private static String rows(SalesList.View sale) {
        return sale.lines().stream()
                .map(line -> Stream.of(
                                        sale.saleId(),
                                        sale.at(),
                                        sale.localMinute(),
                                        sale.branchId(),
                                        sale.terminalId(),
                                        text(sale.receiptNumber()),
                                        Boolean.toString(sale.refund()),
                                        Boolean.toString(sale.training()),
                                        text(sale.cashier()),
                                        Integer.toString(line.line()),
                                        text(line.productId().orElse("")),
                                        text(line.code()),
                                        text(line.name()),
                                        text(line.categoryId().orElse("")),
                                        Long.toString(line.quantityMilli()),
                                        Long.toString(line.unitPriceMinor()),
                                        Long.toString(line.discountMinor()),
                                        Long.toString(line.totalMinor()),
                                        Integer.toString(line.taxRatePpm()))
                                .collect(Collectors.joining(","))
                        + "\r\n")
                .collect(Collectors.joining());
    }

    /** RFC 4180; what a spreadsheet would take for a formula is marked as text. */
    private static String text(String value) {
        String safe = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain = Arrays.stream(new String[] {",", "\"", "\n", "\r"}).noneMatch(safe::contains);
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
