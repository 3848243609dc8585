// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.benchmark.signing;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Something on the JVM that signs.
 *
 * @param name how it is called in results
 * @param version which one
 * @param classPath what its process sees
 * @param main the class that does its operations
 * @param heaps the heaps that it is given, the next where one does not suffice
 * @param settings what its operations have to know besides
 */
record Tool(String name, String version, String classPath, String main, List<String> heaps, List<String> settings) {
    private static final List<String> STEPS = List.of("128m", "256m", "1g", "4g");

    /** Ours: no second try with more memory. */
    static Tool ours(String classPath) {
        return new Tool("minutes", "0.1.0", classPath, OurWork.class.getName(), List.of("128m"), List.of());
    }

    /** Another library, whose operations are compiled here against the class path that only its process sees. */
    static Tool peer(String name, String version, String classPath, Path source, Path classes, String... settings) {
        String gauge = Path.of(Gauge.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .toString();
        String whole = classes + ":" + classPath + ":" + gauge;
        compile(source, whole, classes);
        String file = source.getFileName().toString();
        return new Tool(
                name, version, whole, file.substring(0, file.length() - ".java".length()), STEPS, List.of(settings));
    }

    private static void compile(Path source, String classPath, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("the benchmark compiles its peers: run it with a JDK, not with a JRE");
        }
        StringWriter complaints = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Files.createDirectories(classes);
            List<String> options = List.of("-proc:none", "-nowarn", "-cp", classPath, "-d", classes.toString());
            boolean compiled = compiler.getTask(
                            complaints, files, null, options, null, files.getJavaFileObjects(source))
                    .call();
            if (!compiled) {
                throw new IllegalStateException(source + " does not compile: " + complaints);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
