/** What the parser asks of a Unicode library about texts, answered by the JDK. */
package org.graalvm.shadowed.com.ibm.icu.text;
