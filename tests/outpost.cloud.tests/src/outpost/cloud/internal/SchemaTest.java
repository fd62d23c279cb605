package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.ds.PGSimpleDataSource;
import outpost.cloud.internal.Settings.DatabaseSettings;
import outpost.cloud.internal.store.Database;

/** The schema itself: what it has to promise to whoever distributes it, and that it grows under data that is there. */
class SchemaTest {
    /** The cloud itself, its nodes and what they share out, and Flyway's list: they serve all tenants. */
    private static final Predicate<String> OF_NO_TENANT = table ->
            Set.of("cloud_identity", "token_key", "node", "duty").contains(table) || table.startsWith("flyway");

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource
    @Tag("A-905")
    void everyKeyBeginsWithTheTenantAndNoReferenceLeavesIt(TestDatabase kind) throws SQLException {
        DatabaseSettings settings = kind.in(data);
        new Database(settings).close();

        try (Connection connection = connect(settings)) {
            DatabaseMetaData schema = connection.getMetaData();
            List<String> tables = tables(schema);
            assertTrue(tables.contains("sale_tender"), tables.toString());
            for (String table : tables) {
                keys(schema, table)
                        .forEach((key, columns) -> assertEquals("tenant_id", columns.get(0), table + " " + key));
                references(schema, table)
                        .forEach((key, columns) ->
                                assertEquals("tenant_id=tenant_id", columns.get(0), table + " " + key));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void salesOfTheFirstVersionAreCountedByTenderToo(TestDatabase kind) throws SQLException {
        DatabaseSettings settings = kind.in(data);
        flyway(kind, settings).target("1").load().migrate();
        try (Connection connection = connect(settings)) {
            for (String row : List.of(
                    "tenant VALUES ('t', 'Shop', 'GBP', 0, 0, 0)",
                    "branch VALUES ('t', 'b', 'Branch')",
                    "terminal VALUES ('t', 'T1', 'b', 'Lane', 'hash', 0, NULL)",
                    "event_stream VALUES ('t', 'T1', 'pos-1', 1, 1, 1, 0)",
                    "event_ledger VALUES ('t', 'T1', 'pos-1', 1, 'sale', 'b', '', '', '', '', '', '', '', 'T1', 0)",
                    "sale VALUES ('t', 's', 'T1', 'pos-1', 1, 'b', FALSE, 0, 'R-1', NULL, 'Cashier 1', 255)")) {
                try (var statement = connection.createStatement()) {
                    statement.execute("INSERT INTO " + row);
                }
            }
        }

        try (TestCloud cloud = new TestCloud(data, settings)) {
            assertEquals(
                    "[{\"type\":\"cash\",\"count\":1,\"amountMinor\":255}]",
                    cloud.summary("t").get("tenders").toString());
            assertEquals(0, cloud.summary("t").get("training").asInt());
            assertEquals(
                    "[]", cloud.admin("GET", "journal/heads?tenant=t", "").ok().body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatEarlierSalesMovedIsInTheStock(TestDatabase kind) throws SQLException {
        DatabaseSettings settings = kind.in(data);
        flyway(kind, settings).target("3").load().migrate();
        String sale = "6f1c2a34-0000-4000-8000-000000000001";
        try (Connection connection = connect(settings)) {
            for (String row : List.of(
                    "tenant VALUES ('t', 'Shop', 'GBP', 0, 0, 0)",
                    "branch VALUES ('t', 'b', 'Branch')",
                    "terminal VALUES ('t', 'T1', 'b', 'Lane', 'hash', 0, NULL)",
                    "event_ledger VALUES ('t', 'T1', 'pos-1', 1, 'sale', 'b', '', '0000000003e80002', '', '', '', '', '', 'T1', 0)",
                    "sale (tenant_id, sale_id, terminal_id, pos_id, local_event_id, branch_id, refund, occurred_at, receipt_number, cashier,"
                            + " total_minor) VALUES ('t', '" + sale
                            + "', 'T1', 'pos-1', 1, 'b', FALSE, 0, 'R-1', 'Cashier 1', 255)",
                    "sale_line (tenant_id, sale_id, line_no, product_id, code, name, quantity_milli, unit_price_minor, total_minor, tax_rate_id,"
                            + " tax_rate_ppm) VALUES ('t', '" + sale
                            + "', 12, 'P1', 'code', 'LANTERN', 1500, 170, 255, 'standard', 200000)")) {
                try (var statement = connection.createStatement()) {
                    statement.execute("INSERT INTO " + row);
                }
            }
        }

        try (TestCloud cloud = new TestCloud(data, settings)) {
            assertEquals(
                    "{\"branchId\":\"b\",\"levels\":[{\"productId\":\"P1\",\"quantityMilli\":-1500,\"movedAt\":\"1970-01-01T00:00:01Z\"}],\"more\":false}",
                    cloud.admin("GET", "stock?tenant=t&branch=b", "").ok().body());
            assertEquals(
                    "[{\"at\":\"1970-01-01T00:00:01Z\",\"kind\":\"sale\",\"quantityMilli\":-1500,\"document\":\"" + sale
                            + "\",\"line\":12}]",
                    cloud.admin("GET", "stock/movements?tenant=t&branch=b&product=P1", "")
                            .ok()
                            .body());
        }
    }

    @Test
    void thePostgresqlOfTheTestsForcesEachCommitToTheDisk() throws SQLException {
        try (Connection connection = connect(TestDatabase.POSTGRESQL.in(data))) {
            for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
                try (PreparedStatement show = connection.prepareStatement("SHOW " + setting);
                        ResultSet value = show.executeQuery()) {
                    value.next();
                    assertEquals("on", value.getString(1), setting);
                }
            }
        }
    }

    private static List<String> tables(DatabaseMetaData schema) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = schema.getTables(null, null, "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                String table = rows.getString("TABLE_NAME");
                boolean ours = rows.getString("TABLE_SCHEM").equalsIgnoreCase("public");
                if (ours && !OF_NO_TENANT.test(lower(table))) {
                    tables.add(lower(table));
                }
            }
        }
        return tables;
    }

    /** The columns of each index, the primary key's among them, in their order. */
    private static Map<String, List<String>> keys(DatabaseMetaData schema, String table) throws SQLException {
        Map<String, List<String>> keys = new TreeMap<>();
        try (ResultSet rows = schema.getIndexInfo(null, null, stored(schema, table), false, true)) {
            while (rows.next()) {
                if (rows.getString("INDEX_NAME") != null) {
                    keys.computeIfAbsent(rows.getString("INDEX_NAME"), name -> new ArrayList<>())
                            .add(lower(rows.getString("COLUMN_NAME")));
                }
            }
        }
        assertTrue(!keys.isEmpty(), table);
        return keys;
    }

    private static Map<String, List<String>> references(DatabaseMetaData schema, String table) throws SQLException {
        Map<String, List<String>> references = new TreeMap<>();
        try (ResultSet rows = schema.getImportedKeys(null, null, stored(schema, table))) {
            while (rows.next()) {
                references
                        .computeIfAbsent(rows.getString("FK_NAME"), name -> new ArrayList<>())
                        .add(lower(rows.getString("FKCOLUMN_NAME")) + "=" + lower(rows.getString("PKCOLUMN_NAME")));
            }
        }
        return references;
    }

    private static String stored(DatabaseMetaData schema, String name) throws SQLException {
        return schema.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    static FluentConfiguration flyway(TestDatabase kind, DatabaseSettings settings) {
        return Flyway.configure(Database.class.getClassLoader())
                .dataSource(source(settings))
                .locations("classpath:outpost/cloud/migrations")
                .placeholders(Map.of("binary", kind == TestDatabase.H2 ? "" : "COLLATE \"C\""));
    }

    static Connection connect(DatabaseSettings settings) throws SQLException {
        return source(settings).getConnection();
    }

    private static DataSource source(DatabaseSettings settings) {
        if (settings.url().startsWith("jdbc:h2:")) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL(settings.url());
            source.setUser(settings.user());
            return source;
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        return source;
    }
}
