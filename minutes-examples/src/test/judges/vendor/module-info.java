// SPDX-License-Identifier: BSD-3-Clause
/** What a vendor writes to use the SDK on the module path: three lines, and nothing opened or added by hand. */
module example.vendor {
    requires eu.digitalminutes.archive;
    requires eu.digitalminutes.core;
    requires eu.digitalminutes.signature;
}
