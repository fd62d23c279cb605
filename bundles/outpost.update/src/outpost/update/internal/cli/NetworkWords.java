package outpost.update.internal.cli;

import outpost.update.NetworkFinding;

/** A finding on the way to the cloud, in a sentence for the shell. */
final class NetworkWords {
    private NetworkWords() {}

    static String of(NetworkFinding finding) {
        return finding.trouble()
                .map(trouble -> sentence(trouble, finding.cloud(), finding.detail()))
                .orElse("The cloud at " + finding.cloud() + " answers.");
    }

    private static String sentence(NetworkFinding.Trouble trouble, String cloud, String detail) {
        return switch (trouble) {
            case NO_ADDRESS -> "'" + detail + "' is no address of a cloud.";
            case NO_NETWORK -> "This machine has no network: a cable, or the radio.";
            case NAME_UNKNOWN -> "The name " + detail
                    + " is not known: the name server does not answer, or the address is mistyped.";
            case REFUSED -> "The machine at " + detail
                    + " says that nobody listens there: the cloud does not run, or the port is mistyped.";
            case SILENT -> "Nothing answers at " + detail + ": a cable, a firewall, or the cloud's machine is off.";
            case OTHER_KEY -> "What answers at " + cloud + " does not hold the key with the fingerprint " + detail
                    + ": it is another cloud, or somebody in between.";
            case NOT_TRUSTED -> "The connection to " + cloud + " is not trusted: " + detail;
            case NO_ANSWER -> "A connection to " + cloud
                    + " can be made, but no answer comes: a proxy or a firewall in between, or the cloud is overloaded. ("
                    + detail + ")";
            case NO_CLOUD -> "Something answers at " + cloud + ", but not as a cloud does. " + detail;
            case OTHER_GENERATION -> "The cloud at " + cloud
                    + " is of another generation: its protocol versions and this till's are " + detail + ".";
            case CLOCK_OFF -> "The cloud at " + cloud + " answers, but this machine's clock is off by " + detail
                    + " seconds.";
        };
    }
}
