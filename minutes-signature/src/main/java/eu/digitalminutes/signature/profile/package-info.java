/**
 * How minutes are signed: begin with
 * {@link eu.digitalminutes.signature.profile.SigningProfile#italianCouncil the preset for an Italian council}.
 */
package eu.digitalminutes.signature.profile;
