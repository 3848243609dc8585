// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The program of that name, on the machine's path. */
public final class Openssl {
    private Openssl() {}

    private record Answer(int code, String output) {}

    /** Runs it, which must succeed; returns what it says. */
    public static String run(Object... words) throws IOException, InterruptedException {
        Answer answer = answer(words);
        assertEquals(0, answer.code(), answer.output());
        return answer.output();
    }

    /** Whether it refuses. */
    public static boolean fails(Object... words) throws IOException, InterruptedException {
        return answer(words).code() != 0;
    }

    private static Answer answer(Object... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        for (Object word : words) {
            command.add(String.valueOf(word));
        }
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.abort("openssl is not on this machine");
            throw e;
        }
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }
}
