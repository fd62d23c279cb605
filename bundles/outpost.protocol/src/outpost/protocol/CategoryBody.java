package outpost.protocol;

/** Body of an {@link Entity#CATEGORY}. */
public record CategoryBody(String name) {
    public CategoryBody {
        Limits.requireText("name", name, 1, Limits.NAME_CHARS);
    }
}
