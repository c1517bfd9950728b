package dev.harrier.access;

import jakarta.enterprise.context.RequestScoped;

/** What the request at hand asks for, in words that its audit entry keeps; set by the feature that knows. */
@RequestScoped
public class AuditDetail {
    private String text;
    private boolean leftOut;

    public void set(String detail) {
        this.text = detail;
    }

    /** For what is asked at every keystroke and changes nothing: only a refusal is kept. */
    public void leaveOut() {
        leftOut = true;
    }

    boolean isLeftOut() {
        return leftOut;
    }

    String text() {
        return text;
    }
}
