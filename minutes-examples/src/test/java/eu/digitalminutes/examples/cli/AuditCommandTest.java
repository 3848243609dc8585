// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditCommandTest {
    @TempDir
    Path folder;

    private record Answer(int code, String out, String err) {}

    private static Answer minutes(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] words = Stream.of(arguments).map(String::valueOf).toArray(String[]::new);
        int code = MinutesCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), words);
        return new Answer(code, out.toString(), err.toString());
    }

    /** The smallest package that there is. */
    private void bag(String name) throws Exception {
        Path bag = Files.createDirectories(folder.resolve(name).resolve("data")).getParent();
        byte[] content = "verbale".getBytes(StandardCharsets.UTF_8);
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        Files.write(bag.resolve("data/a.txt"), content);
        Files.writeString(bag.resolve("bagit.txt"), "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n");
        Files.writeString(bag.resolve("manifest-sha256.txt"), digest + "  data/a.txt\n");
    }

    @Test
    void aStoreIsAuditedAndWhatChangedIsNamed() throws Exception {
        bag("2025/one");
        bag("2026/two");
        assertEquals(0, minutes("audit", folder, "--rate", "100M", "--threads", 1).code);
        Answer recent = minutes("audit", folder, "--older-than", "90d", "--json");
        assertEquals(2, new ObjectMapper().readTree(recent.out).get("recent").asInt());
        Files.writeString(folder.resolve("2026/two/data/a.txt"), "verbali");
        Answer damaged = minutes("audit", folder, "--json");
        assertEquals(1, damaged.code, damaged.err);
        JsonNode answer = new ObjectMapper().readTree(damaged.out);
        assertEquals("INVALID", answer.get("verdict").asText());
        assertEquals(2, answer.get("packages").asInt());
        assertTrue(answer.get("bytes").asLong() > 0);
        assertEquals("BIT_ROT", answer.get("findings").get(0).get("code").asText());
        assertEquals(
                "2026/two!data/a.txt",
                answer.get("findings").get(0).get("where").asText());
        assertEquals(1, minutes("audit", folder, "--forget", "2026/two").code, "its own manifest no longer fits");
    }

    @Test
    void anAuditTellsOfItselfInPremisInAFileOrAFolder() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("events"));
        Path store = Files.createDirectory(folder.resolve("store"));
        bag("store/one");
        Answer toFile = minutes("audit", store, "--premis", outside.resolve("events.xml"), "--json");
        assertEquals(0, toFile.code, toFile.err);
        assertTrue(Files.readString(outside.resolve("events.xml")).contains("<premis:eventType>fixity check<"));
        Answer toFolder = minutes("audit", store, "--premis", outside, "--json");
        Path told =
                Path.of(new ObjectMapper().readTree(toFolder.out).get("premis").asText());
        assertTrue(Files.exists(told) && told.startsWith(outside), told.toString());
        Answer nothing = minutes("audit", store, "--premis", outside, "--older-than", "1d", "--json");
        assertTrue(new ObjectMapper().readTree(nothing.out).get("premis").isNull(), nothing.out);
        assertEquals(73, minutes("audit", store, "--premis", folder.resolve("none/x.xml")).code);
    }

    @Test
    void badParametersAreRefused() throws IOException {
        assertEquals(66, minutes("audit", folder.resolve("none")).code);
        assertEquals(64, minutes("audit", folder, "--rate", "fast").code);
        assertEquals(64, minutes("audit", folder, "--older-than", "90").code);
        assertEquals(64, minutes("audit", folder, "--threads", "0").code);
        assertEquals(64, minutes("audit", folder, "--forget", "none").code);
    }

    @Test
    void aPackageIsCutIntoPartsAndJoinedAgain() throws Exception {
        byte[] content = new byte[2_500];
        new java.util.Random(1).nextBytes(content);
        Path packed = Files.write(folder.resolve("package.zip"), content);
        Answer cut = minutes("archive", "split", packed, "--size", "1k", "--out", folder.resolve("parts"), "--json");
        assertEquals(0, cut.code, cut.err);
        assertEquals(3, new ObjectMapper().readTree(cut.out).get("files").size());
        Answer joined = minutes("archive", "join", folder.resolve("parts"), "--out", folder.resolve("again.zip"));
        assertEquals(0, joined.code, joined.out + joined.err);
        assertEquals(-1, Files.mismatch(packed, folder.resolve("again.zip")));
        String part = new ObjectMapper()
                .readTree(cut.out)
                .get("files")
                .get(1)
                .get("name")
                .asText();
        Files.write(folder.resolve("parts").resolve(part), new byte[1_000]);
        assertEquals(1, minutes("archive", "join", folder.resolve("parts"), "--out", folder.resolve("bad.zip")).code);
        assertTrue(Files.notExists(folder.resolve("bad.zip")));
        assertEquals(64, minutes("archive", "split", packed, "--size", "x", "--out", folder.resolve("p2")).code);
    }
}
