package space.opensensor.simulator;

import java.io.PrintWriter;
import space.opensensor.s3.SigningTrace;

/** Prints what is signed: to be laid beside what a store sends back with SignatureDoesNotMatch. Holds no secret. */
record ShownSigning(PrintWriter out) implements SigningTrace {

    @Override
    public void signed(String canonicalRequest, String stringToSign) {
        this.out.println("Canonical request:\n" + canonicalRequest + "\n");
        this.out.println("String to sign:\n" + stringToSign + "\n");
    }
}
