package space.opensensor.s3;

/**
 * Deletes an object.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html">DeleteObject</a>
 */
final class DeleteObject extends Operation {

    DeleteObject(String key) {
        super("DELETE", key);
    }
}
