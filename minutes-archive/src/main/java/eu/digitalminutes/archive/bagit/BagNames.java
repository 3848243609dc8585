// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.bagit;

import eu.digitalminutes.archive.profile.PackageInput;

/** Paths as manifests write them: line ends, and from 1.0 on the percent sign, are encoded. */
final class BagNames {
    private BagNames() {}

    static String encode(String name) {
        return name.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    static String decode(String written, BagDeclaration declaration) {
        String name = written.startsWith("./") ? written.substring(2) : written;
        String lines = name.replaceAll("%0[dD]", "\r").replaceAll("%0[aA]", "\n");
        return declaration.encodesPercent() ? lines.replace("%25", "%") : lines;
    }

    /** Whether a path stays in the bag; a line end in a name is odd but leads nowhere. */
    static boolean isContained(String name) {
        return PackageInput.isContained(name.replace('\r', '_').replace('\n', '_')) && !name.startsWith("~");
    }
}
