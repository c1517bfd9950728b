package dev.harrier.kql.type;

import java.util.Locale;
import java.util.OptionalLong;

/** Reads the forms of a point in time by hand: it is called once per event, where a formatter costs too much. */
final class DateTimeParser {
    private static final String[] MONTHS = {"january", "february", "march", "april", "may", "june", "july", "august",
            "september", "october", "november", "december"};
    private static final String[] DAYS = {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday",
            "saturday"};
    private static final int MAX_LENGTH = 80;
    private static final int NONE = -1;

    private final String text;
    private int at;
    private int year;
    private int month;
    private int day;
    private long timeOfDay;
    private long offset;

    private DateTimeParser(String text) {
        this.text = text;
    }

    static OptionalLong parse(String source) {
        String text = source.strip();
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return OptionalLong.empty();
        }
        DateTimeParser parser = new DateTimeParser(text);
        if (!parser.date() || !parser.rest()) {
            return OptionalLong.empty();
        }
        OptionalLong midnight = DateTimes.ofCalendar(parser.year, parser.month, parser.day);
        if (midnight.isEmpty()) {
            return midnight;
        }
        long ticks = midnight.getAsLong() + parser.timeOfDay - parser.offset;
        return DateTimes.inRange(ticks) ? OptionalLong.of(ticks) : OptionalLong.empty();
    }

    private boolean date() {
        if (isLetter(peek())) {
            return dayName() && dayMonthYear(number(2));
        }
        int start = at;
        int first = number(4);
        if (first == NONE) {
            return false;
        }
        int digits = at - start;
        skipSpaces();
        char separator = peek();
        if (digits == 4) {
            return yearFirst(first, separator);
        }
        if (digits <= 2 && separator != '/' && isLetter(peekPast('-'))) {
            return dayMonthYear(first);
        }
        return digits <= 2 && monthFirst(first, separator);
    }

    private boolean yearFirst(int first, char separator) {
        year = first;
        if (separator != '-' && separator != '/') {
            return false;
        }
        month = numberAfter(separator, 2);
        day = month == NONE ? NONE : numberAfter(separator, 2);
        return day != NONE;
    }

    /** {@code 12-02-2022} is 2 December: there is no form with the day first. */
    private boolean monthFirst(int first, char separator) {
        month = first;
        if (separator != '-' && separator != '/') {
            return false;
        }
        day = numberAfter(separator, 2);
        year = day == NONE ? NONE : numberAfter(separator, 4);
        if (separator == '/' && peek() == ',') {
            at++;
        }
        return year >= 1000;
    }

    private boolean dayName() {
        String name = word();
        if (!matches(DAYS, name)) {
            return false;
        }
        accept(',');
        skipSpaces();
        return true;
    }

    private static boolean matches(String[] names, String name) {
        return indexOf(names, name) != NONE;
    }

    private static int indexOf(String[] names, String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name) || name.length() == 3 && names[i].startsWith(name)) {
                return i;
            }
        }
        return NONE;
    }

    private boolean dayMonthYear(int first) {
        if (first == NONE) {
            return false;
        }
        day = first;
        separator();
        month = indexOf(MONTHS, word()) + 1;
        separator();
        int start = at;
        year = number(4);
        int digits = at - start;
        if (digits == 2) {
            year += year < 50 ? 2000 : 1900;
        }
        return month != 0 && (digits == 2 || digits == 4);
    }

    private void separator() {
        skipSpaces();
        accept('-');
        skipSpaces();
    }

    private boolean rest() {
        if (at == text.length()) {
            return true;
        }
        boolean spaced = skipSpaces();
        boolean marked = accept('T') || accept('t');
        if (!marked && !spaced || marked && spaced) {
            return !marked && zone() && at == text.length();
        }
        return time() && zone() && at == text.length();
    }

    private boolean time() {
        int hour = number(2);
        int minute = hour == NONE ? NONE : numberAfter(':', 2);
        if (minute == NONE || hour > 23 || minute > 59) {
            return false;
        }
        int second = 0;
        long fraction = 0;
        if (accept(':')) {
            second = number(2);
            if (second == NONE || second > 59) {
                return false;
            }
            if (accept('.')) {
                fraction = fraction();
            }
        }
        hour = meridiem(hour);
        timeOfDay = hour * DateTimes.TICKS_PER_HOUR + minute * DateTimes.TICKS_PER_MINUTE
                + second * DateTimes.TICKS_PER_SECOND + fraction;
        return fraction >= 0 && hour >= 0;
    }

    private long fraction() {
        int start = at;
        long ticks = 0;
        while (isDigit(peek())) {
            if (at - start < 7) {
                ticks = ticks * 10 + (peek() - '0');
            }
            at++;
        }
        int digits = at - start;
        for (int i = digits; i < 7; i++) {
            ticks *= 10;
        }
        return digits == 0 ? NONE : ticks;
    }

    /** Applies a following AM or PM; {@link #NONE} if the hour is not one of the twelve. */
    private int meridiem(int hour) {
        int start = at;
        skipSpaces();
        boolean afternoon = regionIs("PM");
        if (!afternoon && !regionIs("AM")) {
            at = start;
            return hour;
        }
        at += 2;
        if (hour < 1 || hour > 12) {
            return NONE;
        }
        return hour % 12 + (afternoon ? 12 : 0);
    }

    private boolean regionIs(String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    private boolean zone() {
        skipSpaces();
        if (at == text.length()) {
            return true;
        }
        if (accept('Z') || accept('z')) {
            return true;
        }
        if (regionIs("GMT") || regionIs("UTC")) {
            at += 3;
            return at == text.length() || numericZone();
        }
        return numericZone();
    }

    private boolean numericZone() {
        int sign = accept('+') ? 1 : accept('-') ? -1 : 0;
        if (sign == 0) {
            return false;
        }
        int hours = number(2);
        int minutes = 0;
        if (at < text.length()) {
            accept(':');
            int start = at;
            minutes = number(2);
            if (at - start != 2) {
                return false;
            }
        }
        offset = sign * (hours * DateTimes.TICKS_PER_HOUR + minutes * DateTimes.TICKS_PER_MINUTE);
        return hours != NONE && hours <= 14 && minutes < 60;
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char peekPast(char skipped) {
        int next = peek() == skipped ? at + 1 : at;
        return next < text.length() ? text.charAt(next) : '\0';
    }

    private boolean accept(char expected) {
        if (peek() != expected || at >= text.length()) {
            return false;
        }
        at++;
        return true;
    }

    private boolean skipSpaces() {
        int start = at;
        while (peek() == ' ') {
            at++;
        }
        return at > start;
    }

    private String word() {
        int start = at;
        while (isLetter(peek())) {
            at++;
        }
        return text.substring(start, at).toLowerCase(Locale.ROOT);
    }

    /** {@code separator number}, where spaces around the separator are tolerated for dates ({@code 2020 - 01 - 02}). */
    private int numberAfter(char separator, int maxDigits) {
        if (separator != ':') {
            skipSpaces();
        }
        if (!accept(separator)) {
            return NONE;
        }
        if (separator != ':') {
            skipSpaces();
        }
        return number(maxDigits);
    }

    private int number(int maxDigits) {
        int start = at;
        int value = 0;
        while (at - start < maxDigits && isDigit(peek())) {
            value = value * 10 + (peek() - '0');
            at++;
        }
        return at == start || isDigit(peek()) && maxDigits != 2 ? NONE : value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }
}
