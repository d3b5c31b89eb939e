package space.opensensor.xtensa;

import java.util.ArrayList;
import java.util.List;

import org.teavm.model.AnnotationHolder;
import org.teavm.model.AnnotationValue;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;

/**
 * Lets the product's natives call their C functions, as the linker of MicroEJ does: by the names of SNI, with arrays as
 * pointers to the first element. Once such a function returns, {@link Sni} throws what it may have thrown. For the compiler.
 */
public final class SniTransformer implements ClassHolderTransformer {

    private static final String PRODUCT = "space.opensensor.device.";
    private static final String IMPORT = "org.teavm.interop.Import";

    @Override
    public void transformClass(ClassHolder type, ClassHolderTransformerContext context) {
        if (type.getName().startsWith(PRODUCT) && type.getName().endsWith("Natives")) {
            for (MethodHolder method : new ArrayList<MethodHolder>(type.getMethods())) {
                if (method.hasModifier(ElementModifier.NATIVE)) {
                    transform(type, method, context);
                }
            }
        }
    }

    private static void transform(ClassHolder type, MethodHolder method, ClassHolderTransformerContext context) {
        MethodHolder function = new MethodHolder(new MethodDescriptor(method.getName() + "$sni", method.getSignature()));
        function.getModifiers().add(ElementModifier.STATIC);
        function.getModifiers().add(ElementModifier.NATIVE);
        AnnotationHolder imported = new AnnotationHolder(IMPORT);
        imported.getValues().put("name", new AnnotationValue(symbol(type, method)));
        function.getAnnotations().add(imported);
        type.addMethod(function);
        method.getModifiers().remove(ElementModifier.NATIVE);
        ProgramEmitter program = ProgramEmitter.create(method, context.getHierarchy());
        List<ValueEmitter> arguments = new ArrayList<ValueEmitter>();
        for (int i = 0; i < method.parameterCount(); i++) {
            arguments.add(program.var(i + 1, method.parameterType(i)));
        }
        ValueEmitter result = program.invoke(new MethodReference(type.getName(), function.getDescriptor()),
                arguments.toArray(new ValueEmitter[0]));
        program.invoke(Sni.class.getName(), "throwPending");
        if (method.getResultType() == ValueType.VOID) {
            program.exit();
        } else {
            result.returnValue();
        }
    }

    private static String symbol(ClassHolder type, MethodHolder method) {
        return "Java_" + escape(type.getName()) + "_" + escape(method.getName());
    }

    private static String escape(String name) {
        return name.replace("_", "_1").replace('.', '_');
    }
}
