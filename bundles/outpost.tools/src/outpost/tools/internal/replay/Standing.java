package outpost.tools.internal.replay;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * How far a till is.
 *
 * @param tickets its share of the file; 0 until it has read it
 * @param rung of these
 * @param sent of these, as far as it has said
 */
record Standing(long tickets, long rung, long sent) {
    static final Standing START = new Standing(0, 0, 0);

    /** With what it has said now. */
    Standing after(JsonNode said) {
        return switch (said.path("state").asText()) {
            case "ringing" -> new Standing(
                    said.path("total").asLong(), said.path("done").asLong(), sent);
            case "sending" -> new Standing(
                    tickets, rung, Math.max(0, tickets - said.path("waiting").asLong()));
            case "done" -> new Standing(tickets, tickets, tickets);
            default -> this;
        };
    }

    Standing plus(Standing other) {
        return new Standing(tickets + other.tickets, rung + other.rung, sent + other.sent);
    }
}
