// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.exchange.attendance;

import java.util.Map;

/**
 * One event of a BigBlueButton recording.
 *
 * @param position its place in the file, from 1
 * @param monotonic the server's running clock, in milliseconds
 * @param module the part of the server that speaks
 * @param name what happened
 * @param fields the texts of its child elements
 */
record BbbEvent(int position, long monotonic, String module, String name, Map<String, String> fields) {
    String field(String field) {
        return fields.getOrDefault(field, "");
    }

    boolean is(String module, String name) {
        return this.module.equals(module) && this.name.equals(name);
    }
}
