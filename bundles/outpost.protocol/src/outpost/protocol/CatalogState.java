package outpost.protocol;

/**
 * What "in sync" is proven by: two catalogs with the same state hold the same rows.
 *
 * @param cursor the last change that is in it
 * @param count rows that are not deleted
 * @param digest sum of their {@link Entity#digest()}, as 16 hexadecimal digits
 */
public record CatalogState(long cursor, long count, String digest) {
    public static final CatalogState EMPTY = of(0, 0, 0);

    public static CatalogState of(long cursor, long count, long digest) {
        return new CatalogState(cursor, count, String.format("%016x", digest));
    }
}
