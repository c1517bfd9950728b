package dev.harrier.query;

import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.type.SourceSpan;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Bytes as they are, or unpacked if the name ends with {@code .gz} or {@code .zip}; up to a limit of what comes out. */
final class Unpacked extends FilterInputStream {
    private final long most;
    private long read;

    private Unpacked(InputStream bytes, long most) {
        super(bytes);
        this.most = most;
    }

    static InputStream of(String path, InputStream packed, long most) throws IOException {
        String name = path == null ? "" : path.toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".gz")) {
                return new Unpacked(new GZIPInputStream(packed), most);
            }
            return new Unpacked(name.endsWith(".zip") ? new OneFile(packed) : packed, most);
        } catch (IOException broken) {
            packed.close();
            throw broken;
        }
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        count(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        count(skipped);
        return skipped;
    }

    private void count(long bytes) {
        read += bytes;
        if (read > most) {
            throw new QueryFailure.LimitExceeded("E_EXTERNAL_DATA_TOO_LARGE",
                    "a location of externaldata has more than "
                            + most / (1024 * 1024) + " MB",
                    "externaldata", SourceSpan.NONE);
        }
    }

    /** The one file of an archive; further ones would be left out without a word, so they are an error. */
    private static final class OneFile extends ZipInputStream {
        OneFile(InputStream packed) throws IOException {
            super(packed);
            if (nextFile() == null) {
                throw new IOException("the archive has no file");
            }
        }

        private ZipEntry nextFile() throws IOException {
            ZipEntry entry = getNextEntry();
            while (entry != null && entry.isDirectory()) {
                entry = getNextEntry();
            }
            return entry;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int count = super.read(buffer, offset, length);
            if (count < 0 && nextFile() != null) {
                throw new IOException("the archive has several files");
            }
            return count;
        }
    }
}
