package outpost.replay.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import outpost.values.Money;
import outpost.values.Quantity;

/**
 * A CSV file of invoices with the columns InvoiceNo, StockCode, Description, Quantity and UnitPrice; others are ignored. The lines of an invoice stand together.
 * Gzip is recognised by its first bytes. Read as a stream: only one invoice is in memory.
 */
final class InvoiceFile {
    private static final int GZIP_MAGIC = 0x1f8b;
    private static final ObjectReader ROWS = CsvMapper.builder()
            .enable(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Row.class)
            .with(CsvSchema.emptySchema().withHeader());

    private final Path file;
    private final Currency currency;

    /** @param currency of every price */
    InvoiceFile(Path file, Currency currency) {
        this.file = file;
        this.currency = currency;
    }

    /**
     * Hands every invoice to the visitor, in the file's order.
     *
     * @return how many there are
     * @throws ReplayException naming file and line, if it cannot be read or sold as it is; invoices before that line were handed over
     */
    long forEach(Visitor visitor) throws InterruptedException {
        try (Reader text = open();
                MappingIterator<Row> rows = ROWS.readValues(text)) {
            return new Walk(rows, visitor).walk();
        } catch (CharacterCodingException e) {
            throw new ReplayException(file + " is not UTF-8", e);
        } catch (IOException e) {
            throw new ReplayException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private Reader open() throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        try {
            bytes.mark(2);
            int start = bytes.read() << 8 | bytes.read();
            bytes.reset();
            InputStream plain = start == GZIP_MAGIC ? new GZIPInputStream(bytes) : bytes;
            return new InputStreamReader(plain, StandardCharsets.UTF_8.newDecoder());
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    /** Takes one invoice and its place in the file, from 0. */
    @FunctionalInterface
    interface Visitor {
        void visit(long place, Invoice invoice) throws InterruptedException;
    }

    record Row(
            @JsonProperty("InvoiceNo") String invoice,
            @JsonProperty("StockCode") String code,
            @JsonProperty("Description") String description,
            @JsonProperty("Quantity") String quantity,
            @JsonProperty("UnitPrice") String price) {
        Row {
            Objects.requireNonNull(invoice, "there is no column InvoiceNo");
            Objects.requireNonNull(code, "there is no column StockCode");
            Objects.requireNonNull(description, "there is no column Description");
            Objects.requireNonNull(quantity, "there is no column Quantity");
            Objects.requireNonNull(price, "there is no column UnitPrice");
        }
    }

    /** One pass over the file. */
    private final class Walk {
        private final MappingIterator<Row> rows;
        private final Visitor visitor;
        private final Set<String> seen = new HashSet<>();
        private String number = "";
        private List<Invoice.Line> lines = new ArrayList<>();
        private int line = 1;

        Walk(MappingIterator<Row> rows, Visitor visitor) {
            this.rows = rows;
            this.visitor = visitor;
        }

        long walk() throws IOException, InterruptedException {
            try {
                while (rows.hasNextValue()) {
                    line = rows.getParser().currentLocation().getLineNr();
                    take(rows.nextValue());
                }
                finish();
                return seen.size();
            } catch (JsonProcessingException e) {
                throw refused(e.getOriginalMessage(), e);
            } catch (IllegalArgumentException e) {
                throw refused(e.getMessage(), e);
            }
        }

        private void take(Row row) throws InterruptedException {
            if (!row.invoice().equals(number)) {
                finish();
                number = row.invoice();
                if (!seen.add(number)) {
                    throw new IllegalArgumentException(
                            "invoice " + number + " goes on here, after another one; its lines must stand together");
                }
            }
            lines.add(new Invoice.Line(
                    row.code(), row.description(), Quantity.parse(row.quantity()), Money.parse(currency, row.price())));
        }

        private void finish() throws InterruptedException {
            if (!lines.isEmpty()) {
                List<Invoice.Line> complete = lines;
                lines = new ArrayList<>();
                visitor.visit(seen.size() - 1L, new Invoice(number, complete));
            }
        }

        private ReplayException refused(String reason, Throwable cause) {
            return new ReplayException(file + ", line " + line + ": " + reason, cause);
        }
    }
}
