package outpost.protocol;

import java.net.URI;

/**
 * Where to enrol, and with which code: what a technician types, pastes or scans.
 *
 * @param cloud the cloud's root, for example {@code http://127.0.0.1:8080}
 */
public record EnrolmentLink(URI cloud, String code) {
    private static final String MARK = "enrol=";

    public EnrolmentLink {
        if (!"http".equals(cloud.getScheme()) && !"https".equals(cloud.getScheme())) {
            throw new IllegalArgumentException("'" + cloud + "' is not an http or https address");
        }
        Limits.requireText("code", code, 1, Limits.NAME_CHARS);
    }

    /**
     * Reads {@code http://host:port/#enrol=CODE}.
     *
     * @throws IllegalArgumentException with a sentence for the technician
     */
    public static EnrolmentLink parse(String text) {
        URI uri;
        try {
            uri = URI.create(text.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is not an enrolment address", e);
        }
        String fragment = uri.getFragment();
        if (fragment == null || !fragment.startsWith(MARK) || uri.getAuthority() == null) {
            throw new IllegalArgumentException(
                    "'" + text + "' has no enrolment code: expected http://host:port/#enrol=CODE");
        }
        return new EnrolmentLink(
                URI.create(uri.getScheme() + "://" + uri.getAuthority()), fragment.substring(MARK.length()));
    }

    @Override
    public String toString() {
        return cloud + "/#" + MARK + code;
    }
}
