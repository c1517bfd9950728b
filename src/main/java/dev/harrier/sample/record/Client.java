package dev.harrier.sample.record;

/** The kind of client, as {@code clientAppUsed} names it. */
public enum Client {
    BROWSER("Browser"), APP("Mobile Apps and Desktop clients"), ACTIVE_SYNC("Exchange ActiveSync"), IMAP("IMAP4"), POP(
            "POP3"), SMTP("Authenticated SMTP"), OTHER("Other clients");

    private final String text;

    Client(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    boolean legacy() {
        return this != BROWSER && this != APP;
    }
}
