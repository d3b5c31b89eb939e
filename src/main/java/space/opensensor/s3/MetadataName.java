package space.opensensor.s3;

/** What a metadata entry may be called, so that its header needs no folding of case. */
final class MetadataName {

    private MetadataName() {
    }

    /** @return {@code name} if it is allowed. */
    static String require(String name) {
        int length = name == null ? 0 : name.length();
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-')) {
                throw new IllegalArgumentException("metadata name " + name + ": allowed are a-z 0-9 -");
            }
        }
        if (length == 0) {
            throw new IllegalArgumentException("metadata name is empty");
        }
        return name;
    }
}
