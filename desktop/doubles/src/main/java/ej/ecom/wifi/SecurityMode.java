package ej.ecom.wifi;

/** Double of the security modes. */
public enum SecurityMode {
    WPA2
}
