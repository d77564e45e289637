/** What runs in a worker process: its head, the threads that run tasks, and its heartbeat. */
package dev.polyloom.process.worker;
