// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.excerpt;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.digitalminutes.core.content.ByteRange;
import eu.digitalminutes.core.content.Digest;
import eu.digitalminutes.core.content.ExcerptProof;
import eu.digitalminutes.core.internal.input.InputJson;
import eu.digitalminutes.core.outcome.MinutesException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What an excerpt says of itself in its file {@code excerpt.json}; nothing of it is believed that the proofs do not show.
 *
 * @param part the name of the recording's part
 * @param pieces the proof of each piece, in the order of the recording
 */
public record ExcerptForm(String part, List<ExcerptProof> pieces) {
    /** The name of the file. */
    public static final String NAME = "excerpt.json";

    /** The media type that the file {@code mimetype} declares. */
    public static final String MEDIA_TYPE = "application/vnd.digitalminutes.excerpt+zip";

    /** The most that the file may take; held in memory. */
    public static final int LARGEST = 4 << 20;

    private static final String FORMAT = "minutes-excerpt";
    private static final int MOST_PIECES = 10_000;

    /** Copies the list. */
    public ExcerptForm {
        pieces = List.copyOf(pieces);
    }

    /** The name of the file that holds the bytes of a piece. */
    public static String fileOf(ByteRange bytes) {
        return "pieces/" + bytes.from() + "-" + bytes.to();
    }

    /** As the file says it. */
    public byte[] content() {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode json = mapper.createObjectNode();
        json.put("format", FORMAT).put("formatVersion", 1).put("recording", part);
        ArrayNode list = json.putArray("pieces");
        for (ExcerptProof piece : pieces) {
            ObjectNode one = list.addObject();
            one.put("of", piece.bytes());
            one.put("from", piece.chunks().from()).put("to", piece.chunks().to());
            ArrayNode path = one.putArray("path");
            piece.path().forEach(digest -> path.add(digest.hex()));
        }
        try {
            return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the file.
     *
     * @param name what refusals call the excerpt
     * @throws MinutesException with code {@code EXCERPT_MALFORMED} or {@code INPUT_MALFORMED}
     */
    public static ExcerptForm read(byte[] content, String name) {
        InputJson json = InputJson.document(new String(content, StandardCharsets.UTF_8), NAME);
        if (!json.text("format").equals(FORMAT) || !json.text("formatVersion").equals("1")) {
            throw malformed(name, NAME + " is of another format or version");
        }
        List<InputJson> list = json.field("pieces").elements();
        if (list.isEmpty() || list.size() > MOST_PIECES) {
            throw malformed(name, "it has " + list.size() + " pieces");
        }
        List<ExcerptProof> pieces = new ArrayList<>();
        long end = 0;
        for (InputJson one : list) {
            ExcerptProof piece = piece(one, name);
            if (piece.chunks().from() < end) {
                throw malformed(name, "its pieces overlap or are out of order");
            }
            end = piece.chunks().to();
            pieces.add(piece);
        }
        return new ExcerptForm(json.field("recording").text(), pieces);
    }

    private static ExcerptProof piece(InputJson one, String name) {
        try {
            List<Digest> path = one.field("path").elements().stream()
                    .map(digest -> new Digest(digest.text()))
                    .toList();
            ByteRange chunks = new ByteRange(whole(one, "from"), whole(one, "to"));
            return new ExcerptProof(whole(one, "of"), chunks, path);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw malformed(name, one.where() + " is no proof: " + e.getMessage());
        }
    }

    private static long whole(InputJson one, String field) {
        return one.field(field).number().longValueExact();
    }

    private static MinutesException malformed(String name, String problem) {
        return new MinutesException("EXCERPT_MALFORMED", name + " is no sound excerpt of a recording: " + problem);
    }
}
