package dev.harrier.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The descriptors that come with Harrier, {@code resources/tables/*.json}. */
public final class BuiltInTables {
    private static final String FOLDER = "tables/";
    private static final String SUFFIX = ".json";
    /** Any one of the files: where it is, the others are. */
    private static final String ANCHOR = FOLDER + "SigninLogs" + SUFFIX;

    private static final class Loaded {
        static final List<TableDescriptor> TABLES = load();
    }

    private BuiltInTables() {}

    /** All built-in tables, by name. */
    public static List<TableDescriptor> all() {
        return Loaded.TABLES;
    }

    private static List<TableDescriptor> load() {
        ClassLoader loader = BuiltInTables.class.getClassLoader();
        ObjectMapper mapper = new ObjectMapper();
        List<TableDescriptor> tables = new ArrayList<>();
        try {
            for (String resource : resources(loader.getResource(ANCHOR))) {
                try (InputStream in = loader.getResourceAsStream(resource)) {
                    tables.add(DescriptorJson.read(mapper.readTree(in), true));
                } catch (IllegalArgumentException e) {
                    throw new IllegalStateException(resource + ": " + e.getMessage(), e);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the built-in tables", e);
        }
        tables.sort(Comparator.comparing(TableDescriptor::name));
        return List.copyOf(tables);
    }

    /**
     * The sibling resources of the anchor. A class path folder and a jar are listed in different ways, and some class
     * loaders answer for files only, never for the folder itself; hence the way over a file that is known to be there.
     */
    private static List<String> resources(URL anchor) throws IOException {
        if (anchor == null) {
            throw new IllegalStateException(ANCHOR + " is not on the class path");
        }
        if (anchor.getProtocol().equals("jar")) {
            JarURLConnection connection = (JarURLConnection) anchor.openConnection();
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                return jar.stream().map(entry -> entry.getName())
                        .filter(name -> name.startsWith(FOLDER) && name.endsWith(SUFFIX)).toList();
            }
        }
        try (Stream<Path> files = Files.list(Path.of(toUri(anchor)).getParent())) {
            return files.map(file -> FOLDER + file.getFileName()).filter(name -> name.endsWith(SUFFIX)).toList();
        }
    }

    private static URI toUri(URL url) throws IOException {
        try {
            return url.toURI();
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
