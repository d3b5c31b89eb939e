/**
 * Amazon S3 and compatible stores: signature version 4, presigned URLs, aws-chunked bodies, operations, retry.
 * <p>
 * Signing is pure functions of their inputs, including the time. Every operation is a file of its own.
 */
package space.opensensor.s3;
