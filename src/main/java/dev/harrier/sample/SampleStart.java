package dev.harrier.sample;

import dev.harrier.HarrierConfig;
import dev.harrier.catalog.Workspace;
import dev.harrier.catalog.WorkspaceRepository;
import dev.harrier.ingest.IngestFailure;
import dev.harrier.ingest.IngestReport;
import dev.harrier.ingest.IngestRequest;
import dev.harrier.ingest.IngestService;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Fills the workspace {@code default} with sample data at the first start in evaluation mode, while the service already
 * answers, and tells how far it is. What a killed start left undone the next one goes on with.
 */
@ApplicationScoped
class SampleStart {
    private static final Logger LOG = Logger.getLogger(SampleStart.class);
    private static final String WORKSPACE = "default";
    private static final int PIPE_BYTES = 1 << 20;
    private static final int PERCENT = 100;
    private static final int TOLD_EVERY_PERCENT = 10;

    @Inject
    HarrierConfig config;

    @Inject
    WorkspaceRepository workspaces;

    @Inject
    SampleStateRepository states;

    @Inject
    IngestService ingest;

    @ConfigProperty(name = "harrier.sample.at-start")
    Optional<Boolean> atStart;

    @ConfigProperty(name = "harrier.sample.events")
    long events;

    void start(@Observes StartupEvent event) {
        if (!atStart.orElse(config.mode() == HarrierConfig.Mode.EVALUATION)) {
            return;
        }
        Thread.ofPlatform().daemon().name("sample-data").start(this::fill);
    }

    private void fill() {
        try {
            Workspace workspace = workspaces.get(WORKSPACE);
            Optional<Instant> ends = states.begin(workspace, Instant.now());
            if (ends.isPresent()) {
                fill(workspace, ends.get());
            }
        } catch (IOException | IngestFailure | RuntimeException e) {
            LOG.errorf(e, "The sample data is not complete; the next start goes on with it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fill(Workspace workspace, Instant ends) throws IOException, IngestFailure, InterruptedException {
        long started = System.nanoTime();
        SampleOptions options = new SampleOptions(events, 1, ends, 14, java.util.Set.of(), StreamMix.USUAL);
        LOG.infof("Sample data: %,d sign-ins of 14 days and what belongs to them", events);
        PipedInputStream in = new PipedInputStream(PIPE_BYTES);
        PipedOutputStream pipe = new PipedOutputStream(in);
        AtomicBoolean complete = new AtomicBoolean();
        Thread generator = Thread.ofPlatform().daemon().name("sample-generator")
                .start(() -> complete.set(generate(options, pipe)));
        IngestRequest request = new IngestRequest(workspace, null, null, "sample", "sample-" + ends, true);
        IngestReport report = ingest.ingest(request, in, true, false);
        generator.join();
        if (!complete.get()) {
            throw new IOException("the generator ended early");
        }
        states.done(workspace);
        LOG.infof("Sample data: %,d events are in after %d s (%,d were there before, %,d rejected)",
                report.accepted(), Duration.ofNanos(System.nanoTime() - started).toSeconds(), report.duplicates(),
                report.rejected());
    }

    /** @return whether everything was generated */
    private boolean generate(SampleOptions options, PipedOutputStream pipe) {
        AtomicInteger told = new AtomicInteger();
        try (OutputStream out = new BufferedOutputStream(pipe, PIPE_BYTES)) {
            SampleData.generate(options, new NdjsonSink(out, done -> tell(done, told)));
            return true;
        } catch (IOException | RuntimeException e) {
            LOG.errorf(e, "The sample data cannot be generated");
            return false;
        }
    }

    private void tell(long done, AtomicInteger told) {
        int percent = (int) (done * PERCENT / events);
        if (percent >= told.get() + TOLD_EVERY_PERCENT) {
            told.set(percent);
            LOG.infof("Sample data: %d %%", percent);
        }
    }
}
