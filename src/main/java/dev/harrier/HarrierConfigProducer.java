package dev.harrier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Lets beans inject {@link HarrierConfig}. */
@ApplicationScoped
class HarrierConfigProducer {

    @Produces
    @Singleton
    HarrierConfig config(Config config) {
        return HarrierConfig.from(config);
    }
}
