package outpost.store.internal;

import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;
import outpost.store.StoreException;

/** Tells a damaged file from a full disk, a wrong statement, and all else that SQLite may complain of. */
final class Damage {
    private static final int PRIMARY_CODE = 0xff;

    private Damage() {}

    static StoreException told(String message, Exception cause) {
        return new StoreException(message, cause, isIn(cause));
    }

    private static boolean isIn(Throwable failure) {
        return failure instanceof SQLiteException sqlite
                ? isDamage(sqlite.getResultCode())
                : failure.getCause() != null && isIn(failure.getCause());
    }

    private static boolean isDamage(SQLiteErrorCode code) {
        // A full-text index that contradicts itself says nothing of the file.
        return code != SQLiteErrorCode.SQLITE_CORRUPT_VTAB
                && (isOf(code, SQLiteErrorCode.SQLITE_CORRUPT) || isOf(code, SQLiteErrorCode.SQLITE_NOTADB));
    }

    private static boolean isOf(SQLiteErrorCode code, SQLiteErrorCode primary) {
        return (code.code & PRIMARY_CODE) == primary.code;
    }
}
