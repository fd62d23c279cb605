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
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import outpost.cloud.internal.catalog.file.Lines.Line;
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
        return lines.nextNotBlank().map(JsonRowReader::row);
    }

    private static Row row(Line line) {
        if (line.problem().isPresent()) {
            return Row.unreadable(line.number(), line.problem().get());
        }
        try {
            JsonNode object = READER.readValue(line.text());
            if (!object.isObject()) {
                return Row.unreadable(line.number(), "the line is no JSON object");
            }
            Map<String, String> fields = new HashMap<>();
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                text(field.getValue()).ifPresent(text -> fields.put(field.getKey(), text));
            }
            return Row.of(line.number(), fields);
        } catch (JsonProcessingException malformed) {
            return Row.unreadable(line.number(), "the line is no JSON: " + malformed.getOriginalMessage());
        }
    }

    /** A list becomes what it would be in a cell of a table. */
    private static Optional<String> text(JsonNode value) {
        if (value.isArray()) {
            return Optional.of(StreamSupport.stream(value.spliterator(), false)
                    .flatMap(each -> text(each).stream())
                    .collect(Collectors.joining("|")));
        }
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }
}
