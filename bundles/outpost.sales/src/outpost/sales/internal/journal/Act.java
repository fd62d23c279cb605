package outpost.sales.internal.journal;

import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import outpost.protocol.Json;
import outpost.sales.Grounds;
import outpost.sales.User;

/**
 * Something that happened at the till and is no sale, on its way into the journal.
 *
 * @param fields what there is to say about it, in the order of the JSON text
 */
public record Act(ZonedDateTime at, String kind, String subject, Map<String, Object> fields) {
    public Act {
        fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** @param user who did it */
    public static Act of(ZonedDateTime at, String kind, String subject, User user) {
        Act act = new Act(at, kind, subject, Map.of()).with("by", user.name());
        return user.id().isEmpty() ? act : act.with("userId", user.id());
    }

    /** @param value a text, a whole number or a truth value */
    public Act with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return new Act(at, kind, subject, more);
    }

    public Act because(Grounds grounds) {
        Act act = this;
        if (grounds.reason().isPresent()) {
            act = act.with("reason", grounds.reason().get());
        }
        if (grounds.approval().isPresent()) {
            act = act.with("approvedBy", grounds.approval().get().userName())
                    .with("approvedById", grounds.approval().get().userId());
        }
        return act;
    }

    String content() {
        return Json.write(fields);
    }
}
