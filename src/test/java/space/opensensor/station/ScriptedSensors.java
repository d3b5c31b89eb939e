package space.opensensor.station;

import java.io.IOException;

/** Sensors of temperature and humidity that fail or fall silent when told to. */
final class ScriptedSensors implements Sensors {

    float temperature = 20;
    boolean failing;
    boolean silent;

    @Override
    public void read(Reading reading) throws IOException {
        if (!this.silent) {
            reading.set(Quantity.HUMIDITY, 50);
        }
        if (this.failing) {
            throw new IOException("no answer on the bus");
        }
        if (!this.silent) {
            reading.set(Quantity.TEMPERATURE, this.temperature);
            this.temperature += 0.125f;
        }
    }
}
