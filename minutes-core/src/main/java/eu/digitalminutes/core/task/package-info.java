/**
 * Progress and cancellation of long works. Begin with {@link eu.digitalminutes.core.task.Task}.
 */
package eu.digitalminutes.core.task;
