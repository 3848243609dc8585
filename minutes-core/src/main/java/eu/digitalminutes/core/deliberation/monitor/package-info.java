/**
 * The iter of many deliberations in real time. Begin with
 * {@link eu.digitalminutes.core.deliberation.monitor.IterMonitor}.
 */
@NullMarked
package eu.digitalminutes.core.deliberation.monitor;

import org.jspecify.annotations.NullMarked;
