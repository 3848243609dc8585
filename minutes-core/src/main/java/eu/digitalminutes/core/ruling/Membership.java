// SPDX-License-Identifier: BSD-3-Clause
package eu.digitalminutes.core.ruling;

import eu.digitalminutes.core.outcome.MinutesException;

/**
 * How many members an organ has (<i>componenti dell'organo</i>). Immutable.
 *
 * @see <a href="https://www.normattiva.it/uri-res/N2Ls?urn:nir:stato:decreto.legislativo:2000-08-18;267">TUEL, art. 37,
 *     38(2) and 47</a>
 */
public final class Membership {
    private final Kind kind;
    private final int assigned;
    private final int inOffice;
    private final int mayors;

    /** Which organ it is, as far as the law counts it in another way (<i>organo collegiale</i>). */
    public enum Kind {
        /** The council: the law's floor of a third holds, <i>Consiglio</i>. */
        COUNCIL,
        /** The executive board, <i>Giunta</i>. */
        EXECUTIVE_BOARD,
        /** A committee of councillors, <i>Commissione</i>. */
        COMMITTEE
    }

    private Membership(Kind kind, int assigned, int inOffice, int mayors) {
        this.kind = kind;
        this.assigned = assigned;
        this.inOffice = inOffice;
        this.mayors = mayors;
        if (assigned < 0 || assigned > 1_000_000 || inOffice < 0 || assigned + mayors < 1) {
            throw new MinutesException(
                    "MEMBERSHIP_INVALID",
                    "an organ has at least one member, and no number below nothing: " + assigned + " assigned, "
                            + inOffice + " in office");
        }
        if (inOffice > assigned) {
            throw new MinutesException(
                    "MEMBERSHIP_INVALID", inOffice + " members are in office, " + assigned + " are assigned");
        }
    }

    /**
     * A council of the mayor and the councillors assigned by law.
     *
     * @param assigned councillors assigned, the mayor not counted; at most a million
     * @return the council, all in office
     * @throws MinutesException with code {@code MEMBERSHIP_INVALID} if the number is negative
     */
    public static Membership council(int assigned) {
        return new Membership(Kind.COUNCIL, assigned, assigned, 1);
    }

    /**
     * An executive board of the mayor and the board members.
     *
     * @param assessors board members, the mayor not counted; at most a million
     * @return the board, all in office
     * @throws MinutesException with code {@code MEMBERSHIP_INVALID} if the number is negative
     */
    public static Membership executiveBoard(int assessors) {
        return new Membership(Kind.EXECUTIVE_BOARD, assessors, assessors, 1);
    }

    /**
     * A committee, of which the mayor is no member.
     *
     * @param members its members, at least one and at most a million
     * @return the committee, all in office
     * @throws MinutesException with code {@code MEMBERSHIP_INVALID} if the number is below one
     */
    public static Membership committee(int members) {
        return new Membership(Kind.COMMITTEE, members, members, 0);
    }

    /**
     * The same organ with seats that are vacant.
     *
     * @param members members in office, the mayor not counted
     * @return a new membership
     * @throws MinutesException with code {@code MEMBERSHIP_INVALID} if they are more than assigned
     */
    public Membership withInOffice(int members) {
        return new Membership(kind, assigned, members, mayors);
    }

    /**
     * The same organ without a mayor among its members.
     *
     * @return a new membership
     * @throws MinutesException with code {@code MEMBERSHIP_INVALID} if nobody is left
     */
    public Membership withoutMayor() {
        return new Membership(kind, assigned, inOffice, 0);
    }

    /**
     * Which organ it is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The members assigned by law (<i>consiglieri assegnati</i>).
     *
     * @return their number, the mayor not counted
     */
    public int assigned() {
        return assigned;
    }

    /**
     * The members in office (<i>consiglieri in carica</i>).
     *
     * @return their number, the mayor not counted
     */
    public int inOffice() {
        return inOffice;
    }

    /**
     * Whether the mayor is a member.
     *
     * @return false for a committee
     */
    public boolean hasMayor() {
        return mayors > 0;
    }

    /**
     * All whom the organ consists of (<i>componenti</i>): the assigned members and the mayor.
     *
     * @return their number
     */
    public int components() {
        return assigned + mayors;
    }
}
