package outpost.cloud.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import outpost.cloud.internal.store.PatientDisk;

/**
 * How one cloud is told to run.
 *
 * @param data the directory that is the cloud's own: the embedded database, the administrator's token, the signing key
 * @param host the address to listen on
 * @param port the port to listen on; 0 lets the system choose
 * @param database where the data is kept
 * @param currency of the tenant that the first start makes, where one is told
 * @param rates how often callers may call
 * @param keptAsRows how long events stay as they came before they are packed
 * @param tls how it proves who it is, where it serves HTTPS
 */
public record Settings(
        Path data,
        String host,
        int port,
        DatabaseSettings database,
        Optional<Currency> currency,
        Rates rates,
        Duration keptAsRows,
        Optional<TlsSettings> tls) {
    /** How long events stay as they came, unless the settings say otherwise. */
    public static final Duration KEPT_AS_ROWS = Duration.ofDays(90);

    private static final Set<String> OPTIONS = Set.of(
            "data",
            "host",
            "port",
            "currency",
            "db",
            "db-user",
            "db-password-file",
            "rate-terminal",
            "rate-tenant",
            "rate-address",
            "archive-days",
            "tls",
            "certificate",
            "certificate-key",
            "certificate-password-file");
    private static final int DEFAULT_PORT = 8080;

    /**
     * Calls a second that each node allows to one terminal, to all terminals of one tenant, and to all that come from one address without a token; ten
     * seconds' worth may come at once.
     */
    public record Rates(int perTerminal, int perTenant, int perAddress) {
        public static final Rates DEFAULT = new Rates(20, 2_000, 100);

        public Rates {
            if (perTerminal < 1 || perTenant < 1 || perAddress < 1) {
                throw new IllegalArgumentException("A rate has to be at least 1 call a second");
            }
        }
    }

    /**
     * The certificate of HTTPS.
     *
     * @param certificate a PKCS #12 file, or a PEM file with the whole chain; absent where the cloud makes one of its own
     * @param key the PEM file of the private key (PKCS #8), of a PEM file
     * @param password of a PKCS #12 file
     */
    public record TlsSettings(Optional<Path> certificate, Optional<Path> key, String password) {
        /** The cloud makes its certificate itself, and tills know it by its key. */
        public static final TlsSettings OWN = new TlsSettings(Optional.empty(), Optional.empty(), "");

        @Override
        public String toString() {
            return certificate.map(Path::toString).orElse("own certificate");
        }
    }

    /** A database and who logs in to it. */
    public record DatabaseSettings(String url, String user, String password) {
        /** @param url JDBC's; an embedded database's leads through {@link PatientDisk} */
        public DatabaseSettings {
            url = PatientDisk.url(url);
        }

        /** The database that needs no installation: one H2 file in the data directory, reachable by this process only. */
        public static DatabaseSettings embedded(Path data) {
            return new DatabaseSettings("jdbc:h2:file:" + data.toAbsolutePath().resolve("cloud"), "cloud", "");
        }

        @Override
        public String toString() {
            return url + " as " + user;
        }
    }

    public Settings {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("Not a port: " + port);
        }
        if (tls.isEmpty() && !isLoopback(host)) {
            throw new IllegalArgumentException("A cloud that listens on " + host + " serves HTTPS");
        }
    }

    /**
     * Reads the settings; a command-line option {@code --db-user X} wins over the system property
     * {@code outpost.cloud.db-user}, which wins over the environment's {@code OUTPOST_CLOUD_DB_USER}.
     *
     * @return empty when no data directory is named, which means that no cloud is wanted in this process
     * @throws IllegalArgumentException if an option is unknown, lacks its value, or makes no sense
     */
    public static Optional<Settings> read(
            List<String> arguments, Function<String, String> properties, Map<String, String> environment) {
        Function<String, Optional<String>> given =
                name -> Optional.ofNullable(properties.apply("outpost.cloud." + name))
                        .or(() -> Optional.ofNullable(environment.get(
                                "OUTPOST_CLOUD_" + name.toUpperCase(Locale.ROOT).replace('-', '_'))));
        if (!arguments.contains("--data") && given.apply("data").isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> options = options(arguments);
        return Optional.of(of(name -> Optional.ofNullable(options.get(name)).or(() -> given.apply(name))));
    }

    private static Settings of(Function<String, Optional<String>> setting) {
        Path data = Path.of(setting.apply("data").orElseThrow());
        DatabaseSettings database = setting.apply("db")
                .map(url -> new DatabaseSettings(
                        url,
                        setting.apply("db-user").orElse(""),
                        setting.apply("db-password-file")
                                .map(Settings::firstLine)
                                .orElse("")))
                .orElseGet(() -> DatabaseSettings.embedded(data));
        int port = setting.apply("port").map(Settings::number).orElse(DEFAULT_PORT);
        Rates rates = new Rates(
                setting.apply("rate-terminal").map(Settings::number).orElse(Rates.DEFAULT.perTerminal()),
                setting.apply("rate-tenant").map(Settings::number).orElse(Rates.DEFAULT.perTenant()),
                setting.apply("rate-address").map(Settings::number).orElse(Rates.DEFAULT.perAddress()));
        Duration keptAsRows = setting.apply("archive-days").map(Settings::days).orElse(KEPT_AS_ROWS);
        Optional<Currency> currency = setting.apply("currency").map(Settings::currency);
        String host = setting.apply("host").orElse("127.0.0.1");
        return new Settings(data, host, port, database, currency, rates, keptAsRows, tls(setting, host));
    }

    /** Plain HTTP is for this machine alone: for a proxy in front of the cloud, and for trying things out. */
    private static Optional<TlsSettings> tls(Function<String, Optional<String>> setting, String host) {
        Optional<Path> certificate = setting.apply("certificate").map(Path::of);
        boolean wanted = setting.apply("tls").map(Settings::onOrOff).orElse(certificate.isPresent());
        if (!wanted && isLoopback(host)) {
            return Optional.empty();
        }
        return Optional.of(new TlsSettings(
                certificate,
                setting.apply("certificate-key").map(Path::of),
                setting.apply("certificate-password-file")
                        .map(Settings::firstLine)
                        .orElse("")));
    }

    private static boolean onOrOff(String text) {
        if (!text.equals("on") && !text.equals("off")) {
            throw new IllegalArgumentException("Not on or off: " + text);
        }
        return text.equals("on");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new IllegalArgumentException("Not an address of this machine: " + host, unknown);
        }
    }

    private static Map<String, String> options(List<String> arguments) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (!option.startsWith("--") || !OPTIONS.contains(option.substring(2))) {
                throw new IllegalArgumentException("Unknown option: " + option);
            }
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("Option without a value: " + option);
            }
            options.put(option.substring(2), arguments.get(i + 1));
        }
        return options;
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("Not a number: " + text, notANumber);
        }
    }

    private static Duration days(String text) {
        int days = number(text);
        if (days < 1) {
            throw new IllegalArgumentException("Events are kept as they came for at least 1 day");
        }
        return Duration.ofDays(days);
    }

    private static Currency currency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .filter(known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Not a currency: " + code + "; an ISO 4217 code is needed, such as GBP"));
    }

    private static String firstLine(String file) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.findFirst().orElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read the password file " + file, unreadable);
        }
    }
}
