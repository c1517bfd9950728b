package dev.harrier.ingest;

/** A stream that cannot be read on: the events before this position were read, the rest was not. */
public final class MalformedStream extends Exception {
    private static final long serialVersionUID = 1L;

    private final long line;
    private final long column;
    private final long offset;

    /**
     * @param line from 1
     * @param column from 1, in bytes
     * @param offset from 0, in bytes after decompression
     */
    public MalformedStream(String reason, long line, long column, long offset) {
        super(reason);
        this.line = line;
        this.column = column;
        this.offset = offset;
    }

    public long line() {
        return line;
    }

    public long column() {
        return column;
    }

    public long offset() {
        return offset;
    }
}
