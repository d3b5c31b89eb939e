package space.opensensor.device;

import java.io.IOException;

import space.opensensor.s3.S3Exception;
import space.opensensor.spool.PartitionFlash;
import space.opensensor.station.Clock;
import space.opensensor.station.NotTheStoreException;
import space.opensensor.station.Station;
import space.opensensor.station.Uploader;

/** Turns windows that are over into files, and uploads them while the network is up and the time is known. */
final class FilesLoop extends Loop {

    private static final long PAUSE = 1000;
    private static final long PAUSE_AFTER_FAILURE = 60000;
    private static final int SECTORS_AHEAD = 2;

    /** Network Authentication Required (RFC 6585, section 6). */
    private static final int LOGIN_REQUIRED = 511;

    private final Station station;
    private final PartitionFlash flash;
    private final WifiLink link;
    private final Console console;
    private DeepSleep sleep;
    private long nextPublish;

    /**
     * @param flash erases its sectors ahead of time; null if it has none.
     * @param link null if there is no network.
     */
    FilesLoop(Station station, PartitionFlash flash, WifiLink link, Clock clock, Console console) {
        super("files", clock, console);
        this.station = station;
        this.flash = flash;
        this.link = link;
        this.console = console;
    }

    /** Sets what sleeps when all is done; null for nothing. */
    void sleepAfter(DeepSleep between) {
        this.sleep = between;
    }

    @Override
    long step(long now) {
        boolean standing = this.sleep != null && this.sleep.isStanding();
        if (now >= this.nextPublish) {
            publish(now);
        }
        boolean reachable = this.link != null && this.link.state() == WifiLink.UP && this.station.anchor() != null;
        int result = reachable ? upload() : Uploader.PAUSED;
        if (standing) {
            this.sleep.sleepIfDone(now >= this.nextPublish, result);
        }
        if (result == Uploader.STORED) {
            return now;
        }
        eraseAhead();
        return now + PAUSE;
    }

    /** Erases one sector at most, so that the sampling thread does not have to. */
    private void eraseAhead() {
        try {
            if (this.flash != null) {
                this.flash.prepare(SECTORS_AHEAD);
            }
        } catch (IOException e) {
            this.console.tell(Event.FILE_FAILED, e.getMessage());
        }
    }

    private void publish(long now) {
        try {
            int files = this.station.publish();
            if (files > 0) {
                this.console.tell(Event.FILE_WRITTEN, null);
            }
        } catch (IOException e) {
            this.nextPublish = now + PAUSE_AFTER_FAILURE;
            this.console.tell(Event.FILE_FAILED, e.getMessage());
        }
    }

    private int upload() {
        int result = this.station.upload();
        if (result == Uploader.STORED) {
            this.console.tell(Event.UPLOADED, null);
        } else if (result == Uploader.FAILED) {
            IOException failure = this.station.uploader().lastFailure();
            this.console.tell(event(failure), failure.getMessage());
        }
        return result;
    }

    /** @return the event that tells of a failed upload. */
    static int event(IOException failure) {
        if (failure instanceof NotTheStoreException) {
            return Event.NOT_THE_STORE;
        }
        if (failure instanceof S3Exception) {
            S3Exception answer = (S3Exception) failure;
            if (answer.getCause() instanceof UntrustedException) {
                return Event.UNTRUSTED;
            }
            return isForeign(answer) ? Event.NOT_THE_STORE : Event.UPLOAD_FAILED;
        }
        return Event.UPLOAD_FAILED;
    }

    /** Returns whether an answer has neither an id nor a code or ETag that fits, as those of a store have. */
    private static boolean isForeign(S3Exception answer) {
        if (answer.requestId() != null) {
            return false;
        }
        int status = answer.status();
        boolean refusal = status >= 300 && status < 500 || status == LOGIN_REQUIRED;
        return answer.code().equals("ETagMismatch") || answer.code().length() == 0 && refusal;
    }
}
