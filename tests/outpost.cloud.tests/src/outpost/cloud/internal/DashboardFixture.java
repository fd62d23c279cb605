package outpost.cloud.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import outpost.protocol.Json;

/** A cloud of its own and a Chromium that looks at it, both in the evening of one day. */
abstract class DashboardFixture extends OnOneCloud {
    Chromium browser;

    @Override
    boolean alone() {
        return true;
    }

    @BeforeAll
    void open(@TempDir Path profile) {
        TestShop.go(cloud, TestShop.EVENING);
        browser = new Chromium(profile, 1280, 800);
        browser.clock(TestShop.EVENING);
    }

    @AfterAll
    void shut() {
        browser.close();
    }

    List<String> products(String tenant) {
        List<String> names = new ArrayList<>();
        cloud.admin("GET", "catalog/product?tenant=" + tenant, "")
                .ok()
                .json()
                .get("entities")
                .forEach(product -> names.add(Json.read(product.get("body").asText(), JsonNode.class)
                        .get("name")
                        .asText()));
        return names;
    }

    void front() {
        browser.open(URI.create("about:blank"));
        browser.open(cloud.uri("/").resolve("/"));
    }

    void signIn(String tenant) {
        TestShop.account(cloud, tenant);
        browser.forget(cloud.uri("/").resolve("/"));
        front();
        browser.sees("First start?");
        browser.complaints();
        browser.type("Account", "manager@" + tenant);
        browser.type("Password", TestShop.PASSWORD);
        browser.press("Sign in");
        browser.sees("Overview");
    }

    void view(String name) {
        browser.value("location.hash = '" + name + "'");
        browser.waitFor(
                "!document.querySelector('main [aria-busy]') && document.querySelector('main .view." + name + "')");
    }

    /** Nothing went wrong that only a developer would see: a fault in a script, a file that is not there, a breach of the page's policy. */
    void quiet() {
        List<String> complaints = new ArrayList<>(browser.complaints());
        // Whoever makes a product asks first whether there is one.
        complaints.removeIf(line -> line.contains("404") && line.contains("catalog/product/"));
        assertEquals(List.of(), complaints);
    }

    static String pounds(long minor) {
        return String.format(Locale.ROOT, "£%,d.%02d", minor / 100, minor % 100);
    }

    /** Keeps a picture where the property {@code outpost.pictures} names a folder: how the pictures in the docs are made. */
    void picture(String name) {
        String folder = System.getProperty("outpost.pictures");
        if (folder != null) {
            try {
                Files.write(Path.of(folder, name + ".png"), browser.picture());
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
