package dev.harrier.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL's programs run. They refuse the administrator; then they are run in a user namespace of their own,
 * where nobody is, or, where namespaces are forbidden, as the user "nobody".
 */
enum PostgresUser {

    SAME(List.of()), NAMESPACE(List.of("unshare", "-U")), NOBODY(
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    PostgresUser(List<String> prefix) {
        this.prefix = prefix;
    }

    /** What goes before the command. */
    List<String> prefix() {
        return prefix;
    }

    static PostgresUser choose(Path probe) throws EngineFailure, InterruptedException {
        if (!isRoot(probe)) {
            return SAME;
        }
        for (PostgresUser candidate : List.of(NAMESPACE, NOBODY)) {
            if (candidate.works()) {
                return candidate;
            }
        }
        throw new EngineFailure("PostgreSQL refuses to run as root, and neither 'unshare -U' nor 'setpriv' works here."
                + " Run Harrier as an ordinary user, or set quarkus.datasource.jdbc.url to use a PostgreSQL of your own.");
    }

    private static boolean isRoot(Path owned) throws EngineFailure {
        try {
            Object owner = Files.getAttribute(owned, "unix:uid", LinkOption.NOFOLLOW_LINKS);
            return Integer.valueOf(0).equals(owner) && "root".equals(System.getProperty("user.name"));
        } catch (IOException failure) {
            throw new EngineFailure("The owner of " + owned + " cannot be read: " + failure, failure);
        }
    }

    private boolean works() throws InterruptedException {
        try {
            Process process = new ProcessBuilder(Stream.concat(prefix.stream(), Stream.of("true")).toList())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            return process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** Lets the programs read and write the folder. */
    void own(Path folder) throws IOException {
        if (this != NOBODY) {
            return;
        }
        UserPrincipal nobody = folder.getFileSystem().getUserPrincipalLookupService()
                .lookupPrincipalByName(Integer.toString(NOBODY_ID));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.setOwner(file, nobody);
            }
        }
    }
}
