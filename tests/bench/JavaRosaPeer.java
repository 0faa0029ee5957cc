import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.javarosa.core.model.FormDef;
import org.javarosa.core.model.FormIndex;
import org.javarosa.core.model.data.IntegerData;
import org.javarosa.core.model.instance.InstanceInitializationFactory;
import org.javarosa.core.model.instance.TreeReference;
import org.javarosa.form.api.FormEntryController;
import org.javarosa.form.api.FormEntryModel;
import org.javarosa.model.xform.XPathReference;
import org.javarosa.xform.util.XFormUtils;

/** The steps of peer.py in JavaRosa: FORM.xml QUESTIONS; prints milliseconds, the median of several rounds each. */
public class JavaRosaPeer {
    static final int ROUNDS = 7;

    public static void main(String[] args) throws Exception {
        byte[] content = Files.readAllBytes(Path.of(args[0]));
        int questions = Integer.parseInt(args[1]);
        double[] loads = new double[ROUNDS];
        FormDef form = null;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            form = XFormUtils.getFormFromInputStream(new ByteArrayInputStream(content));
            form.initialize(true, new InstanceInitializationFactory());
            loads[round] = since(start);
        }
        for (int number = 1; number <= questions; number++) {
            if (number % 10 != 0) answer(form, "/data/q" + number, 1);
        }
        FormEntryController controller = new FormEntryController(new FormEntryModel(form));
        System.out.println("load " + median(loads));
        System.out.println("start " + answers(form, "/data/q1"));
        System.out.println("beside " + answers(form, "/data/free"));
        System.out.println("row " + rows(controller));
    }

    static double answers(FormDef form, String path) {
        double[] times = new double[ROUNDS * 3];
        for (int round = 0; round < times.length; round++) {
            long start = System.nanoTime();
            answer(form, path, 2 + round % 7);
            times[round] = since(start);
        }
        return median(times);
    }

    static void answer(FormDef form, String path, int number) {
        TreeReference place = (TreeReference) new XPathReference(path).getReference();
        form.setValue(new IntegerData(number), place, true);
    }

    static double rows(FormEntryController controller) {
        double[] times = new double[ROUNDS * 3];
        for (int round = 0; round < times.length; round++) {
            controller.jumpToIndex(FormIndex.createBeginningOfFormIndex());
            while (controller.getModel().getEvent() != FormEntryController.EVENT_PROMPT_NEW_REPEAT) controller.stepToNextEvent();
            long start = System.nanoTime();
            controller.newRepeat();
            times[round] = since(start);
        }
        return median(times);
    }

    static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    static double median(double[] times) {
        java.util.Arrays.sort(times);
        return times[times.length / 2];
    }
}
