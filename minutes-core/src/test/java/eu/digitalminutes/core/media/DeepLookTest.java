// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class DeepLookTest {
    private static MediaCondition deep(String name) throws IOException {
        assumeTrue(MediaCatalogue.present(), "the catalogue of recordings is not here: skipped");
        return MediaProbe.deep(MediaCatalogue.file(name)).condition();
    }

    @Test
    void findsZerosWherePicturesWere() throws IOException {
        assertEquals(MediaCondition.DAMAGED, deep("variants/rv-zeroed-block.mp4"));
    }

    @Test
    void findsNothingWhereNothingIsWrong() throws IOException {
        assertEquals(MediaCondition.OK, deep("session/session.mp4"));
        assertEquals(MediaCondition.OK, deep("variants/rv-hybrid-obs.mp4"));
        assertEquals(MediaCondition.OK, deep("variants/rv-faststart.mp4"));
    }
}
