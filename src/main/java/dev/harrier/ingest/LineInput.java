package dev.harrier.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of bytes that can be read line by line, looked into without reading, and knows where it is. */
final class LineInput extends InputStream {
    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int end;
    private boolean ended;
    private long offset;
    private long line = 1;

    /**
     * A line without its end.
     *
     * @param number from 1
     * @param offset of its first byte
     * @param cut whether the line was longer than allowed and {@code bytes} is only its beginning
     */
    record Line(byte[] bytes, long number, long offset, boolean cut) {}

    LineInput(InputStream in) {
        this.in = in;
    }

    long offset() {
        return offset;
    }

    /** The next line, or null at the end. Of a line longer than {@code max} the rest is skipped. */
    Line readLine(int max) throws IOException {
        if (start == end && !fill()) {
            return null;
        }
        long first = offset;
        long number = line;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        boolean cut = false;
        boolean found = false;
        while (!found && (start < end || fill())) {
            int stop = indexOfLineEnd(start, end);
            found = stop >= 0;
            int length = (found ? stop : end) - start;
            int kept = Math.min(length, max - bytes.size());
            bytes.write(buffer, start, kept);
            cut |= kept < length;
            consume(found ? length + 1 : length);
        }
        return new Line(bytes.toByteArray(), number, first, cut);
    }

    /** Up to {@code limit} bytes that come next, without reading them. */
    byte[] peek(int limit) throws IOException {
        while (end - start < limit && fillMore(limit)) {
            continue;
        }
        int length = Math.min(limit, end - start);
        byte[] next = new byte[length];
        System.arraycopy(buffer, start, next, 0, length);
        return next;
    }

    @Override
    public int read() throws IOException {
        if (start == end && !fill()) {
            return -1;
        }
        int value = buffer[start] & 0xff;
        consume(1);
        return value;
    }

    @Override
    public int read(byte[] target, int at, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (start == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - start);
        System.arraycopy(buffer, start, target, at, count);
        consume(count);
        return count;
    }

    private void consume(int count) {
        for (int i = start; i < start + count; i++) {
            if (buffer[i] == '\n') {
                line++;
            }
        }
        start += count;
        offset += count;
    }

    private int indexOfLineEnd(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        start = 0;
        end = 0;
        return fillMore(0);
    }

    private boolean fillMore(int limit) throws IOException {
        if (ended) {
            return false;
        }
        if (end == buffer.length) {
            byte[] target = end - start + CHUNK <= buffer.length
                    ? buffer
                    : new byte[Math.max(buffer.length, Math.min(2 * buffer.length, limit + CHUNK))];
            System.arraycopy(buffer, start, target, 0, end - start);
            end -= start;
            start = 0;
            buffer = target;
        }
        int count = in.read(buffer, end, buffer.length - end);
        ended = count < 0;
        end += Math.max(count, 0);
        return !ended;
    }
}
