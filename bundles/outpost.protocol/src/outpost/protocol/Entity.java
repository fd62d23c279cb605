package outpost.protocol;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * The state of one thing that the cloud owns, as of one change.
 *
 * @param type {@link #PRODUCT}, {@link #CATEGORY}, {@link #TAX_RATE}, {@link #SETTING}, {@link #USER}, {@link #PRODUCT_VERSIONS} or {@link #BRANCH_PRICE}; others are skipped by whoever does not know them
 * @param seq the tenant's change number that made it so
 * @param body JSON of that type's content as text, because it is hashed; absent when the thing was deleted (a tombstone)
 */
public record Entity(String type, String id, long seq, Optional<String> body) {
    public static final String PRODUCT = "product";
    public static final String CATEGORY = "category";
    public static final String TAX_RATE = "tax_rate";
    public static final String SETTING = "setting";
    public static final String USER = "user";
    /** Beside a product that branches have edited: who changed what, knowing what; see {@link ProductVersions}. */
    public static final String PRODUCT_VERSIONS = "product_versions";

    /** What a product costs in the reader's own branch, where that is not the product's price; the id is the product's. See {@link BranchPriceBody}. */
    public static final String BRANCH_PRICE = "branch_price";

    public Entity {
        Limits.requireText("type", type, 1, Limits.CODE_CHARS);
        Limits.requireText("id", id, 1, Limits.CODE_CHARS);
        Objects.requireNonNull(body, "body");
        if (seq < 1) {
            throw new IllegalArgumentException("seq is " + seq + ", must be at least 1");
        }
    }

    public boolean deleted() {
        return body.isEmpty();
    }

    /**
     * This row's share in the catalog's digest: the digest is the sum, modulo 2<sup>64</sup>, over all rows that are not deleted, so
     * that it can be kept up to date by subtracting the old row and adding the new one. A tombstone's share is 0.
     */
    public long digest() {
        return body.map(text -> ByteBuffer.wrap(Sha256.digest(String.join("\n", type, id, Long.toString(seq), text)))
                        .getLong())
                .orElse(0L);
    }

    /** {@link #digest()} as 16 hexadecimal digits. */
    public String digestText() {
        return HexFormat.of().toHexDigits(digest());
    }

    /** Where this thing stands among all others, whatever its content: the first 4 bytes of SHA-256 of {@code type LF id}, as a number that is not negative. */
    public long place() {
        return place(type, id);
    }

    /** The {@link #place()} of the thing with that key. */
    public static long place(String type, String id) {
        return Integer.toUnsignedLong(
                ByteBuffer.wrap(Sha256.digest(type + "\n" + id)).getInt());
    }
}
