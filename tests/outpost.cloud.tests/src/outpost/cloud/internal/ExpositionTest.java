package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Prometheus collects. */
class ExpositionTest extends OnOneCloud {
    private static final Pattern LINE =
            Pattern.compile("# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*\\})? -?[0-9]+");

    @Override
    boolean alone() {
        return true;
    }

    @Test
    void whatHasArrivedIsToldPerTenant() {
        TestTill till = TestTill.inNewTenant(cloud);
        var first = till.sale(1);
        till.sale(1);
        till.push(first, till.sale(1));
        till.push(first);
        till.push(till.sale(1), first);

        Answer answer = cloud.get("../../metrics", cloud.adminToken()).ok();

        assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().startsWith("text/plain"));
        List<String> lines = answer.body().lines().toList();
        lines.forEach(line -> assertTrue(LINE.matcher(line).matches(), line));
        String tenant = "{tenant=\"" + till.tenant() + "\"} ";
        assertTrue(lines.contains("outpost_events_received_total" + tenant + "3"), answer.body());
        assertTrue(lines.contains("outpost_events_duplicate_total" + tenant + "2"), answer.body());
        assertTrue(lines.contains("outpost_events_missing" + tenant + "1"), answer.body());
        assertTrue(lines.contains("outpost_live_connections 0"), answer.body());
    }

    @Test
    void onlyTheAdministratorMayCollect() {
        TestTill till = TestTill.inNewTenant(cloud);
        assertEquals(401, cloud.get("../../metrics", till.token()).status());
        assertEquals(401, cloud.get("../../metrics", "").status());
    }
}
