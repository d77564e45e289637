/**
 * Host files: a host, its supervisors and services described in YAML, and checked whole before
 * anything starts.
 */
package dev.polyloom.hostfile;
