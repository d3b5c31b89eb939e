package space.opensensor.simulator;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import space.opensensor.simulator.s3.Stored;
import space.opensensor.simulator.verify.Tables;
import space.opensensor.simulator.verify.Verdict;
import space.opensensor.station.StationConfig;
import tools.jackson.databind.json.JsonMapper;

/** What a simulation ends with. */
final class SimulationReport {

    private static final int HEAD = 16;
    private static final int TAIL = 4;
    private static final String[] HEADER = { "key", ">rows", ">bytes", ">bytes per row", "ETag" };

    private final Verdict verdict;
    private final List<Stored> objects;
    private final String summary;
    private final int retries;
    private final List<String> notes = new ArrayList<>();
    private long dropped;

    SimulationReport(Verdict verdict, List<Stored> objects, String summary, int retries) {
        this.verdict = verdict;
        this.objects = objects;
        this.summary = summary;
        this.retries = retries;
    }

    /** Adds a line below the tables. */
    SimulationReport note(String line) {
        this.notes.add(line);
        return this;
    }

    /** Says how many readings the spool could not keep. */
    void dropped(long readings) {
        this.dropped = readings;
    }

    /** @return whether every reading is there exactly once and none was dropped. */
    boolean isGood() {
        return this.verdict.isGood() && this.dropped == 0;
    }

    /**
     * Prints tables unless quiet, the verdict, and the JSON object if wished.
     *
     * @param err receives what went wrong.
     */
    void print(PrintWriter out, PrintWriter err, boolean quiet, boolean json) {
        if (!quiet) {
            out.println(Tables.of(HEADER, rows()));
            out.println(this.summary);
            this.notes.forEach(out::println);
        }
        if (this.dropped > 0) {
            err.println("spool_size: the spool was full, " + this.dropped + " readings were dropped; "
                    + StationConfig.setting(StationConfig.SPOOL_SIZE).allowed() + " are allowed");
        }
        out.println(this.verdict.line());
        if (json) {
            out.println(JsonMapper.shared().writeValueAsString(asMap()));
        }
    }

    private List<String[]> rows() {
        List<String[]> rows = new ArrayList<>();
        for (int i = 0; i < this.objects.size(); i++) {
            int hidden = this.objects.size() - HEAD - TAIL;
            if (hidden > 1 && i == HEAD) {
                rows.add(new String[] { "... " + hidden + " more ...", "", "", "", "" });
                i += hidden;
            }
            rows.add(row(this.objects.get(i)));
        }
        return rows;
    }

    private String[] row(Stored object) {
        long rows = this.verdict.rowsOfObject().get(object.key());
        String perRow = rows == 0 ? "" : String.format(Locale.ROOT, "%.2f", (double) object.bytes() / rows);
        return new String[] { object.key(), String.valueOf(rows), String.valueOf(object.bytes()), perRow,
                object.etag() };
    }

    private Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("readings", this.verdict.readings());
        map.put("objects", this.objects.size());
        map.put("bytes", this.objects.stream().mapToLong(Stored::bytes).sum());
        map.put("lost", this.verdict.lost());
        map.put("duplicated", this.verdict.duplicated());
        map.put("altered", this.verdict.strange());
        map.put("misplaced", this.verdict.misplaced());
        map.put("dropped", this.dropped);
        map.put("retries", this.retries);
        return map;
    }
}
