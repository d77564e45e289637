/**
 * Supervised services: a {@link dev.polyloom.supervisor.Host} starts them in order, watches them,
 * restarts those that crash, and stops them in reverse order.
 *
 * {@snippet :
 * SupervisorSpec web =
 *         SupervisorSpec.named("web")
 *                 .strategy(Strategy.REST_FOR_ONE)
 *                 .intensity(new Intensity(5, Duration.ofSeconds(30)))
 *                 .service("store", context -> context.token().await())
 *                 .child(
 *                         ServiceSpec.named("greeter", this::greet)
 *                                 .delay(RestartDelay.exponential(Duration.ofSeconds(1)))
 *                                 .after("store")
 *                                 .build())
 *                 .build();
 * try (Host host = Host.named("shop").supervisor(web).start()) {
 *     host.awaitReady(Duration.ofSeconds(10));
 *     host.send("shop/web/greeter", "world");
 *     show(host);
 *     host.awaitStop();
 * }
 *
 * void greet(ServiceContext context) throws InterruptedException {
 *     while (true) {
 *         greeted.add("hello " + context.mailbox().receive());
 *     }
 * }
 * }
 */
package dev.polyloom.supervisor;
