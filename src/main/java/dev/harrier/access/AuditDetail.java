package dev.harrier.access;

import jakarta.enterprise.context.RequestScoped;

/** What the request at hand asks for, in words that its audit entry keeps; set by the feature that knows. */
@RequestScoped
public class AuditDetail {
    private String text;

    public void set(String detail) {
        this.text = detail;
    }

    String text() {
        return text;
    }
}
