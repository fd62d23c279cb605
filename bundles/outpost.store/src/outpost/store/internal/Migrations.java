package outpost.store.internal;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import outpost.store.StoreException;

/** Brings units' tables to their newest form, forward only. Each unit has a history table, so that units update alone. */
final class Migrations {
    private final SqliteFile file;

    Migrations(SqliteFile file) {
        this.file = file;
    }

    void run(String unit, Class<?> owner) {
        if (!unit.matches("[a-z]+")) {
            throw new IllegalArgumentException("'" + unit + "' is not a unit's short name");
        }
        try {
            Flyway.configure(owner.getClassLoader())
                    .loggers("slf4j")
                    .dataSource(file.dataSource())
                    .locations("classpath:db/" + unit)
                    .table("schema_history_" + unit)
                    // The file holds other units' tables already, so that a new unit's history begins before its first
                    // migration.
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .failOnMissingLocations(true)
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreException("cannot bring the tables of '" + unit + "' to their newest form", e);
        }
    }
}
