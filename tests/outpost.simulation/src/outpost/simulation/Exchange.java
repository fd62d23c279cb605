package outpost.simulation;

import java.util.Map;

/** What goes over the line. */
final class Exchange {
    private Exchange() {}

    /** @param target path and query below the cloud's root */
    record Request(String method, String target, Map<String, String> headers, byte[] body) {
        String path() {
            int query = target.indexOf('?');
            return query < 0 ? target : target.substring(0, query);
        }
    }

    record Answer(int status, Map<String, String> headers, byte[] body) {}
}
