package dev.harrier.engine;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * Gives every Quarkus test the shared engines. One annotated class is enough for all of them, since it is global.
 */
public final class EnginesForTests implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return TestEngines.properties();
    }

    @Override
    public void stop() {
        // The engines serve the next test too; they end with the JVM.
    }
}
