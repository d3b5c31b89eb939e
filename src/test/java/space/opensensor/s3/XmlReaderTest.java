package space.opensensor.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;

import org.junit.Test;

import space.opensensor.bytes.Utf8;

/** The XML that stores answer with, and worse. */
public class XmlReaderTest {

    private static XmlReader open(String text) {
        XmlReader xml = new XmlReader(new byte[XmlReader.BUFFER_BYTES]);
        xml.open(new ByteArrayInputStream(Utf8.encode(text)), 100000);
        return xml;
    }

    private static String flat(String text) throws IOException {
        XmlReader xml = open(text);
        StringBuilder out = new StringBuilder();
        for (int tag = xml.next(); tag != XmlReader.DONE; tag = xml.next()) {
            out.append(tag == XmlReader.START ? '<' : '>').append(tag == XmlReader.END ? xml.text() : "").append(xml.depth());
        }
        return out.toString();
    }

    @Test
    public void readsElementsReferencesAndSections() throws IOException {
        assertEquals("<1<2>x1>0", flat("<a><b>x</b></a>"));
        assertEquals("<1<2>1>0", flat("<a><b q=\"/>\"/></a>"));
        assertEquals("<1>a&b<>\"'0", flat("<a>a&amp;b&lt;&gt;&quot;&apos;</a>"));
        assertEquals("<1>\u00fc\ud83d\ude000", flat("<a>&#252;&#x1F600;</a>"));
        assertEquals("<1>1 < 20", flat("<a><![CDATA[1 < 2]]></a>"));
    }

    @Test
    public void refusesWhatItDoesNotUnderstand() {
        String[] wrong = {"<a>", "<a", "<!DOCTYPE a [<!ENTITY x 'y'>]><a/>", "<a>&x;</a>", "<a>&#xD800000;</a>", "</a>", "<>",
                "<a><b></a></b></c>", "<a>&", "<![CDATA[", "<!-"};
        for (int i = 0; i < wrong.length; i++) {
            try {
                flat(wrong[i]);
                fail("accepted: " + wrong[i]);
            } catch (IOException e) {
                assertTrue(e.getMessage().length() > 0);
            }
        }
    }

    @Test
    public void damagedDocumentsEndInBoundedTime() {
        String valid = "<?xml version=\"1.0\"?><Error><Code>NoSuchKey</Code><Message>a &amp; b</Message><X/><RequestId>1</RequestId></Error>";
        Random random = new Random(9);
        for (int i = 0; i < 10000; i++) {
            StringBuilder text = new StringBuilder(valid);
            for (int change = 0; change < 3; change++) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.setCharAt(at, "<>/&;![]-\"' ".charAt(random.nextInt(12)));
                } else {
                    text.deleteCharAt(at);
                }
            }
            ErrorDocument document = new ErrorDocument();
            try {
                XmlReader xml = open(text.toString());
                if (xml.next() == XmlReader.START) {
                    document.readRest(xml);
                }
            } catch (IOException e) {
                assertTrue(e.getMessage().length() > 0);
            }
        }
    }

    @Test
    public void errorDocumentsGiveTheirHarmlessFieldsOnly() throws IOException {
        XmlReader xml = open("<Error><Code>RequestTimeTooSkewed</Code><Message>too\n far</Message><StringToSign>secret</StringToSign>"
                + "<ServerTime>2019-05-29T00:21:43Z</ServerTime><RequestId>R</RequestId><HostId>H</HostId><Region>eu</Region></Error>");
        xml.next();
        ErrorDocument document = new ErrorDocument();
        document.readRest(xml);
        assertEquals("RequestTimeTooSkewed", document.code);
        assertEquals("too far", document.message);
        assertEquals("R", document.requestId);
        assertEquals("H", document.hostId);
        assertEquals("eu", document.region);
        assertEquals(1559089303000L, document.serverTime);
    }
}
