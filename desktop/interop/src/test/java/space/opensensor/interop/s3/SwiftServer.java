package space.opensensor.interop.s3;

/** The client against OpenStack Swift's s3api, which has neither aws-chunked nor conditional writes. */
public class SwiftServer extends ServerChecks {

    public SwiftServer() {
        super(Integer.getInteger("swift.port"), "test:tester", "testing");
    }
}
