package dev.harrier.engine;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** What the embedded engines are doing, for people and for metrics. Empty when all engines are external. */
@ApplicationScoped
public class EngineStatus {

    /** One entry per embedded engine. */
    public List<Engines.Status> all() {
        return EngineStart.running().map(Engines::status).orElse(List.of());
    }

    void register(@Observes StartupEvent started, MeterRegistry registry) {
        for (Engines.Status engine : all()) {
            Gauge.builder("harrier_engine_start_seconds", () -> status(engine.name()).startTook().toMillis() / 1000.0)
                    .description("How long the latest start of an embedded engine took until it answered")
                    .tag("engine", engine.name()).register(registry);
            FunctionCounter.builder("harrier_engine_restarts", this, self -> self.status(engine.name()).restarts())
                    .description("How often an embedded engine was started again after it ended by itself")
                    .tag("engine", engine.name()).register(registry);
        }
    }

    private Engines.Status status(String name) {
        return all().stream().filter(engine -> engine.name().equals(name)).findFirst().orElseThrow();
    }
}
