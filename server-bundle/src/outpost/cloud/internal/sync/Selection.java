package outpost.cloud.internal.sync;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import outpost.cloud.internal.RefusedException;

/** Which types of entities somebody wants to know of; without any named, all. */
public record Selection(List<String> types) {
    public static final Selection ALL = new Selection(List.of());

    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final int MOST = 32;

    /**
     * Reads {@code product,category}.
     *
     * @throws RefusedException if that is no list of types
     */
    public static Selection of(Optional<String> text) {
        return text.map(list -> RefusedException.parse("entityTypes", list, Selection::parse))
                .orElse(ALL);
    }

    private static Selection parse(String list) {
        List<String> types = Stream.of(list.split(",", -1)).distinct().toList();
        if (types.size() > MOST
                || !types.stream().allMatch(type -> TYPE.matcher(type).matches())) {
            throw new IllegalArgumentException(
                    "entityTypes is '" + list + "', not a list of at most " + MOST + " types with commas between them");
        }
        return new Selection(types);
    }

    /** What a query asks of the row {@code r} besides its tenant. */
    String condition() {
        return types.isEmpty()
                ? ""
                : " AND r.type IN ("
                        + String.join(
                                ",", types.stream().map(t -> "'" + t + "'").toList()) + ")";
    }

    boolean wants(String type) {
        return types.isEmpty() || types.contains(type);
    }
}
