package space.opensensor.s3;

/**
 * What a bucket may be called.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Bucket naming rules</a>
 */
final class BucketName {

    private BucketName() {
    }

    /** @return {@code name} if it is allowed. */
    static String require(String name) {
        int length = name == null ? 0 : name.length();
        if (length < 3 || length > 63) {
            throw new IllegalArgumentException("bucket name has " + length + " characters, allowed are 3 to 63");
        }
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            boolean inner = i > 0 && i < length - 1 && (c == '-' || c == '.' && name.charAt(i - 1) != '.');
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || inner)) {
                throw new IllegalArgumentException("bucket name " + name + ": character " + i
                        + ", allowed are a-z 0-9, and between them - and single dots");
            }
        }
        return name;
    }
}
