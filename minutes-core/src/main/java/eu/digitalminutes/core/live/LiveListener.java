// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.live;

/** Is told what events change in a meeting that goes on, such as the screen of the hall. */
@FunctionalInterface
public interface LiveListener {
    /**
     * Takes a signal. Called on the thread that brought the event, after the event was stored, in order; no other event
     * is taken until it returns. What it throws is logged and changes nothing.
     *
     * @param signal what changed
     */
    void told(LiveSignal signal);
}
