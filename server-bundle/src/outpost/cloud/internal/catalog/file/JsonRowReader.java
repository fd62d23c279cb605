package outpost.cloud.internal.catalog.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import outpost.protocol.Json;

/** Rows that are one JSON object a line. Numbers keep all their digits. */
final class JsonRowReader implements RowReader {
    private static final ObjectReader READER =
            Json.mapper().readerFor(JsonNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final Lines lines;
    private Optional<Row> first = Optional.empty();

    JsonRowReader(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Set<String> columns() throws IOException {
        if (first.isEmpty()) {
            first = read();
        }
        return first.map(row -> row.fields().keySet()).orElse(Set.of());
    }

    @Override
    public Optional<Row> next() throws IOException {
        Optional<Row> row = first.isPresent() ? first : read();
        first = Optional.empty();
        return row;
    }

    private Optional<Row> read() throws IOException {
        Optional<String> line = lines.next();
        while (line.isPresent() && line.get().isBlank()) {
            line = lines.next();
        }
        return line.map(text -> row(lines.number(), text));
    }

    private static Row row(long number, String line) {
        Optional<String> problem = Lines.problem(line);
        if (problem.isPresent()) {
            return Row.unreadable(number, problem.get());
        }
        try {
            JsonNode object = READER.readValue(line);
            if (!object.isObject()) {
                return Row.unreadable(number, "the line is no JSON object");
            }
            Map<String, String> fields = new HashMap<>();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                if (field.getValue().isValueNode() && !field.getValue().isNull()) {
                    fields.put(field.getKey(), field.getValue().asText());
                }
            }
            return Row.of(number, fields);
        } catch (JsonProcessingException malformed) {
            return Row.unreadable(number, "the line is no JSON: " + malformed.getOriginalMessage());
        }
    }
}
