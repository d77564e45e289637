package dev.polyloom.process.message;

/**
 * A primary on a bridge.
 *
 * @param name the name of its scope
 * @param pid its process id
 * @param workers how many workers its scope may have
 * @param pipeMessages how many messages its pipes hold
 * @param pipeBytes how many bytes its pipes hold
 */
public record Member(String name, long pid, int workers, int pipeMessages, long pipeBytes) {
    /** Between the name of a member and the name of an endpoint there. */
    public static final char SEPARATOR = '/';

    /** What qualifies the primary of a member. */
    private static final String PRIMARY = "primary";

    /** Returns the name that nobody else on the bridge has. */
    String full(int index) {
        return index == 0 ? name + SEPARATOR + PRIMARY : qualified(index);
    }

    /** Returns the name that an endpoint is called by. */
    String qualified(int index) {
        return index == 0 ? name : name + SEPARATOR + name + "-" + index;
    }

    /**
     * Finds an endpoint of this member by what somebody called it.
     *
     * @param wanted its name, qualified or not
     * @return its index, 0 for the primary, or -1 if it is none of this member
     */
    int indexOf(String wanted) {
        if (wanted.equals(name) || wanted.equals(name + SEPARATOR + PRIMARY)) {
            return 0;
        }
        String prefix = name + SEPARATOR;
        String bare = wanted.startsWith(prefix) ? wanted.substring(prefix.length()) : wanted;
        return bare.startsWith(name + "-") ? number(bare.substring(name.length() + 1)) : -1;
    }

    private int number(String digits) {
        boolean canonical = digits.matches("[1-9][0-9]{0,8}");
        int number = canonical ? Integer.parseInt(digits) : -1;
        return number <= workers ? number : -1;
    }

    @Override
    public String toString() {
        return "primary %s (pid %d)".formatted(name, pid);
    }
}
