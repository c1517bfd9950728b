package dev.harrier.query;

import com.maxmind.db.CHMCache;
import com.maxmind.db.Reader;
import com.maxmind.geoip2.DatabaseReader;
import com.maxmind.geoip2.exception.GeoIp2Exception;
import com.maxmind.geoip2.model.CityResponse;
import dev.harrier.HarrierConfig;
import dev.harrier.kql.function.FunctionCatalog;
import dev.harrier.kql.function.IpLocations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The functions of the language on this service: with {@code geo_info_from_ip_address} if there is a
 * {@code GeoLite2-City.mmdb} in the folder {@code harrier.geoip-dir}, without it if there is none.
 */
@Singleton
public class LocationDatabase {
    private static final Logger LOG = Logger.getLogger(LocationDatabase.class);
    private static final String FILE = "GeoLite2-City.mmdb";
    private final Optional<DatabaseReader> reader;
    private final FunctionCatalog functions;

    @Inject
    LocationDatabase(HarrierConfig config) {
        this(config.geoipDir());
    }

    LocationDatabase(Optional<Path> folder) {
        this.reader = folder.map(path -> path.resolve(FILE)).filter(Files::isReadable).flatMap(LocationDatabase::open);
        this.functions = reader.map(database -> FunctionCatalog.builtIn().with(locations(database)))
                .orElseGet(FunctionCatalog::builtIn);
    }

    FunctionCatalog functions() {
        return functions;
    }

    private static Optional<DatabaseReader> open(Path file) {
        try {
            return Optional.of(new DatabaseReader.Builder(file.toFile()).fileMode(Reader.FileMode.MEMORY_MAPPED)
                    .withCache(new CHMCache()).build());
        } catch (IOException unreadable) {
            LOG.warnf(unreadable, "%s cannot be read: geo_info_from_ip_address is not there", file);
            return Optional.empty();
        }
    }

    private static IpLocations locations(DatabaseReader database) {
        return address -> find(database, address);
    }

    private static Optional<IpLocations.Place> find(DatabaseReader database, InetAddress address) {
        try {
            return database.tryCity(address).map(LocationDatabase::place);
        } catch (IOException | GeoIp2Exception unreadable) {
            LOG.debugf(unreadable, "no location of %s", address);
            return Optional.empty();
        }
    }

    private static IpLocations.Place place(CityResponse found) {
        return new IpLocations.Place(text(found.country().name()), text(found.mostSpecificSubdivision().name()),
                text(found.city().name()), found.location().latitude(), found.location().longitude());
    }

    private static String text(String name) {
        return name == null ? "" : name;
    }

    @PreDestroy
    void close() {
        reader.ifPresent(database -> {
            try {
                database.close();
            } catch (IOException failure) {
                LOG.debug("the location database did not close", failure);
            }
        });
    }
}
