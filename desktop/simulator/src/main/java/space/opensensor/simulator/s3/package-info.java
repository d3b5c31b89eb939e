/** A real S3 server in this process, and the command line's way to any other. */
package space.opensensor.simulator.s3;
