/**
 * The course of a meeting, computed from its events: states, who presides and who writes, treatments, speeches, secret
 * parts. Begin with {@link eu.digitalminutes.core.course.Course}. It keeps no state of its own.
 */
package eu.digitalminutes.core.course;
