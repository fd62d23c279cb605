package outpost.cloud.internal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import outpost.cloud.internal.Settings.DatabaseSettings;
import outpost.cloud.internal.catalog.CatalogList;
import outpost.cloud.internal.catalog.WordIndex;
import outpost.cloud.internal.store.Database;
import outpost.values.TenantId;

/**
 * How long the dashboard's search takes among so many products on a PostgreSQL of the machine's own packages. Products and their words are made in the database itself, of
 * made-up words that come as unevenly as words do. Prints one line of JSON for each kind of question: name, value, unit.
 */
final class SearchBench {
    private static final int ASKED = 200;
    private static final int SHOWN = 50;
    private static final TenantId TENANT = new TenantId("main");
    /** Word number n of a product: the first ones of each list come far more often than the last ones. */
    private static final String WORD = "'%s' || TO_CHAR(FLOOR(POWER(RANDOM(), 3) * %d), 'FM99990')";

    private SearchBench() {}

    /** Arguments: how many products. */
    public static void main(String[] arguments) throws SQLException {
        int products = arguments.length == 0 ? 1_000_000 : Integer.parseInt(arguments[0]);
        DatabaseSettings settings = TestDatabase.POSTGRESQL.in(null);
        try (Database database = new Database(settings);
                Connection connection = SchemaTest.connect(settings)) {
            fill(connection, products);
            CatalogList list = new CatalogList(database, new WordIndex(database));
            Map<String, Function<Random, String>> questions = new LinkedHashMap<>();
            questions.put("letter", random -> "b");
            questions.put("word", random -> "brand" + random.nextInt(2_000));
            questions.put("word-begun", random -> "kind" + random.nextInt(9));
            questions.put("two-words", random -> "brand" + random.nextInt(200) + " kind" + random.nextInt(500));
            questions.put("two-frequent-beginnings", random -> "bran kin");
            questions.put("three-words", random -> "brand1 kind" + random.nextInt(90) + " size" + random.nextInt(9));
            questions.put("code", random -> String.format("%013d", random.nextInt(products))
                    .substring(0, 12));
            questions.put("not-there", random -> "zzz" + random.nextInt(1_000));
            questions.put("words-that-never-meet", random -> "brand0 zzz");
            questions.forEach((name, question) -> ask(list, name, question));
        }
    }

    private static void ask(CatalogList list, String name, Function<Random, String> question) {
        Random random = new Random(1);
        long[] micros = new long[ASKED];
        for (int i = -ASKED / 4; i < ASKED; i++) {
            String asked = question.apply(random);
            long begun = System.nanoTime();
            list.search(TENANT, asked, "", SHOWN);
            if (i >= 0) {
                micros[i] = (System.nanoTime() - begun) / 1_000;
            }
        }
        Arrays.sort(micros);
        for (int percent : new int[] {50, 99}) {
            System.out.printf(
                    Locale.ROOT,
                    "{\"name\":\"cloud-search-%s/p%d\",\"value\":%d,\"unit\":\"us\"}%n",
                    name,
                    percent,
                    micros[(ASKED - 1) * percent / 100]);
        }
    }

    private static void fill(Connection connection, int products) throws SQLException {
        long begun = System.nanoTime();
        String name = String.join(
                " || ' ' || ",
                WORD.formatted("brand", 2_000),
                WORD.formatted("kind", 5_000),
                WORD.formatted("size", 200));
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO tenant (tenant_id, name, currency, change_sequence, catalog_rows, catalog_digest)"
                            + " VALUES ('main', 'Shop', 'EUR', " + products + ", " + products + ", 0)");
            statement.execute("CREATE TEMPORARY TABLE made AS SELECT n, TO_CHAR(n, 'FM0000000000000') AS code, " + name
                    + " AS name FROM GENERATE_SERIES(1, " + products + ") AS n");
            statement.execute("INSERT INTO catalog_entity (tenant_id, entity_type, entity_id, seq, body)"
                    + " SELECT 'main', 'product', code, n, '{\"name\":\"' || name || '\",\"codes\":[\"' || code"
                    + " || '\"],\"priceMinor\":199,\"priceDerived\":false}' FROM made");
            statement.execute(
                    "INSERT INTO product_word (tenant_id, word, product_id)"
                            + " SELECT DISTINCT 'main', word, code FROM made, UNNEST(STRING_TO_ARRAY(name, ' ') || code) AS word");
            statement.execute("VACUUM ANALYZE");
        }
        try (PreparedStatement state =
                connection.prepareStatement("INSERT INTO product_words_state (tenant_id, seq) VALUES ('main', ?)")) {
            state.setLong(1, products);
            state.executeUpdate();
        }
        System.out.println("# " + products + " products and their words were made in "
                + (System.nanoTime() - begun) / 1_000_000_000L + " s");
    }
}
