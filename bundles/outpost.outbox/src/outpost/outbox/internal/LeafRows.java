package outpost.outbox.internal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The rows that stand in a page of a table, whichever table it is and whether or not anything leads to that page any more.
 *
 * <p>Source: sqlite.org/fileformat2.html, sections 1.6 and 2.1.
 */
final class LeafRows {
    private static final int LEAF_OF_TABLE = 0x0d;
    /** The first page begins with the header of the file. */
    private static final int FILE_HEADER = 100;

    private static final int MOST_COLUMNS = 100;
    /** Far more than a row may have; a length beyond it is damage. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Pages pages;

    LeafRows(Pages pages) {
        this.pages = pages;
    }

    /** @param taker gets each row's values: {@code Long}, {@code String}, or an empty optional for all else */
    void forEach(int number, Consumer<List<Optional<Object>>> taker) {
        Optional<ByteBuffer> page = pages.page(number);
        int header = number == 1 ? FILE_HEADER : 0;
        if (page.isEmpty() || page.get().get(header) != LEAF_OF_TABLE) {
            return;
        }
        int cells = page.get().getShort(header + 3) & 0xffff;
        for (int cell = 0; cell < cells; cell++) {
            int place = header + 8 + 2 * cell;
            if (place + 2 <= pages.size()) {
                row(page.get(), page.get().getShort(place) & 0xffff).ifPresent(taker);
            }
        }
    }

    /** Empty where the damage has made nonsense of it. */
    private Optional<List<Optional<Object>>> row(ByteBuffer page, int at) {
        try {
            ByteBuffer cell = page.duplicate().position(at);
            long length = varint(cell);
            varint(cell);
            return length > 0 && length <= MOST_BYTES
                    ? content(cell, (int) length).map(LeafRows::values)
                    : Optional.empty();
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** What does not fit into the page goes on in a chain of others. */
    private Optional<ByteBuffer> content(ByteBuffer cell, int length) {
        int most = pages.size() - 35;
        if (length <= most) {
            return Optional.of(cell.slice().limit(length));
        }
        int least = (pages.size() - 12) * 32 / 255 - 23;
        int fitting = least + (length - least) % (pages.size() - 4);
        ByteBuffer first = cell.slice().limit(fitting <= most ? fitting : least);
        ByteBuffer whole = ByteBuffer.allocate(length).put(first);
        int next = cell.position(cell.position() + first.limit()).getInt();
        while (whole.hasRemaining()) {
            Optional<ByteBuffer> more = pages.page(next);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            next = more.get().getInt();
            more.get().limit(Math.min(more.get().limit(), more.get().position() + whole.remaining()));
            whole.put(more.get());
        }
        return Optional.of(whole.flip());
    }

    private static List<Optional<Object>> values(ByteBuffer content) {
        int body = (int) varint(content);
        List<Long> types = new ArrayList<>();
        while (content.position() < body && types.size() < MOST_COLUMNS) {
            types.add(varint(content));
        }
        content.position(body);
        List<Optional<Object>> values = new ArrayList<>();
        types.forEach(type -> values.add(value(content, type)));
        return values;
    }

    private static Optional<Object> value(ByteBuffer content, long type) {
        if (type >= 13 && type % 2 == 1) {
            return Optional.of(new String(bytes(content, (int) ((type - 13) / 2)), StandardCharsets.UTF_8));
        }
        if (type >= 12) {
            bytes(content, (int) ((type - 12) / 2));
            return Optional.empty();
        }
        return switch ((int) type) {
            case 1, 2, 3, 4 -> Optional.of(integer(content, (int) type));
            case 5 -> Optional.of(integer(content, 6));
            case 6, 7 -> Optional.of(integer(content, 8));
            case 8, 9 -> Optional.of(type - 8);
            default -> Optional.empty();
        };
    }

    private static byte[] bytes(ByteBuffer content, int length) {
        if (length < 0 || length > content.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        content.get(bytes);
        return bytes;
    }

    private static long integer(ByteBuffer content, int bytes) {
        long value = content.get();
        for (int i = 1; i < bytes; i++) {
            value = value << 8 | content.get() & 0xff;
        }
        return value;
    }

    private static long varint(ByteBuffer from) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte next = from.get();
            value = value << 7 | next & 0x7f;
            if (next >= 0) {
                return value;
            }
        }
        return value << 8 | from.get() & 0xff;
    }
}
