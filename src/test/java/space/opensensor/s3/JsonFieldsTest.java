package space.opensensor.s3;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.junit.Assert.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;

import org.junit.Test;

import space.opensensor.bytes.Utf8;

/** Text fields of JSON documents (RFC 8259). */
public class JsonFieldsTest {

    private static final String DOCUMENT = "{\"credentials\": {\"accessKeyId\":\"AK\",\"secretAccessKey\":\"S\\/K\\u002B\", \"n\":[1,-2.5e3,true,null,{}],"
            + "\"sessionToken\":\"T\\\"\", \"expiration\":\"2019-05-29T00:21:43Z\"}}";

    private static JsonFields read(String text) throws IOException {
        return new JsonFields(new ByteArrayInputStream(Utf8.encode(text)), 1000,
                new String[] {"accessKeyId", "secretAccessKey", "sessionToken", "missing"});
    }

    @Test
    public void findsFieldsWhereverTheyAreNested() throws IOException {
        JsonFields fields = read(DOCUMENT);
        assertEquals("AK", fields.get("accessKeyId"));
        assertEquals("S/K+", fields.get("secretAccessKey"));
        assertEquals("T\"", fields.get("sessionToken"));
        assertNull(fields.get("missing"));
    }

    /** RFC 8259, section 7: the G clef, U+1D11E, as a pair of surrogates. */
    @Test
    public void readsPairsOfSurrogatesAndMarksHalves() throws IOException {
        String[] texts = {"\\uD834\\uDD1E", "a\\ud834\\udd1eb", "\\uD834", "\\uD834x", "\\uD834\\u0041", "\\uDD1E\\uD834",
                "\\uD834\\uD834\\uDD1E", "\\u20AC"};
        String[] values = {"\uD834\uDD1E", "a\uD834\uDD1Eb", "?", "?x", "?A", "??", "?\uD834\uDD1E", "\u20AC"};
        for (int i = 0; i < texts.length; i++) {
            assertEquals(values[i], read("{\"accessKeyId\":\"" + texts[i] + "\"}").get("accessKeyId"));
        }
    }

    @Test
    public void refusesWhatIsNoJsonWithoutShowingIt() {
        String[] wrong = {"", "{", "{\"a\"}", "{\"a\":}", "[1,]x", "{\"a\":\"secret", "{\"a\":\"\\x\"}", "{}{}", "<html>", "\"\\u12\"",
                "\"\\uD834\\u12\"", "\"\\uD834\\"};
        for (int i = 0; i < wrong.length; i++) {
            try {
                read(wrong[i]);
                fail("accepted: " + wrong[i]);
            } catch (IOException e) {
                assertTrue(e.getMessage().indexOf("secret") < 0);
            }
        }
    }

    @Test
    public void readsDocumentsOfAnyShape() throws IOException {
        String[] right = {"1", "[]", "{}", "[[],{},[{}]]", "{\"a\":{\"b\":[]},\"c\":[{\"d\":null},2]}", " [ 1 , [ 2 ] ] ",
                "[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]"};
        for (int i = 0; i < right.length; i++) {
            assertNull(read(right[i]).get("missing"));
        }
        String[] wrong = {"[1 2]", "[1}", "{\"a\":1]", "{1}", "[,1]", "{\"a\":1,}", "{,}", "[]]", "1,2", "[\"a\":1]",
                "[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]"};
        for (int i = 0; i < wrong.length; i++) {
            try {
                read(wrong[i]);
                fail("accepted: " + wrong[i]);
            } catch (IOException e) {
                assertTrue(e.getMessage(), e.getMessage().indexOf("malformed at byte") > 0);
            }
        }
        assertEquals("1", read("[{\"x\":[\"0\"],\"missing\":\"1\"},{\"missing\":\"2\"}]").get("missing"));
        assertNull("not the text of a nested array", read("{\"missing\":[\"1\"]}").get("missing"));
    }

    @Test
    public void refusesDocumentsBeyondItsLimits() {
        StringBuilder deep = new StringBuilder();
        StringBuilder large = new StringBuilder("\"");
        for (int i = 0; i < 1000; i++) {
            deep.append('[');
            large.append('x');
        }
        try {
            read(deep.toString());
            fail();
        } catch (IOException e) {
            assertTrue(e.getMessage().length() > 0);
        }
        try {
            read(large.append('"').toString());
            fail();
        } catch (IOException e) {
            assertTrue(e.getMessage().indexOf("1000") > 0);
        }
    }

    @Test
    public void damagedDocumentsEndInBoundedTime() {
        Random random = new Random(4);
        for (int i = 0; i < 10000; i++) {
            StringBuilder text = new StringBuilder(DOCUMENT);
            for (int change = 0; change < 3; change++) {
                text.setCharAt(random.nextInt(text.length()), "{}[]:,\"\\u 0a".charAt(random.nextInt(12)));
            }
            try {
                read(text.toString());
            } catch (IOException e) {
                assertTrue(e.getMessage().length() > 0);
            }
        }
    }
}
