package dev.harrier.engine;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Keeps one engine running: starts it, and starts it again, ever more slowly, whenever it ends by itself. */
final class Supervisor {

    private static final Logger LOG = Logger.getLogger(Supervisor.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    /** An engine that ran this long is taken to be sound: the next pause is the first again. */
    private static final Duration SOUND = Duration.ofMinutes(5);

    private final Engine engine;
    private final AtomicInteger restarts = new AtomicInteger();
    private volatile boolean stopping;
    private volatile Duration startTook = Duration.ZERO;
    private volatile Thread watcher;

    Supervisor(Engine engine) {
        this.engine = engine;
    }

    Engine engine() {
        return engine;
    }

    int restarts() {
        return restarts.get();
    }

    /** How long the latest start took until the engine answered. */
    Duration startTook() {
        return startTook;
    }

    void start() throws EngineFailure {
        startEngine();
        watcher = Thread.ofPlatform().daemon().name("watch-" + engine.name()).start(this::watch);
    }

    private void startEngine() throws EngineFailure {
        long begin = System.nanoTime();
        engine.start();
        startTook = Duration.ofNanos(System.nanoTime() - begin);
    }

    private void watch() {
        Duration pause = FIRST_PAUSE;
        try {
            while (!stopping) {
                long begin = System.nanoTime();
                int code = engine.waitFor();
                if (stopping) {
                    return;
                }
                if (Duration.ofNanos(System.nanoTime() - begin).compareTo(SOUND) > 0) {
                    pause = FIRST_PAUSE;
                }
                LOG.errorf("%s ended by itself with exit code %d and is started again in %d s. %s", engine.title(),
                        code, pause.toSeconds(), engine.logTail());
                pause = restart(pause);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tries until it works, and returns the pause to take before the next restart. */
    private Duration restart(Duration first) throws InterruptedException {
        Duration pause = first;
        while (!stopping) {
            Thread.sleep(pause);
            pause = longer(pause);
            restarts.incrementAndGet();
            try {
                startEngine();
                LOG.infof("%s answers again after %d ms, process %d", engine.title(), startTook.toMillis(),
                        engine.pid());
                return pause;
            } catch (EngineFailure failure) {
                LOG.errorf("%s Next attempt in %d s.", failure.getMessage(), pause.toSeconds());
            }
        }
        return pause;
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    void stop() {
        stopping = true;
        Thread watching = watcher;
        if (watching != null) {
            watching.interrupt();
        }
        engine.stop();
    }
}
