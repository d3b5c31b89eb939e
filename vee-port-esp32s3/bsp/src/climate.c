#include "climate.h"

enum sensor_state climate_set(struct climate *climate, double temperature, double pressure, double humidity) {
    /* Written so that a value that is not a number is refused too. */
    if (!(temperature >= -40 && temperature <= 85 && pressure >= 30000 && pressure <= 110000
            && humidity > -20 && humidity < 120)) {
        return SENSOR_RANGE;
    }
    climate->temperature = (float)temperature;
    climate->pressure = (float)(pressure / 100);
    climate->humidity = (float)(humidity < 0 ? 0 : humidity > 100 ? 100 : humidity);
    climate->gas_resistance = 0;
    return SENSOR_OK;
}
