package outpost.replay.internal;

/**
 * Which tickets of a file are this till's: every {@code of}-th one, from the {@code number}-th on.
 *
 * @param number 1 to {@code of}
 */
record Share(int number, int of) {
    Share {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("there is no share " + number + " of " + of);
        }
    }

    /** Reads {@code 2/4}. */
    static Share parse(String text) {
        if (!text.matches("\\d{1,4}/\\d{1,4}")) {
            throw new IllegalArgumentException("'" + text + "' is not a share like 2/4");
        }
        int slash = text.indexOf('/');
        return new Share(Integer.parseInt(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
    }

    /** @param place of the ticket in the file, from 0 */
    boolean holds(long place) {
        return place % of == number - 1;
    }

    /** How many of so many tickets are this till's. */
    long sizeIn(long tickets) {
        return (tickets - number + of) / of;
    }
}
