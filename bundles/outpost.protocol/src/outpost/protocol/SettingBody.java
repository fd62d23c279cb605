package outpost.protocol;

/** Body of an {@link Entity#SETTING}, whose id is the setting's name. */
public record SettingBody(String value) {
    public SettingBody {
        Limits.requireText("value", value, 0, Limits.SETTING_CHARS);
    }
}
