package space.opensensor.device;

import java.io.IOException;

import space.opensensor.station.Clock;
import space.opensensor.station.Station;
import space.opensensor.station.Uploader;

/** Turns windows that are over into files, and uploads them while the network is up and the time is known. */
final class FilesLoop extends Loop {

    private static final long PAUSE = 1000;
    private static final long PAUSE_AFTER_FAILURE = 60000;

    private final Station station;
    private final WifiLink link;
    private final Console console;
    private long nextPublish;

    /** @param link null if there is no network. */
    FilesLoop(Station station, WifiLink link, Clock clock, Console console) {
        super("files", clock, console);
        this.station = station;
        this.link = link;
        this.console = console;
    }

    @Override
    long step(long now) {
        if (now >= this.nextPublish) {
            publish(now);
        }
        boolean reachable = this.link != null && this.link.state() == WifiLink.UP && this.station.anchor() != null;
        return reachable && upload() == Uploader.STORED ? now : now + PAUSE;
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
            this.console.tell(Event.UPLOAD_FAILED, this.station.uploader().lastFailure().getMessage());
        }
        return result;
    }
}
