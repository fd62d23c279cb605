package outpost.devices.internal;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A device on a serial port, 8 data bits, no parity, 1 stop bit.
 *
 * @param port {@code /dev/ttyS0} or {@code COM3}
 * @param baud as the device's switches say
 */
record SerialAddress(String port, int baud, Flow flow) implements Address {
    private static final int USUAL_BAUD = 9_600;
    private static final int DATA_BITS = 8;
    private static final Set<String> OPTIONS = Set.of("baud", "flow");

    /** How the device says that its buffer is full. */
    enum Flow {
        NONE(SerialPort.FLOW_CONTROL_DISABLED),
        RTSCTS(SerialPort.FLOW_CONTROL_RTS_ENABLED | SerialPort.FLOW_CONTROL_CTS_ENABLED),
        DTRDSR(SerialPort.FLOW_CONTROL_DTR_ENABLED | SerialPort.FLOW_CONTROL_DSR_ENABLED),
        XONXOFF(SerialPort.FLOW_CONTROL_XONXOFF_IN_ENABLED | SerialPort.FLOW_CONTROL_XONXOFF_OUT_ENABLED);

        private final int flags;

        Flow(int flags) {
            this.flags = flags;
        }
    }

    static SerialAddress of(String text) {
        int mark = text.indexOf('?');
        String port = mark < 0 ? text : text.substring(0, mark);
        Map<String, String> options = mark < 0 ? Map.of() : Address.options(text.substring(mark + 1));
        if (port.isBlank() || !OPTIONS.containsAll(options.keySet())) {
            throw new IllegalArgumentException("a port, and at most baud= and flow= are expected");
        }
        return new SerialAddress(
                port,
                Integer.parseInt(options.getOrDefault("baud", Integer.toString(USUAL_BAUD))),
                Flow.valueOf(options.getOrDefault("flow", "none").toUpperCase(Locale.ROOT)));
    }

    @Override
    public Connection open() throws IOException {
        try {
            SerialPort serial = SerialPort.getCommPort(port);
            serial.setComPortParameters(baud, DATA_BITS, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
            serial.setFlowControl(flow.flags);
            serial.setComPortTimeouts(
                    SerialPort.TIMEOUT_READ_SEMI_BLOCKING, (int) SerialConnection.READ_STEP.toMillis(), 0);
            if (!serial.openPort()) {
                throw new IOException(
                        "cannot open the serial port " + port + " (error " + serial.getLastErrorCode() + ")");
            }
            return new SerialConnection(serial);
        } catch (SerialPortInvalidPortException e) {
            throw new IOException("there is no serial port " + port, e);
        }
    }
}
