package outpost.cloud.internal.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import outpost.cloud.internal.nodes.Nodes.Node;

/** Reads what is wrong with the cloud itself out of what its nodes say. */
final class NodeConditions {
    private static final Duration SILENCE = Duration.ofMinutes(2);
    private static final long LITTLE_DISK_BYTES = 1024L * 1024 * 1024;
    private static final int NAME_CHARS = 64;
    private static final String NODE_ITSELF = "";

    private NodeConditions() {}

    static List<Condition> of(List<Node> nodes, long nowMillis) {
        List<Condition> all = new ArrayList<>();
        for (Node node : nodes) {
            String name = node.name().substring(0, Math.min(node.name().length(), NAME_CHARS));
            long heardAt = nowMillis - node.silentMillis();
            if (node.silentMillis() > SILENCE.toMillis()) {
                all.add(new Condition(
                        AlarmKind.NODE,
                        name,
                        NODE_ITSELF,
                        heardAt,
                        "the node is not heard of and did not end in good order"));
            } else if (node.diskFreeBytes() < LITTLE_DISK_BYTES) {
                all.add(new Condition(
                        AlarmKind.CLOUD_DISK,
                        name,
                        NODE_ITSELF,
                        heardAt,
                        node.diskFreeBytes() + " bytes are free in the node's data folder"));
            }
        }
        return all;
    }
}
