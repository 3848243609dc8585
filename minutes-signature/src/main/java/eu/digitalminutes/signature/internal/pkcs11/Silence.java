// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.signature.internal.pkcs11;

import org.xipki.pkcs11.wrapper.Logger;

/** Keeps the PKCS#11 library from printing on standard output, which it does where nobody gives it a logger. */
final class Silence implements Logger {
    @Override
    public void info(String format, Object... arguments) {
        // what went wrong comes as an exception
    }

    @Override
    public void warn(String format, Object... arguments) {
        // what went wrong comes as an exception
    }

    @Override
    public void error(String format, Object... arguments) {
        // what went wrong comes as an exception
    }

    @Override
    public void debug(String format, Object... arguments) {
        // calls of a device are nobody's business
    }

    @Override
    public void trace(String format, Object... arguments) {
        // calls of a device are nobody's business
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public boolean isWarnEnabled() {
        return false;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }
}
