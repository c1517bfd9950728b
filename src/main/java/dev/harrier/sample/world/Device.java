package dev.harrier.sample.world;

/**
 * What somebody signs in from.
 *
 * @param id
 *            directory id; empty if the directory does not know it
 * @param trust
 *            {@code Azure AD joined}, {@code Hybrid Azure AD joined}, {@code Azure AD registered} or empty
 */
public record Device(String id, String name, String system, String browser, String userAgent, boolean managed,
        String trust) {

    /** A device that the directory has never seen. */
    public static Device unknown(String system, String browser, String userAgent) {
        return new Device("", "", system, browser, userAgent, false, "");
    }

    public static final Device HOSTILE_BROWSER = unknown("Windows10", "Chrome 121.0.0",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/121.0.0.0 Safari/537.36");
    public static final Device HOSTILE_LINUX = unknown("Linux", "Firefox 115.0",
            "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Firefox/115.0");
    public static final Device SCRIPT = unknown("", "Python Requests 2.31", "python-requests/2.31.0");
    public static final Device MAIL_CLIENT = unknown("", "", "BAV2ROPC");
}
