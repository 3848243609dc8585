// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.archive.internal.form;

import eu.digitalminutes.archive.profile.PackageProfile;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which profile a package follows: that whose marker lies highest, at the top, or in a file in one folder.
 *
 * @param profile the profile
 * @param base the folder of the marker with its slash, or nothing
 */
public record Recognition(PackageProfile profile, String base) {
    /** Recognises a package, or refuses it. */
    public static Recognition of(OpenedPackage opened, List<PackageProfile> known) {
        List<Recognition> found = find(opened, known, 0);
        // A folder on the disk is the package itself; a file holds its one top folder.
        if (found.isEmpty() && !Files.isDirectory(opened.path())) {
            found = find(opened, known, 1);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        String markers = known.stream().map(PackageProfile::marker).distinct().collect(Collectors.joining(", "));
        if (found.isEmpty()) {
            throw OpenedPackage.malformed(opened.path(), "it has none of the files " + markers, null);
        }
        String names =
                found.stream().map(one -> one.base + one.profile.marker()).collect(Collectors.joining(" and "));
        throw OpenedPackage.malformed(opened.path(), "it holds " + names + " where only one is expected", null);
    }

    private static List<Recognition> find(OpenedPackage opened, List<PackageProfile> known, int depth) {
        List<Recognition> found = new ArrayList<>();
        for (String name : opened.sizes().keySet()) {
            String file = name.substring(name.lastIndexOf('/') + 1);
            if (name.chars().filter(c -> c == '/').count() == depth) {
                known.stream()
                        .filter(profile -> profile.marker().equals(file))
                        .findFirst()
                        .ifPresent(profile ->
                                found.add(new Recognition(profile, name.substring(0, name.length() - file.length()))));
            }
        }
        return found;
    }
}
