package space.opensensor.s3;

import java.io.IOException;

/**
 * What a store says about an error. Only what is harmless is read: the document may hold the string to sign, the
 * signature and the token that were sent, and these stay where they are.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html">Error responses</a>
 */
final class ErrorDocument {

    static final int MAX_BYTES = 65536;
    private static final int MAX_TEXT = 200;

    String code = "";
    String message = "";
    String requestId;
    String hostId;
    String region;
    String endpoint;
    String header;
    long serverTime = -1;

    void clear() {
        this.code = "";
        this.message = "";
        this.requestId = null;
        this.hostId = null;
        this.region = null;
        this.endpoint = null;
        this.header = null;
        this.serverTime = -1;
    }

    /** Reads an element whose end tag was just read. */
    void take(XmlReader xml) {
        if (xml.is("Code")) {
            this.code = harmless(xml.text());
        } else if (xml.is("Message")) {
            this.message = harmless(xml.text());
        } else if (xml.is("RequestId")) {
            this.requestId = harmless(xml.text());
        } else if (xml.is("HostId")) {
            this.hostId = harmless(xml.text());
        } else if (xml.is("Region")) {
            this.region = harmless(xml.text());
        } else if (xml.is("Endpoint")) {
            this.endpoint = harmless(xml.text());
        } else if (xml.is("Header")) {
            this.header = harmless(xml.text());
        } else if (xml.is("ServerTime")) {
            this.serverTime = AmzDate.parse(xml.text());
        }
    }

    /** Reads the rest of a document whose root start tag was just read. */
    void readRest(XmlReader xml) throws IOException {
        for (int tag = xml.next(); tag != XmlReader.DONE && xml.depth() > 0; tag = xml.next()) {
            if (tag == XmlReader.END && xml.depth() == 1) {
                take(xml);
            }
        }
    }

    /** Returns at most {@value #MAX_TEXT} printable characters of a text that came from outside. */
    private static String harmless(String text) {
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < text.length() && kept.length() < MAX_TEXT; i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != 127) {
                kept.append(c);
            }
        }
        return kept.toString();
    }
}
