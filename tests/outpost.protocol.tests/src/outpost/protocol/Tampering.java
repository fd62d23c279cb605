package outpost.protocol;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What somebody might do to a journal. */
enum Tampering {
    EDIT {
        @Override
        List<JournalRow> of(List<JournalRow> whole, Random random) {
            List<JournalRow> touched = new ArrayList<>(whole);
            int place = random.nextInt(whole.size());
            touched.set(place, edited(whole.get(place), random));
            return touched;
        }
    },
    /** Edited with a hash that fits again, but not the signature. */
    REHASHED_EDIT {
        @Override
        List<JournalRow> of(List<JournalRow> whole, Random random) {
            int place = random.nextInt(whole.size());
            JournalRow row = edited(whole.get(place), random);
            String contentHash = Sha256.hex(row.content().orElse(""));
            JournalRow fitting = copy(row, row.content(), contentHash, row.hash(), row.signature());
            List<JournalRow> touched = new ArrayList<>(whole);
            touched.set(place, copy(fitting, fitting.content(), contentHash, fitting.expectedHash(), row.signature()));
            if (touched.get(place).equals(whole.get(place))) {
                // The edit was one that making it fit took back; an edit of the content is not.
                return EDIT.of(whole, random);
            }
            return touched;
        }
    },
    REMOVE {
        @Override
        List<JournalRow> of(List<JournalRow> whole, Random random) {
            List<JournalRow> touched = new ArrayList<>(whole);
            touched.remove(random.nextInt(whole.size()));
            return touched;
        }
    },
    SWAP {
        @Override
        List<JournalRow> of(List<JournalRow> whole, Random random) {
            List<JournalRow> touched = new ArrayList<>(whole);
            int one = random.nextInt(whole.size());
            int other = (one + 1 + random.nextInt(whole.size() - 1)) % whole.size();
            Collections.swap(touched, one, other);
            return touched;
        }
    },
    /** Two entries change what they say, and keep their numbers. */
    SWAP_CONTENT {
        @Override
        List<JournalRow> of(List<JournalRow> whole, Random random) {
            List<JournalRow> touched = new ArrayList<>(whole);
            int one = random.nextInt(whole.size());
            int other = (one + 1 + random.nextInt(whole.size() - 1)) % whole.size();
            JournalRow first = whole.get(one);
            JournalRow second = whole.get(other);
            touched.set(one, copy(first, second.content(), second.contentHash(), first.hash(), first.signature()));
            touched.set(other, copy(second, first.content(), first.contentHash(), second.hash(), second.signature()));
            return touched;
        }
    },
    TRUNCATE {
        @Override
        List<JournalRow> of(List<JournalRow> whole, Random random) {
            return whole.subList(0, random.nextInt(whole.size()));
        }
    },
    REPEAT {
        @Override
        List<JournalRow> of(List<JournalRow> whole, Random random) {
            List<JournalRow> touched = new ArrayList<>(whole);
            touched.add(random.nextInt(whole.size() + 1), whole.get(random.nextInt(whole.size())));
            return touched;
        }
    };

    abstract List<JournalRow> of(List<JournalRow> whole, Random random);

    /** One character of one field is another one, or gone, or the field is. */
    static JournalRow edited(JournalRow row, Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> with(row, row.seq() + 1 + random.nextInt(5), row.at(), row.kind(), row.subject());
            case 1 -> with(row, row.seq(), edited(row.at(), random), row.kind(), row.subject());
            case 2 -> with(row, row.seq(), row.at(), edited(row.kind(), random), row.subject());
            case 3 -> with(row, row.seq(), row.at(), row.kind(), edited(row.subject(), random));
            case 4 -> copy(
                    row,
                    row.content().map(text -> edited(text, random)),
                    row.contentHash(),
                    row.hash(),
                    row.signature());
            case 5 -> copy(row, Optional.empty(), row.contentHash(), row.hash(), row.signature());
            case 6 -> copy(row, row.content(), edited(row.contentHash(), random), row.hash(), row.signature());
            case 7 -> copy(row, row.content(), row.contentHash(), edited(row.hash(), random), row.signature());
            case 8 -> copy(
                    row,
                    row.content(),
                    row.contentHash(),
                    row.hash(),
                    row.signature().map(text -> edited(text, random)));
            default -> copy(row, row.content(), row.contentHash(), row.hash(), Optional.empty());
        };
    }

    private static String edited(String text, Random random) {
        int place = random.nextInt(text.length());
        String rest = text.substring(place + 1);
        String start = text.substring(0, place);
        if (random.nextInt(3) == 0) {
            return start + rest;
        }
        String letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEF+/= {}\"";
        char other = letters.charAt(random.nextInt(letters.length()));
        return start + (other == text.charAt(place) ? other == 'x' ? 'y' : 'x' : other) + rest;
    }

    private static JournalRow with(JournalRow row, long seq, String at, String kind, String subject) {
        return new JournalRow(
                seq,
                row.posId(),
                at,
                kind,
                subject,
                row.content(),
                row.contentHash(),
                row.previousHash(),
                row.hash(),
                row.signature());
    }

    private static JournalRow copy(
            JournalRow row, Optional<String> content, String contentHash, String hash, Optional<String> signature) {
        return new JournalRow(
                row.seq(),
                row.posId(),
                row.at(),
                row.kind(),
                row.subject(),
                content,
                contentHash,
                row.previousHash(),
                hash,
                signature);
    }
}
