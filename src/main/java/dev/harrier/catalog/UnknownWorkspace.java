package dev.harrier.catalog;

/** There is no workspace of this name. */
public final class UnknownWorkspace extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnknownWorkspace(String slug) {
        super("there is no workspace '" + slug + "'");
    }
}
