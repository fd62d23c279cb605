package outpost.store.internal;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.MigrateResult;
import outpost.store.StoreException;

/** Brings units' tables to their newest form, forward only. Each unit has a history table, so that units update alone. */
final class Migrations {
    private static final String BASELINE = "0";

    private final SqliteFile file;

    Migrations(SqliteFile file) {
        this.file = file;
    }

    /** @param writer on whose thread this is called */
    void run(String unit, Class<?> owner, Session writer) {
        if (!unit.matches("[a-z]+")) {
            throw new IllegalArgumentException("'" + unit + "' is not a unit's short name");
        }
        Scripts scripts = Scripts.of(owner, unit);
        if (!writer.read(transaction -> scripts.areDone(transaction, history(unit)))) {
            migrate(unit, owner);
        }
    }

    private void migrate(String unit, Class<?> owner) {
        try {
            MigrateResult result = Flyway.configure(owner.getClassLoader())
                    .loggers("slf4j")
                    .dataSource(file.dataSource())
                    .locations("classpath:db/" + unit)
                    .table(history(unit))
                    // The file holds other units' tables already, so that a new unit's history begins before its first
                    // migration.
                    .baselineOnMigrate(true)
                    .baselineVersion(BASELINE)
                    .failOnMissingLocations(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
            requireSome(unit, result);
        } catch (FlywayException e) {
            throw Damage.told("cannot bring the tables of '" + unit + "' to their newest form", e);
        }
    }

    private static String history(String unit) {
        return "schema_history_" + unit;
    }

    /** A folder whose content is not found in the bundle counts as up to date for Flyway; the tables would be missing later. */
    private static void requireSome(String unit, MigrateResult result) {
        String before = result.initialSchemaVersion;
        boolean never = before == null || before.isEmpty() || before.equals(BASELINE);
        if (never && result.migrationsExecuted == 0) {
            throw new StoreException("no migrations of '" + unit + "' were found in its bundle");
        }
    }
}
