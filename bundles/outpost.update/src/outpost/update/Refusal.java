package outpost.update;

import java.util.List;

/**
 * Why an update is not taken, or was taken back.
 *
 * @param about what the reason's sentence names, in its order, the same in each language: a release, a file, what p2 or the machine says
 */
public record Refusal(Reason reason, List<String> about) {
    /** The reasons, each with its English sentence, for logs, the command line and the cloud. */
    public enum Reason {
        NOT_IN_SLOTS("This till was not installed for updates in the field."),
        NO_BRANCH("This till belongs to no branch yet."),
        NO_KEY("This till has no pinned key, and so installs nothing."),
        BAD_KEY("A pinned key of this till is no Ed25519 public key."),
        UNREADABLE("The update cannot be read: {0}"),
        FILE_UNREADABLE("The update's file {0} cannot be read: {1}"),
        NO_RELEASE("The repository's release.json is no signed release. Nothing was installed."),
        NOT_TRUSTED("The release is not signed by a key that this till trusts. Nothing was installed."),
        FILE_ABSENT("The update lacks the file {0}. Nothing was installed."),
        FILE_CHANGED("The update's file {0} is not the one that was signed. Nothing was installed."),
        /** {0} is the highest number that was seen, {1} what is offered. */
        OLDER("This till has seen release {0} already; the older {1} is not taken."),
        EXPIRED("The offer of {0} has expired on {1} and is not taken."),
        NOT_NEWER("The till has release {0}; {1} is not newer."),
        PINNED("This till is pinned to what it has; see: update pin --off"),
        WAITING("An update waits for its first start already."),
        BUSY("Another update of this till is running."),
        /** {0} is what p2 misses. */
        DOES_NOT_FIT("The update does not fit this till. Nothing has changed. {0}"),
        INCOMPLETE("The updated till lacks {0}."),
        DOES_NOT_WORK("The updated till does not work, and is not used. {0}"),
        NO_WAY_BACK("After this update the till could not go back, so it is not used. {0}"),
        WENT_BACK("It was started and did not show that it works; the till went back by itself."),
        NOTHING_BEFORE("There is nothing to go back to: the other slot is empty."),
        NOTHING_THAT_WORKED("There is nothing to go back to: the other slot holds what did not work."),
        ENDING("The till is ending."),
        /** What no update should meet, a disk for example that cannot be written: {0} tells it in English. */
        FAILED("{0}");

        private final String english;

        Reason(String english) {
            this.english = english;
        }
    }

    public Refusal {
        about = List.copyOf(about);
    }

    /** The whole sentence. */
    public String english() {
        String sentence = reason.english;
        for (int i = 0; i < about.size(); i++) {
            sentence = sentence.replace("{" + i + "}", about.get(i));
        }
        return sentence.strip();
    }
}
