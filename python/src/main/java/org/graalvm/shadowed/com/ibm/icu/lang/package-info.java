/** What the parser asks of a Unicode library about characters, answered by the JDK. */
package org.graalvm.shadowed.com.ibm.icu.lang;
