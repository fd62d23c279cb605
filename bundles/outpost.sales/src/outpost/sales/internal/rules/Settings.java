package outpost.sales.internal.rules;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import outpost.catalog.Catalog;
import outpost.protocol.Json;
import outpost.protocol.SaleTender;
import outpost.sales.Right;
import outpost.sales.Rules.Topic;
import outpost.sales.TenderType;

/** The cloud's settings as values. One that makes no sense counts as not set, and the log says so: a till must sell all the same. */
final class Settings {
    private static final Logger log = LoggerFactory.getLogger(Settings.class);
    private static final long IDLE_SECONDS = 300;
    private static final int MOST_SECONDS = 86_400;
    private static final List<TenderType> TENDERS = List.of(
            TenderType.builtIn(SaleTender.CASH, true, TenderType.Reference.NONE, false, true),
            TenderType.builtIn(SaleTender.CARD, false, TenderType.Reference.OPTIONAL, false, false),
            TenderType.builtIn(SaleTender.VOUCHER, false, TenderType.Reference.REQUIRED, false, true),
            TenderType.builtIn(SaleTender.ACCOUNT, false, TenderType.Reference.NONE, true, false));

    private final Catalog catalog;

    Settings(Catalog catalog) {
        this.catalog = catalog;
    }

    boolean trainingAllowed() {
        return parsed("training.allowed", Settings::truth).orElse(true);
    }

    /** As decimals of the till's currency, if they are numbers at all. */
    Optional<String> denominations() {
        return parsed("cash.denominations", Settings::decimals);
    }

    Optional<Duration> lockAfter() {
        long seconds = parsed("lock.idle.seconds", text -> number(text, 0, MOST_SECONDS))
                .orElse(IDLE_SECONDS);
        return Optional.of(Duration.ofSeconds(seconds)).filter(wait -> !wait.isZero());
    }

    Map<Topic, List<String>> reasons() {
        Map<Topic, List<String>> reasons = new HashMap<>();
        for (Topic topic : Topic.values()) {
            String name = "reasons." + topic.name().toLowerCase(Locale.ROOT);
            parsed(name, Settings::lines).ifPresent(lines -> reasons.put(topic, lines));
        }
        return Map.copyOf(reasons);
    }

    /** Cash is always among them: what is given back goes that way. */
    List<TenderType> tenders() {
        return parsed("tenders", text -> json(text, new TypeReference<List<TenderText>>() {}).stream()
                        .map(TenderText::type)
                        .toList())
                .filter(types -> types.stream().anyMatch(TenderType::isCash))
                .orElse(TENDERS);
    }

    Map<String, Role> roles() {
        Map<String, Role> roles = new HashMap<>(Role.DEFAULTS);
        parsed("roles", text -> json(text, new TypeReference<Map<String, RoleText>>() {}))
                .ifPresent(set -> set.forEach((id, role) -> roles.put(id, role.role())));
        return Map.copyOf(roles);
    }

    private <T> Optional<T> parsed(String name, Function<String, T> parse) {
        Optional<String> text = catalog.setting(name).filter(set -> !set.isBlank());
        try {
            return text.map(parse);
        } catch (IllegalArgumentException e) {
            log.warn("The setting {} is not used: {}", name, e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean truth(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is neither true nor false");
        };
    }

    private static long number(String text, long least, long most) {
        long number = Long.parseLong(text.strip());
        if (number < least || number > most) {
            throw new IllegalArgumentException(number + " is not between " + least + " and " + most);
        }
        return number;
    }

    private static String decimals(String text) {
        for (String decimal : text.strip().split("[\\s;]+")) {
            if (new BigDecimal(decimal).signum() <= 0) {
                throw new IllegalArgumentException("a note or coin is worth something");
            }
        }
        return text.strip();
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static <T> T json(String text, TypeReference<T> type) {
        try {
            return Json.mapper().readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
    }

    /** A role as it is written: a limit that is left out is none at all. */
    private record RoleText(
            @JsonProperty(required = true) Set<Right> rights,
            Optional<Integer> discountPpm,
            Optional<Integer> overridePpm) {
        Role role() {
            return new Role(rights, discountPpm.orElse(0), overridePpm.orElse(0));
        }
    }

    /** A way to pay as it is written: only id and name must be said; cash has change and opens the drawer unless it says otherwise. */
    private record TenderText(
            @JsonProperty(required = true) String id,
            @JsonProperty(required = true) String name,
            Optional<Boolean> change,
            Optional<TenderType.Reference> reference,
            Optional<Boolean> customer,
            Optional<Boolean> drawer) {
        TenderType type() {
            boolean cash = "cash".equals(id);
            return new TenderType(
                    id,
                    name,
                    change.orElse(cash),
                    reference.orElse(TenderType.Reference.NONE),
                    customer.orElse(false),
                    drawer.orElse(cash));
        }
    }
}
