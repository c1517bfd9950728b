package dev.harrier;

import dev.harrier.access.CreateKeyCommand;
import dev.harrier.engine.EngineFailure;
import dev.harrier.engine.EngineStart;
import dev.harrier.engine.Engines;
import dev.harrier.sample.SampleDataCommand;
import dev.harrier.web.StartupReport;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** Starts the engines, then the service that uses them; stops them in the opposite order. */
@QuarkusMain
public final class Harrier {

    private static final Duration SERVICE_STOP = Duration.ofSeconds(30);

    /** The command that writes sample data to files instead of starting the service. */
    private static final String SAMPLE_DATA = "sample-data";
    /** The command that makes an API key. */
    private static final String CREATE_KEY = "create-key";

    private Harrier() {}

    public static void main(String... arguments) {
        if (arguments.length > 0) {
            runCommand(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length));
        }
        try {
            EngineStart start = EngineStart.read();
            ModeDefaults.apply(start);
            StartupReport.announce(start);
            start.start(engine -> StartupReport.answering(start, engine)).ifPresent(Harrier::stopWithService);
        } catch (EngineFailure failure) {
            System.err.println(failure.getMessage());
            if (LaunchMode.current() == LaunchMode.NORMAL) {
                System.exit(1);
            }
            return;
        }
        Quarkus.run(StartupReport.class, arguments);
    }

    /** Does not return if there is such a command. */
    private static void runCommand(String command, String[] arguments) {
        switch (command) {
            case SAMPLE_DATA -> System.exit(SampleDataCommand.run(arguments, System.out));
            case CREATE_KEY -> System.exit(createKey(arguments));
            default -> {
                // Anything else is for Quarkus.
            }
        }
    }

    private static int createKey(String[] arguments) {
        try {
            return CreateKeyCommand.run(arguments, EngineStart.read().database(), System.out);
        } catch (EngineFailure failure) {
            System.err.println(failure.getMessage());
            return 1;
        }
    }

    /** The database must outlive the service's own shutdown, which the Java virtual machine runs at the same time. */
    private static void stopWithService(Engines engines) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            awaitServiceStopped();
            engines.close();
        }, "stop-engines"));
    }

    private static void awaitServiceStopped() {
        Optional<Application> service = Optional.ofNullable(Application.currentApplication());
        Thread waiting = Thread.ofPlatform().daemon().start(() -> service.ifPresent(Application::awaitShutdown));
        try {
            waiting.join(SERVICE_STOP);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }
}
