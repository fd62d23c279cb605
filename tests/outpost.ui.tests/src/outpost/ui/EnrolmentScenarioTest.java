package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A technician connects a new till. */
class EnrolmentScenarioTest {
    @RegisterExtension
    final Till till = new Till();

    @Test
    void aWrongAddressAndARefusedCodeAreExplainedAndTheRightOneOpensTheTill() {
        till.isOn(new Line(till.services().terminal()));
        Driver technician = till.open();

        technician.waitFocus("enrol-link");
        technician.scan("main.good");
        technician.waitText("enrol-problem", "whole address");
        clear(technician);
        technician.scan("http://127.0.0.1:1/#enrol=main.OLD");
        technician.waitText("enrol-problem", "The cloud does not take this code");
        clear(technician);
        technician.scan("http://127.0.0.1:1/#enrol=" + Line.GOOD_CODE);

        technician.waitFocus("entry");
        technician.waitText("shop", "Main street");
        assertTrue(till.services().terminal().identity().isPresent());
    }

    @Test
    void aLinkOnTheCommandLineEnrolsWithoutAsking() {
        till.isOn(new Line(till.services().terminal()));
        Driver technician = till.open("--enrol", "http://127.0.0.1:1/#enrol=" + Line.GOOD_CODE);

        technician.waitFocus("entry");
        technician.waitText("shop", "Till 1");
    }

    private static void clear(Driver technician) {
        while (!technician.text("enrol-link").isEmpty()) {
            technician.press(SWT.BS);
        }
    }
}
