package dev.harrier.kql.exec;

import dev.harrier.kql.page.Page;
import dev.harrier.kql.page.PageSource;
import dev.harrier.kql.page.QueryContext;
import dev.harrier.kql.page.QueryFailure;
import dev.harrier.kql.plan.Scan;
import dev.harrier.kql.type.Schema;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;

/**
 * A storage's answer, read by a thread of its own a few pages ahead of who asks for them. It is asked for when it is
 * started or first read, so that what another operator makes needless is not asked.
 */
final class ScanSource implements PageSource {

    private static final int PAGES_AHEAD = 2;

    /** What the reading thread hands over. */
    private sealed interface Handed {
        /** @param bytes charged while the page waits */
        record Rows(Page page, long bytes) implements Handed {}

        record Failed(Throwable failure) implements Handed {}

        record Ended() implements Handed {}
    }

    private final Scan scan;
    private final QueryContext context;
    private final Semaphore readers;
    private final BlockingQueue<Handed> handed = new ArrayBlockingQueue<>(PAGES_AHEAD);
    private Thread reader;
    private boolean ended;

    /** @param readers how many scans of the query may wait for their storage at one time */
    ScanSource(Scan scan, QueryContext context, Semaphore readers) {
        this.scan = scan;
        this.context = context;
        this.readers = readers;
    }

    @Override
    public Schema schema() {
        return scan.schema();
    }

    /** Begins to read, if that has not begun. */
    void start() {
        if (reader == null && !ended) {
            reader = Thread.ofVirtual().name("scan of " + scan.request().table().name()).start(this::read);
        }
    }

    @Override
    public Page next() {
        if (ended) {
            return null;
        }
        start();
        return switch (take()) {
            case Handed.Rows rows -> {
                context.memory().release(rows.bytes());
                yield rows.page();
            }
            case Handed.Ended end -> {
                ended = true;
                yield null;
            }
            case Handed.Failed failed -> {
                ended = true;
                throw thrown(failed.failure());
            }
        };
    }

    private Handed take() {
        try {
            return handed.take();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new QueryFailure.Cancelled();
        }
    }

    private static RuntimeException thrown(Throwable failure) {
        return switch (failure) {
            case Error error -> throw error;
            case RuntimeException exception -> exception;
            default -> new IllegalStateException(failure);
        };
    }

    private void read() {
        try {
            try {
                readAll();
                handed.put(new Handed.Ended());
            } catch (RuntimeException | Error failure) {
                handed.put(new Handed.Failed(failure));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private void readAll() throws InterruptedException {
        try (PageSource pages = scan.request().table().storage().open(scan.request(), context)) {
            for (Page page = nextOf(pages); page != null; page = nextOf(pages)) {
                handOver(page);
            }
        }
    }

    private void handOver(Page page) throws InterruptedException {
        long bytes = page.bytes();
        context.memory().charge(bytes, "scan of " + scan.request().table().name(), scan.span());
        try {
            handed.put(new Handed.Rows(page, bytes));
        } catch (InterruptedException closed) {
            context.memory().release(bytes);
            throw closed;
        }
    }

    private Page nextOf(PageSource pages) throws InterruptedException {
        readers.acquire();
        try {
            return pages.next();
        } finally {
            readers.release();
        }
    }

    @Override
    public void close() {
        ended = true;
        if (reader != null) {
            reader.interrupt();
            waitForReader();
            releaseWaiting();
        }
    }

    private void releaseWaiting() {
        for (Handed waiting = handed.poll(); waiting != null; waiting = handed.poll()) {
            if (waiting instanceof Handed.Rows rows) {
                context.memory().release(rows.bytes());
            }
        }
    }

    /** What the storage holds is given back when this returns, also if this thread itself is interrupted. */
    private void waitForReader() {
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
