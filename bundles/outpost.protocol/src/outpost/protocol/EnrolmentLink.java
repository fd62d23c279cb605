package outpost.protocol;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to enrol, and with which code: what a technician types, pastes or scans.
 *
 * @param cloud the cloud's root, for example {@code https://10.0.0.2:8443}; {@code http} only where it is this machine
 * @param pin of the cloud's key, as {@link CloudTrust} means it; absent where the platform's certificate authorities vouch for the cloud
 */
public record EnrolmentLink(URI cloud, String code, Optional<String> pin) {
    private static final Pattern FRAGMENT = Pattern.compile("enrol=([^&]+)(?:&pin=([^&]*))?");
    private static final Pattern THIS_MACHINE = Pattern.compile("localhost|127\\.[0-9.]+|\\[::1]");

    public EnrolmentLink {
        requireRoot(cloud);
        Limits.requireText("code", code, 1, Limits.NAME_CHARS);
        pin.ifPresent(CloudTrust::requirePin);
    }

    /** A link to a cloud that certificate authorities vouch for, or that is on this machine. */
    public EnrolmentLink(URI cloud, String code) {
        this(cloud, code, Optional.empty());
    }

    /**
     * Checks that what is sent to a cloud's root cannot be read on the way.
     *
     * @throws IllegalArgumentException with a sentence for the technician
     */
    public static void requireRoot(URI cloud) {
        if (!"http".equals(cloud.getScheme()) && !"https".equals(cloud.getScheme())) {
            throw new IllegalArgumentException("'" + cloud + "' is not an http or https address");
        }
        if ("http".equals(cloud.getScheme())
                && (cloud.getHost() == null
                        || !THIS_MACHINE.matcher(cloud.getHost()).matches())) {
            throw new IllegalArgumentException(
                    "'" + cloud + "' would be readable by others on the way: a cloud on another machine needs https");
        }
    }

    /**
     * Reads {@code https://host:port/#enrol=CODE} or {@code https://host:port/#enrol=CODE&pin=FINGERPRINT}.
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
        Matcher fragment = FRAGMENT.matcher(uri.getFragment() == null ? "" : uri.getFragment());
        if (!fragment.matches() || uri.getAuthority() == null) {
            throw new IllegalArgumentException(
                    "'" + text + "' has no enrolment code: expected https://host:port/#enrol=CODE");
        }
        return new EnrolmentLink(
                URI.create(uri.getScheme() + "://" + uri.getAuthority()),
                fragment.group(1),
                Optional.ofNullable(fragment.group(2)));
    }

    @Override
    public String toString() {
        return cloud + "/#enrol=" + code + pin.map(digits -> "&pin=" + digits).orElse("");
    }
}
