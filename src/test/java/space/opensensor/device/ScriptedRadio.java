package space.opensensor.device;

import java.io.IOException;

/** A radio that does what a test sets. */
class ScriptedRadio implements Radio {

    boolean inReach = true;
    boolean dhcp = true;
    boolean joined;
    int joins;
    int leaves;

    @Override
    public void join(String ssid, String passphrase) throws IOException {
        this.joins++;
        if (!this.inReach) {
            throw new IOException("not in reach");
        }
        this.joined = true;
    }

    @Override
    public boolean isJoined() {
        return this.joined;
    }

    @Override
    public boolean hasAddress() {
        return this.joined && this.dhcp;
    }

    @Override
    public int rssi() {
        return this.joined ? -61 : NO_SIGNAL;
    }

    @Override
    public void leave() {
        this.leaves++;
        this.joined = false;
    }
}
