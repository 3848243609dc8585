// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.lists;

import eu.digitalminutes.core.content.PendingFile;
import eu.digitalminutes.signature.trust.ListOfTrustedLists;
import eu.digitalminutes.signature.trust.ListStanding;
import eu.digitalminutes.signature.trust.ListState;
import eu.digitalminutes.signature.trust.RefreshFailure;
import eu.digitalminutes.signature.trust.RefreshFailure.Fault;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.spi.client.http.DSSFileLoader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces lists in a folder by newer ones. A list that cannot be had, is not signed by who may sign it, or is older than
 * the copy at hand is not taken: the copy stays, whatever somebody on the way to the publisher does.
 */
public final class ListRefresh {
    /** A list may be refused because the list of lists before it was; more rounds than this have no reason. */
    private static final int MAX_ROUNDS = 4;

    private final ListFolder folder;
    private final ListOfTrustedLists source;
    private final Duration grace;
    private final Clock clock;
    private final Map<String, byte[]> fetched = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private final List<RefreshFailure> failures = new ArrayList<>();

    /** For one refresh. */
    public ListRefresh(ListFolder folder, ListOfTrustedLists source, Duration grace, Clock clock) {
        this.folder = folder;
        this.source = source;
        this.grace = grace;
        this.clock = clock;
    }

    /**
     * Refreshes.
     *
     * @return the failures, of which each left the copy as it was
     * @throws IOException if the folder cannot be written; each list in it is then the old or the new one
     */
    public List<RefreshFailure> from(ListSource publisher) throws IOException {
        Optional<LoadedLists> before =
                Files.exists(folder.lotl()) ? Optional.of(job().run(folder.loader(source))) : Optional.empty();
        LoadedLists now = job().run(loader(publisher));
        for (int round = 1; round < MAX_ROUNDS && refuses(now, before); round++) {
            now = job().run(loader(publisher));
        }
        folder.keep(source);
        for (ListState state : now.states()) {
            keep(state.address().toString());
        }
        for (String pivot : now.pivots()) {
            keep(pivot);
        }
        return List.copyOf(failures);
    }

    private ListJob job() {
        return new ListJob(source, grace, clock);
    }

    /** Whether there is something new that must not be taken. */
    private boolean refuses(LoadedLists now, Optional<LoadedLists> before) {
        boolean any = false;
        for (ListState state : now.states()) {
            String address = state.address().toString();
            if (refused.contains(address) || !fetched.containsKey(address)) {
                continue;
            }
            int known = before.flatMap(lists -> lists.at(address))
                    .filter(old -> old.standing() != ListStanding.BAD)
                    .map(ListState::number)
                    .orElse(0);
            if (!state.standing().isTrusted() && state.standing() != ListStanding.STALE) {
                any |= refuse(address, Fault.BAD, state.problem());
            } else if (state.number() < known) {
                any |= refuse(
                        address,
                        Fault.OLDER,
                        "it has the number " + state.number() + ", and the copy at hand already " + known);
            }
        }
        return any;
    }

    private boolean refuse(String address, Fault fault, String why) {
        failures.add(new RefreshFailure(URI.create(address), fault, why));
        return refused.add(address);
    }

    private DSSFileLoader loader(ListSource publisher) {
        return new DSSFileLoader() {
            private static final long serialVersionUID = 1L;

            @Override
            public DSSDocument getDocument(String url) {
                if (!refused.contains(url)) {
                    try {
                        byte[] known = fetched.get(url);
                        byte[] list = known == null ? publisher.list(url) : known;
                        fetched.put(url, list);
                        return new InMemoryDocument(list, url);
                    } catch (IOException e) {
                        refuse(url, Fault.UNREACHABLE, String.valueOf(e.getMessage()));
                    }
                }
                try {
                    return folder.loader(source).getDocument(url);
                } catch (DSSException e) {
                    String why = failures.stream()
                            .filter(failure -> failure.address().toString().equals(url))
                            .map(RefreshFailure::message)
                            .findFirst()
                            .orElse(String.valueOf(e.getMessage()));
                    throw new DSSException(why, e);
                }
            }
        };
    }

    private void keep(String address) throws IOException {
        byte[] list = fetched.get(address);
        if (list != null && !refused.contains(address)) {
            Path copy = address.equals(source.address().toString()) ? folder.lotl() : folder.copy(address);
            PendingFile.write(copy, list);
        }
    }
}
