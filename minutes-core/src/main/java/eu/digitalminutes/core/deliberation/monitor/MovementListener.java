// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.deliberation.monitor;

/** Is told how deliberations move, such as the page where citizens follow them. */
@FunctionalInterface
public interface MovementListener {
    /**
     * Takes a movement. Called on the thread that brought it, in order; no other movement is taken until it returns. What
     * it throws is logged and changes nothing.
     *
     * @param movement what moved
     */
    void told(Movement movement);
}
