package space.opensensor.interop.s3;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.Test;

import space.opensensor.s3.BodyMode;
import space.opensensor.s3.BytesBody;
import space.opensensor.s3.Checksum;
import space.opensensor.s3.Credentials;
import space.opensensor.s3.PutObjectOptions;
import space.opensensor.s3.S3Client;
import space.opensensor.s3.S3Config;
import space.opensensor.s3.S3Exception;
import space.opensensor.s3.StaticCredentials;

/**
 * Uploads over a network that fails at every byte, against a store that checks everything: the object is there in the
 * end, once, byte for byte. A failure names mode and fault, which replay it.
 */
public class CampaignTest {

    private static final String KEY = "station=A/year=2026/month=11/day=22/data_1200.parquet";
    private static final String TOKEN = "TOKEN/secret+session==";

    private final List<String> texts = new ArrayList<>();
    private FaultyNetwork network;

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static S3Config config(int mode, boolean chunked) {
        return new S3Config("http://store.test", "eu-test-1", StrictStore.BUCKET).addressing(S3Config.PATH_STYLE)
                .bodyMode(mode).transferEncodingChunked(chunked)
                .checksum(mode >= BodyMode.CHUNKED_UNSIGNED_TRAILER ? Checksum.CRC32C : Checksum.NONE);
    }

    /** Uploads once under faults and checks the sentence. Returns the network for its counts. */
    private FaultyNetwork upload(S3Config config, byte[] bytes, boolean createOnly, Fault... faults) {
        StrictStore store = new StrictStore();
        store.token = TOKEN;
        this.network = new FaultyNetwork(store);
        this.network.faults = faults;
        StringBuilder id = new StringBuilder();
        for (Fault fault : faults) {
            id.append(fault.id()).append("; ");
        }
        S3Client client = client(config, this.network);
        try {
            client.putObject(KEY, new BytesBody(bytes), new PutObjectOptions().createOnly(createOnly));
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(id + store.log.toString(), e);
        }
        assertArrayEquals(id.toString(), bytes, store.objects.get(KEY));
        assertEquals(id.toString(), 1, store.objects.size());
        if (createOnly) {
            assertEquals(id + store.log.toString(), 1, (int) store.writes.get(KEY));
        }
        return this.network;
    }

    private static S3Client client(S3Config config, FaultyNetwork network) {
        return new S3Client(config, network,
                new StaticCredentials(new Credentials(StrictStore.KEY, StrictStore.SECRET, TOKEN, Credentials.NEVER)),
                () -> StrictStore.NOW.toEpochMilli(), millis -> { }, new Random(1));
    }

    /** All positions around the framing, some in between. */
    private static List<Integer> positions(int length, int dense) {
        List<Integer> positions = new ArrayList<>();
        for (int at = 0; at <= length; at += at < 1000 || at > length - dense || at % 8192 > 7900 ? 1 : 61) {
            positions.add(at);
        }
        return positions;
    }

    private void cutEverywhere(int mode, boolean chunked, int length) {
        S3Config config = config(mode, chunked);
        byte[] bytes = bytes(length);
        FaultyNetwork clean = upload(config, bytes, true);
        int requestBytes = clean.longestRequest;
        int responseBytes = clean.longestResponse;
        for (int at : positions(requestBytes - 1, 300)) {
            upload(config, bytes, true, new Fault(0, Fault.Kind.CUT_REQUEST, at, 0, ""));
        }
        Fault.Kind[] kinds = {Fault.Kind.CUT_RESPONSE, Fault.Kind.END_RESPONSE, Fault.Kind.STALL_RESPONSE};
        for (int at = 0; at < responseBytes; at++) {
            for (int i = 0; i < kinds.length; i++) {
                if (mode == BodyMode.UNSIGNED || at % kinds.length == i) {
                    upload(config, bytes, true, new Fault(0, kinds[i], at, 0, ""));
                }
            }
        }
    }

    @Test
    public void fixedLengthCutAtEveryByte() {
        cutEverywhere(BodyMode.UNSIGNED, false, 1000);
        cutEverywhere(BodyMode.SIGNED, false, 9000);
    }

    @Test
    public void signedChunksCutAtEveryByte() {
        cutEverywhere(BodyMode.CHUNKED_SIGNED, false, 9000);
        cutEverywhere(BodyMode.CHUNKED_SIGNED, true, 9000);
    }

    @Test
    public void trailersCutAtEveryByte() {
        cutEverywhere(BodyMode.CHUNKED_UNSIGNED_TRAILER, true, 9000);
        cutEverywhere(BodyMode.CHUNKED_SIGNED_TRAILER, false, 9000);
    }

    @Test
    public void errorsOfTheStoreAtEveryStep() {
        String[][] errors = {{"500", "InternalError"}, {"503", "SlowDown"}, {"503", "ServiceUnavailable"},
                {"502", "BadGateway"}, {"504", "GatewayTimeout"}, {"409", "ConditionalRequestConflict"},
                {"400", "RequestTimeout"}, {"429", "TooManyRequests"}};
        for (int mode = BodyMode.UNSIGNED; mode <= BodyMode.CHUNKED_SIGNED_TRAILER; mode++) {
            for (String[] error : errors) {
                int status = Integer.parseInt(error[0]);
                Fault[] single = {new Fault(0, Fault.Kind.REFUSE, 0, status, error[1])};
                upload(config(mode, false), bytes(9000), true, single);
                upload(config(mode, false), bytes(9000), true, new Fault(0, Fault.Kind.REFUSE_AFTER, 0, status, error[1]));
                upload(config(mode, false), bytes(9000), true, new Fault(0, Fault.Kind.REFUSE_AFTER, 0, status, error[1]),
                        new Fault(1, Fault.Kind.REFUSE, 0, status, error[1]));
                upload(config(mode, false), bytes(9000), true, new Fault(0, Fault.Kind.CUT_RESPONSE, 0, 0, ""),
                        new Fault(1, Fault.Kind.REFUSE_AFTER, 0, status, error[1]));
            }
        }
    }

    @Test
    public void everyPairOfFaultsInARow() {
        Fault.Kind[] kinds = {Fault.Kind.CUT_REQUEST, Fault.Kind.CUT_RESPONSE, Fault.Kind.STALL_RESPONSE,
                Fault.Kind.REFUSE, Fault.Kind.REFUSE_AFTER};
        int[] places = {0, 1, 100, 900, 1500};
        for (Fault.Kind first : kinds) {
            for (Fault.Kind second : kinds) {
                for (int at : places) {
                    for (int then : places) {
                        upload(config(BodyMode.UNSIGNED, false), bytes(1000), true,
                                new Fault(0, first, at, 503, "SlowDown"), new Fault(1, second, then, 500, "InternalError"));
                        upload(config(BodyMode.CHUNKED_SIGNED, false), bytes(1000), false,
                                new Fault(0, first, at, 503, "SlowDown"), new Fault(2, second, then, 500, "InternalError"));
                    }
                }
            }
        }
    }

    @Test
    public void answersBeforeTheEndOfTheRequestAreHeard() {
        byte[] bytes = bytes(100000);
        for (int at : new int[] {1000, 9000, 50000}) {
            upload(config(BodyMode.UNSIGNED, false), bytes, true, new Fault(0, Fault.Kind.EARLY, at, 503, "SlowDown"));
            upload(config(BodyMode.CHUNKED_SIGNED, true), bytes, true, new Fault(0, Fault.Kind.EARLY, at, 500, "InternalError"));
        }
        try {
            StrictStore store = new StrictStore();
            FaultyNetwork early = new FaultyNetwork(store);
            early.faults = new Fault[] {new Fault(0, Fault.Kind.EARLY, 9000, 403, "AccessDenied")};
            client(config(BodyMode.UNSIGNED, false), early).putObject(KEY, new BytesBody(bytes), null);
            assertTrue(false);
        } catch (S3Exception e) {
            assertEquals("AccessDenied", e.code());
            assertEquals(403, e.status());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    public void duplicatedRequestsLeaveOneObject() {
        upload(config(BodyMode.UNSIGNED, false), bytes(500), false, new Fault(0, Fault.Kind.DUPLICATE, 0, 0, ""));
        upload(config(BodyMode.UNSIGNED, false), bytes(500), true, new Fault(0, Fault.Kind.DUPLICATE, 0, 0, ""));
    }

    @Test
    public void expectContinueSurvivesCuts() {
        S3Config config = config(BodyMode.UNSIGNED, false).expectContinue(true);
        int length = upload(config, bytes(1000), true).longestRequest;
        for (int at = 0; at < length; at++) {
            upload(config, bytes(1000), true, new Fault(0, Fault.Kind.CUT_REQUEST, at, 0, ""));
        }
    }

    @Test
    public void exceptionsAndLogsHoldNoSecret() {
        Fault.Kind[] kinds = Fault.Kind.values();
        for (Fault.Kind kind : kinds) {
            for (int status : new int[] {400, 403, 404, 500, 501, 503}) {
                Fault[] all = new Fault[40];
                for (int i = 0; i < all.length; i++) {
                    all[i] = new Fault(i, kind, 10, status, status == 403 ? "SignatureDoesNotMatch" : "InternalError");
                }
                FaultyNetwork failing = new FaultyNetwork(new StrictStore());
                failing.faults = all;
                try {
                    client(config(BodyMode.CHUNKED_SIGNED, false), failing).putObject(KEY, new BytesBody(bytes(9000)), null);
                } catch (IOException e) {
                    for (Throwable t = e; t != null; t = t.getCause()) {
                        this.texts.add(t.toString());
                    }
                }
            }
        }
        assertTrue(this.texts.size() > 10);
        for (String text : this.texts) {
            assertFalse(text, text.contains(StrictStore.SECRET) || text.contains(TOKEN) || text.contains("Signature=")
                    || text.contains("secret things") || text.matches("(?s).*[0-9a-f]{64}.*"));
        }
    }
}
