package outpost.cloud.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** How a transaction becomes one that sees an unchanging picture, before its first statement. */
@FunctionalInterface
interface Isolation {
    /** The pool gives the connection its own isolation back. */
    Isolation UNTIL_GIVEN_BACK =
            connection -> connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);

    /** PostgreSQL's: it goes out with the transaction's begin, where the other way takes a trip of its own to set it and one to give it back. */
    Isolation FOR_THIS_TRANSACTION = connection -> {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        }
    };

    void set(Connection connection) throws SQLException;
}
