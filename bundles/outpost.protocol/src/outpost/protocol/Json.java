package outpost.protocol;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import outpost.values.BranchId;
import outpost.values.HlcStamp;
import outpost.values.Id;
import outpost.values.PosId;
import outpost.values.TenantId;
import outpost.values.TerminalId;
import outpost.values.VersionVector;

/** The one way in which messages become JSON: ids as strings, absent values left out, unknown fields ignored, numbers never coerced. */
public final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule("outpost")
                    .addSerializer(Id.class, new ToStringSerializer(Id.class))
                    .addSerializer(HlcStamp.class, new ToStringSerializer(HlcStamp.class))
                    .addSerializer(PinHash.class, new ToStringSerializer(PinHash.class))
                    .addDeserializer(PinHash.class, fromText(PinHash.class, PinHash::parse))
                    .addDeserializer(TenantId.class, fromText(TenantId.class, TenantId::new))
                    .addDeserializer(BranchId.class, fromText(BranchId.class, BranchId::new))
                    .addDeserializer(TerminalId.class, fromText(TerminalId.class, TerminalId::new))
                    .addDeserializer(PosId.class, fromText(PosId.class, PosId::new))
                    .addDeserializer(HlcStamp.class, fromText(HlcStamp.class, HlcStamp::parse))
                    .addSerializer(VersionVector.class, new StdDelegatingSerializer(new CountersOf()))
                    .addDeserializer(VersionVector.class, new StdDelegatingDeserializer<>(new VectorOf())))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.NON_ABSENT))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // An amount that is not a whole number is an error, and not the whole number below it.
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private Json() {}

    /** The shared mapper, for streaming and for JAX-RS. It must not be reconfigured. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    public static String write(Object message) {
        try {
            return MAPPER.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON form of " + message.getClass(), e);
        }
    }

    /** @throws MalformedMessageException if the text is not JSON, or not of that message's shape */
    public static <T> T read(String json, Class<T> message) {
        try {
            T value = MAPPER.readValue(json, message);
            if (value == null) {
                throw new MalformedMessageException("null is no " + message.getSimpleName(), null);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new MalformedMessageException(e.getOriginalMessage(), e);
        }
    }

    private static <T> StdScalarDeserializer<T> fromText(Class<T> type, Function<String, T> parse) {
        return new StdScalarDeserializer<>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                String text = parser.getValueAsString();
                try {
                    return parse.apply(text);
                } catch (IllegalArgumentException e) {
                    return type.cast(context.handleWeirdStringValue(type, text, "%s", e.getMessage()));
                }
            }
        };
    }

    /** A version vector is an object of numbers. */
    private static final class CountersOf extends StdConverter<VersionVector, SortedMap<String, Long>> {
        @Override
        public SortedMap<String, Long> convert(VersionVector vector) {
            return vector.counters();
        }
    }

    private static final class VectorOf extends StdConverter<TreeMap<String, Long>, VersionVector> {
        @Override
        public VersionVector convert(TreeMap<String, Long> counters) {
            return new VersionVector(counters);
        }
    }
}
