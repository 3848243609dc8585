// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class HtmlTest {
    @Test
    void escapesWhatMarkupMeans() {
        assertEquals("&lt;a href=&quot;x&quot;&gt; &amp; &#39;", Html.escape("<a href=\"x\"> & '"));
    }

    @Test
    void leavesOutWhatXmlForbidsAndWhatTurnsTheDirectionRound() {
        assertEquals("abc\t\n", Html.escape("a\u0000\u001Fb\u0085\uFFFE\uD800c\u202E\u2066\t\n"));
        assertEquals("\u05E9\u00E8\uD83D\uDE00", Html.escape("\u05E9\u00E8\uD83D\uDE00"));
    }

    @Test
    void keepsTheLinesOfAText() {
        assertEquals(
                "<p>a<br/>b</p>", new Html().open("p").lines("a\r\nb\n").close().toString());
    }

    @Test
    void refusesToForgetAnEnd() {
        assertThrows(IllegalStateException.class, () -> new Html().open("p").toString());
    }
}
