package dev.harrier.benchmark.hunting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Processor time of processes, to the nanosecond where Linux tells it: on a machine that others use, too, it says more
 * than the clock.
 */
final class Processors {
    private final List<Long> processes;

    /** @param processes their ids; none where they were not started here */
    Processors(List<Long> processes) {
        this.processes = List.copyOf(processes);
    }

    /** Nanoseconds that the threads alive have used so far. */
    long used() {
        return processes.stream().mapToLong(Processors::used).sum();
    }

    private static long used(long process) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(process), "task"))) {
            return threads.mapToLong(Processors::ofThread).sum();
        } catch (IOException unknown) {
            return 0;
        }
    }

    private static long ofThread(Path thread) {
        try {
            String text = Files.readString(thread.resolve("schedstat"));
            return Long.parseLong(text.substring(0, text.indexOf(' ')));
        } catch (IOException ended) {
            return 0;
        }
    }
}
