package space.opensensor.device;

import java.io.IOException;

import space.opensensor.station.Setting;
import space.opensensor.station.StationConfig;

/**
 * Reads the configuration from namespace {@value #NAMESPACE} of NVS: each setting is a text under its own name.
 * <p>
 * What is missing keeps its default. What is wrong is told and keeps its default too, and the station then stays offline:
 * it samples, without sleep, and keeps its files, but sends nothing to a place nobody meant.
 */
final class NvsConfiguration {

    /** Namespace of the station in NVS. */
    static final String NAMESPACE = "station";

    private final Console console;
    private boolean wrong;

    NvsConfiguration(Console console) {
        this.console = console;
    }

    /** @return a configuration that is valid, whatever NVS holds. */
    DeviceConfig load() {
        DeviceConfig config = new DeviceConfig();
        Nvs nvs;
        try {
            nvs = new Nvs(NAMESPACE);
        } catch (IOException e) {
            this.console.tell(Event.NO_NVS, e.getMessage());
            return offline(config);
        }
        try {
            read(nvs, config);
        } finally {
            nvs.close();
        }
        return valid(config);
    }

    private void read(Nvs nvs, DeviceConfig config) {
        for (int index = 0; index < StationConfig.count(); index++) {
            readStation(nvs, config.station(), index);
        }
        for (int index = 0; index < DeviceConfig.OWN.length; index++) {
            readOwn(nvs, config, index);
        }
    }

    private void readStation(Nvs nvs, StationConfig config, int index) {
        Setting setting = StationConfig.setting(index);
        try {
            String value = nvs.text(setting.name());
            if (value != null) {
                config.set(index, value);
            }
        } catch (IOException e) {
            wrong(e);
        } catch (IllegalArgumentException e) {
            wrong(e);
        }
    }

    private void readOwn(Nvs nvs, DeviceConfig config, int index) {
        try {
            String value = nvs.text(DeviceConfig.OWN[index]);
            if (value != null) {
                config.own(index, value);
            }
        } catch (IOException e) {
            wrong(e);
        } catch (IllegalArgumentException e) {
            wrong(e);
        }
    }

    private DeviceConfig valid(DeviceConfig config) {
        try {
            config.validate();
        } catch (IllegalArgumentException e) {
            wrong(e);
        }
        return this.wrong ? offline(config) : config;
    }

    /** Goes offline with what was read or, if that does not fit together, with the defaults. */
    private static DeviceConfig offline(DeviceConfig config) {
        config.stayOffline();
        try {
            config.station().validate();
            return config;
        } catch (IllegalArgumentException e) {
            DeviceConfig defaults = new DeviceConfig();
            defaults.stayOffline();
            return defaults;
        }
    }

    private void wrong(Exception e) {
        this.wrong = true;
        this.console.tell(Event.BAD_SETTING, e.getMessage());
    }
}
