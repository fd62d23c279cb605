package outpost.protocol;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A release as it travels: the file {@code release.json} of a p2 repository. The text that was signed travels as text, so that nobody has to write JSON in one
 * way only.
 *
 * @param content JSON of a {@link Release}
 * @param signature by the publisher's Ed25519 key, Base64
 */
public record SignedRelease(String content, String signature) {
    /** The file's name in a repository. */
    public static final String FILE = "release.json";
    /** Bytes of that file. */
    public static final int BYTES = 1024 * 1024;

    /** The key signs nothing else, but should it ever: no other text is taken for a release. */
    private static final String PURPOSE = "outpost-release-1 ";

    public SignedRelease {
        Objects.requireNonNull(content, "content");
        Limits.requireText("signature", signature, 1, Limits.NAME_CHARS);
    }

    public static SignedRelease sign(Release release, PrivateKey key) {
        String content = Json.write(release);
        return new SignedRelease(content, Ed25519.sign(key, signed(content)));
    }

    /** The release, if one of these keys signed it. */
    public Optional<Release> by(List<PublicKey> publishers) {
        return publishers.stream().anyMatch(key -> Ed25519.isSignedBy(key, signed(content), signature))
                ? Optional.of(claimed())
                : Optional.empty();
    }

    /**
     * What it says, whoever signed it.
     *
     * @throws MalformedMessageException if it says nothing that could be a release
     */
    public Release claimed() {
        return Json.read(content, Release.class);
    }

    private static String signed(String content) {
        return PURPOSE + Sha256.hex(content);
    }
}
