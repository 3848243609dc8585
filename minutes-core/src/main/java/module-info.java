import org.jspecify.annotations.NullMarked;

/**
 * The model of a council meeting and its recording, the rules that it must keep, and the report that says so.
 *
 * <p>This module is the ground of the SDK: the others meet here. It reads and writes files, opens no connection and
 * knows no cryptography beyond digests.
 */
@NullMarked
@SuppressWarnings("module") // the two wings, which do not exist yet when the ground is built
module eu.digitalminutes.core {
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.fasterxml.jackson.dataformat.csv;
    requires java.xml;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports eu.digitalminutes.core;
    exports eu.digitalminutes.core.check;
    exports eu.digitalminutes.core.content;
    exports eu.digitalminutes.core.course;
    exports eu.digitalminutes.core.deliberation;
    exports eu.digitalminutes.core.deliberation.accounting;
    exports eu.digitalminutes.core.deliberation.monitor;
    exports eu.digitalminutes.core.deliberation.numbering;
    exports eu.digitalminutes.core.deliberation.sitting;
    exports eu.digitalminutes.core.deliberation.step;
    exports eu.digitalminutes.core.event;
    exports eu.digitalminutes.core.evidence;
    exports eu.digitalminutes.core.exchange;
    exports eu.digitalminutes.core.exchange.akn;
    exports eu.digitalminutes.core.exchange.allowance;
    exports eu.digitalminutes.core.exchange.opendata;
    exports eu.digitalminutes.core.exchange.timed;
    exports eu.digitalminutes.core.live;
    exports eu.digitalminutes.core.exchange.agenda;
    exports eu.digitalminutes.core.exchange.attendance;
    exports eu.digitalminutes.core.exchange.captions;
    exports eu.digitalminutes.core.media;
    exports eu.digitalminutes.core.meeting;
    exports eu.digitalminutes.core.minutes;
    exports eu.digitalminutes.core.outcome;
    exports eu.digitalminutes.core.presence;
    exports eu.digitalminutes.core.proposal;
    exports eu.digitalminutes.core.redaction;
    exports eu.digitalminutes.core.rules;
    exports eu.digitalminutes.core.ruling;
    exports eu.digitalminutes.core.task;
    exports eu.digitalminutes.core.voting;

    // Untrusted JSON is read, a large file is read once for two works, and markup is written in one way, by both wings.
    exports eu.digitalminutes.core.internal.input to
            eu.digitalminutes.signature;
    exports eu.digitalminutes.core.internal.pass to
            eu.digitalminutes.archive,
            eu.digitalminutes.signature;
    exports eu.digitalminutes.core.internal.text to
            eu.digitalminutes.archive,
            eu.digitalminutes.signature;
}
