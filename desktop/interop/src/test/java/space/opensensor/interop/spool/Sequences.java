package space.opensensor.interop.spool;

import java.io.IOException;

/** What is done to a spool while the power is cut. */
final class Sequences {

    private Sequences() {
    }

    /** Two windows, the second in two objects, uploads in between, and a boot in the middle of a segment. */
    static void core(Driver driver, CrashableFlash flash) throws IOException {
        driver.boot(flash);
        driver.append(12);
        driver.seal();
        driver.append(3);
        driver.convert(1, false);
        driver.append(9);
        driver.upload();
        driver.boot(flash);
        driver.append(6);
        driver.seal();
        driver.append(4);
        driver.seal();
        driver.convert(2, true);
        driver.append(2);
        driver.upload();
        driver.upload();
        driver.boot(flash);
        driver.append(2);
    }

    /** A flash so small that the oldest, or the newest, has to give way again and again. */
    static void fullFlash(Driver driver, CrashableFlash flash) throws IOException {
        driver.boot(flash);
        for (int i = 0; i < 4; i++) {
            driver.append(80);
            driver.seal();
            driver.convert(1, i == 2);
        }
        driver.boot(flash);
        driver.append(200);
        driver.upload();
        driver.append(150);
        driver.convert(2, true);
        driver.append(120);
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

    /** 96 windows of a few readings, each one uploaded but for some hours without network. */
    static void wholeDay(Driver driver, CrashableFlash flash) throws IOException {
        driver.boot(flash);
        for (int window = 0; window < 96; window++) {
            driver.append(4);
            driver.seal();
            driver.convert(1, window % 10 == 9);
            boolean online = window < 30 || window > 40;
            while (online && driver.upload()) {
                continue;
            }
            if (window % 25 == 24) {
                driver.boot(flash);
            }
        }
    }
}
