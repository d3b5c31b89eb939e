#include "i2s_line.h"

#include "a_weighting.h"
#include "driver/i2s_std.h"
#include "pins.h"

#define WAIT 30 /* milliseconds */

static i2s_chan_handle_t channel;

static bool start(void) {
    i2s_std_config_t config = {
        .clk_cfg = I2S_STD_CLK_DEFAULT_CONFIG(A_WEIGHTING_RATE),
        .slot_cfg = I2S_STD_PHILIPS_SLOT_DEFAULT_CONFIG(I2S_DATA_BIT_WIDTH_32BIT, I2S_SLOT_MODE_MONO),
        .gpio_cfg = {
            .mclk = I2S_GPIO_UNUSED,
            .bclk = OPENSENSOR_I2S_BCLK,
            .ws = OPENSENSOR_I2S_WS,
            .dout = I2S_GPIO_UNUSED,
            .din = OPENSENSOR_I2S_DIN,
        },
    };
    config.slot_cfg.slot_mask = I2S_STD_SLOT_LEFT;
    return i2s_channel_init_std_mode(channel, &config) == ESP_OK && i2s_channel_enable(channel) == ESP_OK;
}

bool i2s_line_open(void) {
    i2s_chan_config_t config = I2S_CHANNEL_DEFAULT_CONFIG(I2S_NUM_AUTO, I2S_ROLE_MASTER);
    if (OPENSENSOR_I2S_DIN < 0 || i2s_new_channel(&config, NULL, &channel) != ESP_OK) {
        channel = NULL;
        return false;
    }
    if (!start()) {
        i2s_del_channel(channel);
        channel = NULL;
        return false;
    }
    return true;
}

void i2s_line_close(void) {
    if (channel != NULL) {
        i2s_channel_disable(channel);
        i2s_del_channel(channel);
        channel = NULL;
    }
}

size_t i2s_line_read(int32_t *samples, size_t count) {
    size_t bytes = 0;
    (void)i2s_channel_read(channel, samples, count * sizeof *samples, &bytes, WAIT);
    return bytes / sizeof *samples;
}
