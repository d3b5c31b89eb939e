package space.opensensor.rules;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.objectweb.asm.tree.ClassNode;

/** Packages use only those below them: parquet, s3, spool and time do not know one another. */
final class PackageArrowsRule implements Rule {

    static final String ROOT = "space/opensensor/";

    private static final Map<String, List<String>> ALLOWED = new HashMap<String, List<String>>();

    static {
        allow("bytes");
        allow("calendar");
        allow("thrift", "bytes");
        allow("lz77");
        allow("snappy", "lz77");
        allow("lz4", "lz77");
        allow("crypto", "bytes");
        allow("http", "bytes");
        allow("parquet", "bytes", "thrift", "lz77", "snappy", "lz4");
        allow("s3", "bytes", "calendar", "crypto", "http");
        allow("spool", "bytes");
        allow("time", "bytes", "calendar");
        allow("station", "bytes", "calendar", "crypto", "http", "parquet", "s3", "spool", "time");
        allow("device", "bytes", "calendar", "crypto", "http", "parquet", "s3", "spool", "time", "station");
    }

    private static void allow(String from, String... to) {
        ALLOWED.put(from, Collections.unmodifiableList(Arrays.asList(to)));
    }

    @Override
    public String name() {
        return "Package arrows: device -> station -> {parquet, s3, spool, time} -> {thrift, snappy, lz4, crypto, http}"
                + " -> {bytes, calendar, lz77}";
    }

    @Override
    public String remedy() {
        return "move the code, or let the upper package pass the lower one what it needs (a port).";
    }

    @Override
    public void check(final ClassNode type, final Findings findings) {
        final String from = packageOf(type.name);
        if (!ALLOWED.containsKey(from)) {
            findings.add(type, "package " + from + " has no place in the arrows");
            return;
        }
        References.of(type, new References.Listener() {
            @Override
            public void type(String where, String name) {
                String to = name.startsWith(ROOT) ? packageOf(name) : from;
                if (!to.equals(from) && !ALLOWED.get(from).contains(to)) {
                    findings.add(BoardApiRule.place(type, where), from + " uses " + name.replace('/', '.'));
                }
            }

            @Override
            public void member(String where, String owner, String member) {
                // its owner has been seen as a type
            }
        });
    }

    /** @return what follows the root, such as {@code parquet}; the whole name for a class of another root. */
    private static String packageOf(String name) {
        int end = name.lastIndexOf('/');
        return name.startsWith(ROOT) && end >= ROOT.length() ? name.substring(ROOT.length(), end) : name;
    }
}
