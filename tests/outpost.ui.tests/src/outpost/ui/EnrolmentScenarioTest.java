package outpost.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A technician connects a new till. */
class EnrolmentScenarioTest {
    @RegisterExtension
    final Till till = new Till();

    @Test
    @Tag("A-745")
    void aWrongAddressAndARefusedCodeAreExplainedAndTheRightOneOpensTheTill() {
        till.isOn(new Line(till.services().terminal()));
        Driver technician = till.open();

        technician.waitFocus("enrol-link");
        technician.type("main.good");
        technician.press(SWT.CR);
        technician.waitText("enrol-step", "Where is the cloud?");
        technician.scan("http://cloud.example");
        technician.waitText("enrol-problem", "https");
        till.picture("enrol-cloud");
        technician.press(SWT.ESC);
        technician.waitText("enrol-step", "Scan the QR code");
        technician.scan("http://127.0.0.1:1/#enrol=main.OLD");
        technician.waitText("enrol-problem", "is older than a day");
        clear(technician);
        technician.scan("]Q1http://127.0.0.1:1/#enrol=" + Line.GOOD_CODE);

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
