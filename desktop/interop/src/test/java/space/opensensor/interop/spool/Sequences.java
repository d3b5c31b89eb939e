package space.opensensor.interop.spool;

import java.io.IOException;

/** What is done to a spool while the power is cut. */
final class Sequences {

    private Sequences() {
    }

    /**
     * Three windows, one of them in two objects and one from the archive, uploads in between, and a boot in the middle of a
     * segment.
     */
    static void core(Driver driver, CrashableFlash flash) throws IOException {
        driver.boot(flash);
        driver.append(12);
        driver.seal();
        driver.append(3);
        driver.convert(12, false);
        driver.append(9);
        driver.upload();
        driver.boot(flash);
        driver.append(6);
        driver.archive(8);
        driver.seal();
        driver.append(4);
        driver.seal();
        driver.convert(11, true);
        driver.append(2);
        driver.archive(100);
        driver.upload();
        driver.upload();
        driver.boot(flash);
        driver.convert(3, false);
        driver.append(2);
    }

    /** A flash so small that the oldest, or the newest, has to give way again and again. */
    static void fullFlash(Driver driver, CrashableFlash flash) throws IOException {
        driver.boot(flash);
        for (int i = 0; i < 4; i++) {
            driver.append(80);
            driver.seal();
            driver.convert(80, i == 2);
        }
        driver.boot(flash);
        driver.append(120);
        driver.archive(100);
        driver.append(80);
        driver.upload();
        driver.append(150);
        driver.convert(130, true);
        driver.append(80);
        driver.archive(150);
        driver.append(40);
    }

    /** So many boots that the files of the journal are started anew. */
    static void manyBoots(Driver driver, CrashableFlash flash) throws IOException {
        for (int i = 0; i < 180; i++) {
            driver.boot(flash);
            if (i % 20 == 0) {
                driver.append(1);
                driver.seal();
                driver.convert(1, false);
            }
        }
    }

    /**
     * 96 windows of a few readings, each one uploaded but for some hours without network, when they wait in log and archive.
     */
    static void wholeDay(Driver driver, CrashableFlash flash) throws IOException {
        driver.boot(flash);
        for (int window = 0; window < 96; window++) {
            driver.append(4);
            boolean online = window < 30 || window > 60;
            if (online || window < 35) {
                driver.convert(40, window % 10 == 9);
            } else if (window % 6 == 5) {
                driver.seal();
                driver.archive(30);
            }
            while (online && driver.upload()) {
                continue;
            }
            if (window % 25 == 24) {
                driver.boot(flash);
            }
        }
    }
}
