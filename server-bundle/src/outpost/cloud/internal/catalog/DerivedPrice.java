package outpost.cloud.internal.catalog;

/** A price for products whose file has none, the same on every machine: {@code 49 + code mod 1951} minor units. */
final class DerivedPrice {
    private static final int LEAST = 49;
    private static final int SPREAD = 1951;

    private DerivedPrice() {}

    /** @param code whose digits are read as one number, whatever stands between them */
    static long minor(String code) {
        long remainder = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c >= '0' && c <= '9') {
                remainder = (remainder * 10 + (c - '0')) % SPREAD;
            }
        }
        return LEAST + remainder;
    }
}
