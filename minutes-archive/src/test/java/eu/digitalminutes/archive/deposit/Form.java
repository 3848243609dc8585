// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.deposit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A multipart form as a server reads it: parts in their order. */
final class Form {
    /** One part; a file has a file name. */
    record Part(String name, String fileName, byte[] content) {
        boolean isFile() {
            return !fileName.isEmpty();
        }

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

    private Form() {}

    static List<Part> read(String contentType, byte[] body) throws IOException {
        String boundary = "--" + contentType.substring(contentType.indexOf("boundary=") + "boundary=".length());
        String all = new String(body, StandardCharsets.ISO_8859_1);
        if (!all.endsWith("\r\n" + boundary + "--\r\n")) {
            throw new IOException("the form does not end");
        }
        List<Part> parts = new ArrayList<>();
        int at = all.indexOf(boundary);
        while (all.startsWith(boundary + "\r\n", at)) {
            int head = at + boundary.length() + 2;
            int content = all.indexOf("\r\n\r\n", head) + 4;
            int end = all.indexOf("\r\n" + boundary, content);
            String header = all.substring(head, content);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(body, content, end - content);
            parts.add(new Part(first(NAME, header).strip(), first(FILE, header), bytes.toByteArray()));
            at = end + 2;
        }
        return parts;
    }

    private static String first(Pattern pattern, String header) {
        Matcher found =
                pattern.matcher(new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
        return found.find() ? found.group(1) : "";
    }
}
