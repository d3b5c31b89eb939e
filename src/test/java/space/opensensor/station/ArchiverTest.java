package space.opensensor.station;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;

import org.junit.Before;
import org.junit.Test;

import space.opensensor.spool.RamFlash;
import space.opensensor.spool.Spool;

/** An outage in which the log moves to the archive: the files that come of it are the same. */
public class ArchiverTest {

    private static final int WITHOUT = 1 << 19;

    private StationRig rig;

    @Before
    public void prepare() {
        this.rig = rig("12");
    }

    private static StationRig rig(String syncReadings) {
        StationRig rig = new StationRig();
        rig.config.set("interval", "5");
        rig.config.set("offline_window", "240");
        rig.config.set("sync_readings", syncReadings);
        rig.flash = new RamFlash(256, 4096);
        rig.sensors.rich = true;
        return rig;
    }

    /** Boots; with segments so long that none is full, nothing is archived. */
    private void boot(int segmentBytes, long utc) throws IOException {
        this.rig.clock.now = 0;
        this.rig.spool = new Spool(this.rig.flash, StoreSettings.spool(this.rig.config).segmentBytes(segmentBytes));
        this.rig.spool.recover();
        this.rig.station = new Station(this.rig.config, this.rig.sensors, this.rig.clock, this.rig.spool, this.rig.store,
                new java.util.Random(1));
        if (utc > 0) {
            this.rig.station.anchor(new Anchor(0, utc, 7));
        }
    }

    private void sampleAndPublish(int readings) throws IOException {
        for (int i = 0; i < readings; i++) {
            this.rig.sample(1);
            this.rig.station.publish();
        }
    }

    /** Seven hours without network, with a boot, a time learnt late and a time learnt anew; then all is uploaded. */
    private String outage(int segmentBytes) throws IOException {
        boot(segmentBytes, StationRig.NOON);
        sampleAndPublish(2000);
        boot(segmentBytes, 0);
        sampleAndPublish(700);
        this.rig.station.anchor(new Anchor(this.rig.clock.now, StationRig.NOON + 230 * StationRig.MINUTE, 9));
        sampleAndPublish(1300);
        this.rig.station.anchor(new Anchor(this.rig.clock.now, StationRig.NOON + 339 * StationRig.MINUTE, -5));
        sampleAndPublish(1000);
        assertEquals(segmentBytes == WITHOUT, this.rig.spool.segmentCount() == this.rig.spool.sealedSegments());
        int rounds = 0;
        this.rig.station.seal();
        this.rig.clock.now += 15 * StationRig.MINUTE;
        while (this.rig.spool.objectCount() + this.rig.spool.segmentCount() > 0) {
            this.rig.upload();
            this.rig.station.publish();
            assertTrue("not drained", rounds++ < 200);
        }
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < this.rig.store.count; i++) {
            all.append(this.rig.store.keys[i]).append(' ').append(this.rig.store.contents[i]).append('\n');
        }
        return all.toString();
    }

    @Test
    public void theFilesOfAnOutageAreTheSameAsWithoutIt() throws IOException {
        String[] syncs = { "1", "12", "160", "1000" };
        for (int i = 0; i < syncs.length; i++) {
            this.rig = rig(syncs[i]);
            String with = outage(8192);
            assertTrue(this.rig.store.keys(), this.rig.store.count > 2);
            this.rig = rig(syncs[i]);
            String without = outage(WITHOUT);
            assertTrue(syncs[i] + " readings a sync", with.equals(without));
        }
    }

    @Test
    public void aReadingThatHardlyChangesTakesLessThanAByte() throws IOException {
        this.rig.sensors.rich = false;
        boot(8192, StationRig.NOON);
        sampleAndPublish(600);
        long before = this.rig.spool.freeBytes();
        int readings = this.rig.spool.logReadings();
        sampleAndPublish(24000);
        double bytes = (before - this.rig.spool.freeBytes()) / (double) (this.rig.spool.logReadings() - readings);
        assertTrue("bytes: " + bytes, bytes < 1);
    }

    /** The anchor that dated them in the log is in every frame of the archive, whatever becomes of the one before. */
    @Test
    public void eachFrameHasTheAnchorThatDatesIt() throws IOException {
        boot(8192, StationRig.NOON);
        sampleAndPublish(6000);
        byte[] payload = new byte[Spool.MAX_ARCHIVE_PAYLOAD];
        Frame note = new Frame();
        int frames = 0;
        this.rig.spool.log().start();
        for (int n = this.rig.spool.log().next(payload); n >= 0; n = this.rig.spool.log().next(payload)) {
            if (payload[0] == Frame.ARCHIVED) {
                frames++;
                assertEquals(Frame.ANCHOR,
                        note.decode(payload, ArchiveState.ANCHOR_AT, ArchiveReader.anchorEnd(payload, n)));
                assertEquals(StationRig.NOON, note.value());
                assertEquals(7, note.driftPpb());
            }
        }
        assertTrue("frames: " + frames, frames > 10);
    }

    @Test
    public void aFrameThatCannotBeReadIsMovedAsItIs() throws IOException {
        boot(8192, StationRig.NOON);
        sampleAndPublish(300);
        byte[] unknown = { 99, 1, 2, 3 };
        this.rig.spool.append(unknown, 0, unknown.length);
        sampleAndPublish(3000);
        this.rig.spool.seal();
        this.rig.station.publish();
        assertEquals(0, this.rig.spool.droppedReadings());
        byte[] payload = new byte[Spool.MAX_ARCHIVE_PAYLOAD];
        boolean found = false;
        this.rig.spool.log().start();
        for (int n = this.rig.spool.log().next(payload); n >= 0; n = this.rig.spool.log().next(payload)) {
            found |= n == 4 && payload[0] == 99 && this.rig.spool.log().readings() == 1;
        }
        assertTrue(found);
    }

    @Test
    public void oneFullSegmentStaysInTheLogWhileThereIsANetwork() throws IOException {
        this.rig.config.set("window", "1440");
        boot(8192, StationRig.NOON);
        while (this.rig.spool.sealedSegments() < 1) {
            sampleAndPublish(1);
        }
        sampleAndPublish(1);
        assertEquals("nothing is archived", 1, this.rig.spool.segmentCount());
        sampleAndPublish(2000);
        assertEquals(1, this.rig.spool.sealedSegments());
        assertTrue("the archive", this.rig.spool.segmentCount() > 1);
    }
}
